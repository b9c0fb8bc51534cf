"""What the police were called to, and the word to a child's school before the child arrives."""

from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.versions import StaleVersion
from kinfold.web.mash.actions.incidents import (
    SHARED_BECAUSE,
    SaidOfIncident,
    keep_from_school,
    record_incident,
    tell_school,
)
from kinfold.web.mash.forms.hub.incidents import NOT_GRADED, TOLD, IncidentForm, WordToSchoolForm
from kinfold.web.mash.models import Incident
from kinfold.web.mash.selectors.contact import child_of, contact_of
from kinfold.web.mash.selectors.places import places_of
from kinfold.web.mash.views.hub.answers import changed_meanwhile, tried, version_of
from kinfold.web.mash.views.hub.contact import place_of


@permission(Permission.CONTACT_RATE)
def incident(request: SignedInRequest, contact_id: UUID) -> HttpResponse:
    contact, now = contact_of(request.user, contact_id), clock.now()
    here = reverse("mash:contact", args=[contact.pk])
    form = IncidentForm(request.POST or None, initial=_begin(getattr(contact, "incident", None)), now=now)
    if request.method == "POST" and form.is_valid():
        try:
            if tried(form, lambda: record_incident(contact=contact, said=form.said, version=version_of(form),
                                                   by=request.user, at=now)):  # fmt: skip
                messages.success(request, "The incident is saved.")
                return redirect(here)
        except StaleVersion as stale:
            return changed_meanwhile(request, stale, here)
    return render(request, "mash/hub/incident.jinja", {"form": form, "contact": contact})


@permission(Permission.CONTACT_RATE)
def word_to_school(request: SignedInRequest, child_id: UUID) -> HttpResponse:
    child, now = child_of(request.user, child_id), clock.now()
    form = WordToSchoolForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def act() -> None:
            if said["told"] == TOLD:
                tell_school(child=child, told_name=said["told_name"], how=said["how"], by=request.user, at=now)
            else:
                keep_from_school(child=child, because=said["because"], by=request.user, at=now)

        if tried(form, act):
            messages.success(request, "It is saved.")
            return redirect(place_of(child))
    places = places_of(request.user, [child.person], clock.today()) if child.person else []
    context = {"form": form, "child": child, "back": place_of(child), "places": places, "lawful_basis": SHARED_BECAUSE}
    return render(request, "mash/hub/word_to_school.jinja", context)


def _begin(held: Incident | None) -> dict[str, object]:
    if held is None:
        return {}
    said = asdict(SaidOfIncident(**{name: getattr(held, name) for name in SaidOfIncident.__dataclass_fields__}))
    domestic = "yes" if held.domestic_abuse else "no"
    return {**said, "domestic_abuse": domestic, "risk": held.risk or NOT_GRADED, "version": held.version}
