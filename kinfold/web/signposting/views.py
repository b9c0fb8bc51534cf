"""Choosing a service for a family, on behalf of whatever page they come from; and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from kinfold.web.access.models import RecordBound
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.core.versions import read_version
from kinfold.web.directory.models import Service
from kinfold.web.directory.searching import search
from kinfold.web.people.models import Person
from kinfold.web.signposting import actions, selectors
from kinfold.web.signposting.forms import BEGAN, WAITS, StandsForm, TellForm

A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class For:
    """Whom a service is looked for, and where the page came from. ``services_href`` is the page that lists services;
    one of them is below it, by its key."""

    about: RecordBound
    people: Iterable[Person]
    title: str
    back_href: str
    services_href: str
    secret_address: bool = False


def choose(request: SignedInRequest, whom: For, at_first: dict[str, str]) -> HttpResponse:
    context = search(request, clock.now(), at_first=at_first) | {"whom": whom}
    return render(request, "signposting/choose.jinja", context)


def tell(request: SignedInRequest, whom: For, service_id: UUID) -> HttpResponse:
    service = get_object_or_404(Service.objects.select_related("organisation", "team"), pk=service_id)
    now = clock.now()
    form = TellForm(request.POST or None, people=whom.people, service=service)
    if request.method == "POST" and form.is_valid():
        try:
            if form.refers:
                said = form.cleaned_data
                for person in form.chosen:
                    actions.refer(service=service, about=whom.about, person=person, why=said["why"],
                                  agreed=said["agreed"], by=request.user, at=now)  # fmt: skip
            else:
                actions.tell_of(service=service, about=whom.about, people=form.chosen, by=request.user, at=now)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            done = "They are referred. It is due to be asked about in time." if form.refers else "It is recorded."
            messages.success(request, done)
            return redirect(whom.back_href)
    context = {"form": form, "service": service, "whom": whom, "out_of_date": service.is_out_of_date_at(now),
               "standing": selectors.standing([service], now - A_YEAR)[service.pk]}  # fmt: skip
    return render(request, "signposting/tell.jinja", context)


@permission(Permission.SERVICE_REFER)
def one(request: SignedInRequest, signpost_id: UUID) -> HttpResponse:
    found, now = selectors.signpost_of(request.user, signpost_id), clock.now()
    events.record("signposting.read", by=request.user, about=found, people=(found.person_id,))
    open_still = found.waits or found.is_there
    first = {"version": found.version, "began_on": clock.today(), "ended_on": clock.today()}
    form = (
        StandsForm(request.POST or None, waits=found.waits, today=clock.today(), initial=first) if open_still else None
    )
    if form is not None and request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        version = read_version(said["version"])
        try:
            if said["stands"] == WAITS:
                actions.still_waits(signpost=found, by=request.user, at=now)
            elif said["stands"] == BEGAN:
                actions.begin(signpost=found, on=said["began_on"], by=request.user, at=now, version=version)
            else:
                actions.end(signpost=found, on=said["ended_on"], outcome=said["outcome"], words=said["words"],
                            by=request.user, at=now, version=version)  # fmt: skip
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "It is recorded.")
            return redirect("signposting:families", found.service_id)
    return render(request, "signposting/one.jinja", {"signpost": found, "form": form})


@permission(Permission.SERVICE_REFER)
def families(request: SignedInRequest, service_id: UUID) -> HttpResponse:
    service = get_object_or_404(Service.objects.select_related("organisation"), pk=service_id)
    found = selectors.families_of(request.user, service, clock.now() - A_YEAR)
    events.record("signposting.families_read", by=request.user, about=service,
                  people=tuple({row.person_id for row in (*found.waiting, *found.there)}))  # fmt: skip
    return render(request, "signposting/families.jinja", {"service": service, "found": found, "today": clock.today()})


@permission(Permission.DIRECTORY_KEEP)
def used(request: SignedInRequest) -> HttpResponse:
    services = list(Service.objects.exclude(state=Service.State.CLOSED).select_related("organisation"))
    stands = selectors.standing(services, clock.now() - A_YEAR)
    rows = sorted(services, key=lambda row: (-(stands[row.pk].told + stands[row.pk].referred), row.name.lower()))
    return render(request, "signposting/used.jinja", {"services": rows, "stands": stands})
