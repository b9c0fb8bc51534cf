"""Putting in writing what a professional told the hub by telephone or in person."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.core.forms import GovukForm, LongTextField
from kinfold.web.local.selectors import emergency_numbers
from kinfold.web.mash.actions.writing import put_in_writing, record_written_form
from kinfold.web.mash.hub_times import hub_times
from kinfold.web.mash.selectors.contact import contact_of
from kinfold.web.mash.views.hub.answers import tried


class InWritingForm(GovukForm):
    words = LongTextField(
        label="What did you tell the hub?",
        hint="What you saw or heard, when, where and who was there. Put right what the hub misheard, and add what you "
        "did not say.",
        missing="Write down what you told the hub",
        max_length=10_000,
        rows=9,
    )


@permission(Permission.CONTACT_READ_OWN)
def written_form(request: SignedInRequest, contact_id: UUID) -> HttpResponse:
    """For the person who rang, and nobody else."""
    contact, now = contact_of(request.user, contact_id), clock.now()
    if contact.referrer_id != request.user.pk:
        raise NotVisible("There is nothing here that you may see.")
    if contact.written_at is not None:
        return redirect("mash:own_contact", contact_id=contact.pk)
    form = InWritingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        if tried(form, lambda: put_in_writing(contact=contact, words=words, by=request.user, at=now)):
            messages.success(request, "Thank you. The hub has it in writing now.")
            return redirect("mash:own_contact", contact_id=contact.pk)
    events.record("contact.read", about=contact, by=request.user)
    context = {
        "form": form,
        "contact": contact,
        "numbers": emergency_numbers(clock.today()),
        "hub": hub_times(now),
    }
    return render(request, "mash/contact/in_writing.jinja", context)


@permission(Permission.CONTACT_BOARD)
@require_POST
def came_in_writing(request: SignedInRequest, contact_id: UUID) -> HttpResponse:
    """It came on paper or by e-mail."""
    contact = contact_of(request.user, contact_id)
    if record_written_form(contact=contact, by=request.user, at=clock.now()):
        messages.success(request, "It is recorded that the written form came.")
    return redirect("mash:contact", contact_id=contact.pk)
