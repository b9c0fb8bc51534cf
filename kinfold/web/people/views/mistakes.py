"""Two records of one person, and a record that should not be there."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.people import actions, family_forms
from kinfold.web.people.selectors import comparison, search
from kinfold.web.people.views.shown import asked, person_seen, saved


@permission(Permission.PERSON_CREATE)
def merge(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Who might be the same person, each to compare."""
    person = person_seen(request.user, person_id)
    found = search(viewer=request.user, name=person.name, born_on=person.born_on)
    others = [candidate for candidate in found if candidate.person.pk != person.pk]
    return render(request, "people/merge.jinja", {"person": person, "others": others})


@permission(Permission.PERSON_CREATE)
def compare(request: SignedInRequest, person_id: UUID, other_id: UUID) -> HttpResponse:
    """Both side by side; sending the page says that they are one person, and which record is used from now on."""
    person, other = person_seen(request.user, person_id), person_seen(request.user, other_id)
    problem = ""
    if request.method == "POST":
        try:
            actions.merge_people(duplicate=person, into=other, by=request.user)
        except ValidationError as refused:
            problem = " ".join(refused.messages)
        else:
            return saved(request, other, "The two records are one person now. You can undo this on the other record.")
    context = {
        "person": person, "other": other, "problem": problem,
        "fields": comparison(request.user, person, other, clock.today()),
    }  # fmt: skip
    return render(request, "people/compare.jinja", context)


@permission(Permission.PERSON_CREATE)
@require_POST
def undo_merge(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    actions.undo_merge(duplicate=person, by=request.user)
    return saved(request, person, "These are two people again")


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
