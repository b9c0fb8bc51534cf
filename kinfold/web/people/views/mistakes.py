"""A record that should not be there."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.people import actions, family_forms
from kinfold.web.people.views.shown import asked, person_seen, saved


@permission(Permission.PERSON_CREATE)
def in_error(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    form = family_forms.MistakeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.record_in_error(person=person, reason=form.cleaned_data["reason"], by=request.user, at=clock.now())
        return saved(request, person, "Marked as recorded in error")
    words = "Lists and search will leave this person out. Nothing is deleted, and you can undo it."
    return asked(request, person, form, "This person should not be recorded", "Mark as recorded in error", before=words)


@permission(Permission.PERSON_CREATE)
@require_POST
def undo_error(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    actions.undo_error(person=person, by=request.user)
    return saved(request, person, "The record is in use again")
