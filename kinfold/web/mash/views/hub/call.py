"""Writing a call down on one page; what takes longer goes through the form's own pages."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.mash.actions import contacts, drafts
from kinfold.web.mash.forms.hub.call import CallForm
from kinfold.web.mash.selectors.contacts import draft_of
from kinfold.web.mash.views.hub.answers import tried


@permission(Permission.CONTACT_BOARD)
@require_POST
def start_call(request: SignedInRequest) -> HttpResponse:
    draft = drafts.start_draft(by=request.user, at=clock.now(), for_caller=True)
    return redirect("mash:call", draft.pk)


@permission(Permission.CONTACT_BOARD)
def call(request: SignedInRequest, draft_id: UUID) -> HttpResponse:
    """Saved twice it is one contact: the draft that the page stands for is sent once."""
    draft, now = draft_of(request.user, draft_id), clock.now()
    if draft.contact_id:
        return redirect("mash:contact", draft.contact_id)
    form = CallForm(request.POST or None, now=now)
    if request.method == "POST" and form.is_valid():
        made = []

        def act() -> None:
            made.append(contacts.record_contact_for_caller(draft=draft, telling=form.telling, caller=form.caller,
                                                           by=request.user, at=now))  # fmt: skip

        if tried(form, act):
            messages.success(request, f"The call is written down as {made[0].reference}.")
            return redirect("mash:contact", made[0].pk)
    return render(request, "mash/hub/call.jinja", {"form": form, "draft": draft})
