"""Something to mind before a visit, a call or a letter: added, read, and looked at again."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.people.views.shown import asked, person_seen, saved
from kinfold.web.record import actions
from kinfold.web.record.caution_forms import OVER, CautionForm, LookAgainForm
from kinfold.web.record.selectors.cautions import caution_page, homes_now


@permission(Permission.PERSON_UPDATE)
def add(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    homes = homes_now(request.user, person)
    form = CautionForm(request.POST or None, homes=homes)
    if request.method == "POST" and form.is_valid():
        home = next((home for home in homes if str(home.pk) == form.cleaned_data["about"]), None)
        try:
            actions.record_caution(
                person=person, home=home, kind=form.cleaned_data["kind"], reason=form.cleaned_data["reason"],
                by=request.user, at=clock.now(),
            )  # fmt: skip
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            return saved(request, person, "It is saved, and stands at the head of the page")
    return asked(request, person, form, "Something to mind")


@permission(Permission.PERSON_READ)
def one(request: SignedInRequest, caution_id: UUID) -> HttpResponse:
    page = caution_page(request.user, caution_id)
    person = page.caution.person
    changes = page.caution.ended_at is None and request.user.may(Permission.PERSON_UPDATE)
    form = LookAgainForm(request.POST or None) if changes else None
    if form is not None and request.method == "POST" and form.is_valid():
        act = actions.end_caution if form.cleaned_data["still"] == OVER else actions.renew_caution
        try:
            act(caution=page.caution, reason=form.cleaned_data["reason"], by=request.user, at=clock.now())
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            return saved(request, person, "It is saved")
    if request.method != "POST":
        events.record("caution.read", about=page.caution, by=request.user, people=(person.pk,))
    return render(request, "record/caution.jinja", {"page": page, "form": form})
