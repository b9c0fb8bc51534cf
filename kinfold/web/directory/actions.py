"""Entering a service, changing it, and saying that an entry is right."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Record, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, one_at_a_time, save_version
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.directory import rules
from kinfold.web.directory.deadline_kinds import CHECK
from kinfold.web.directory.models import Organisation, Service

TOLD = (
    "name", "description", "state", "alert", "needs", "minimum_age", "maximum_age", "eligibility", "cost", "cost_note",
    "wards", "place", "postcode", "opening", "opening_note", "accessibility", "takes_referrals", "places", "team",
    "telephone", "email", "website",
)  # fmt: skip
"""What an entry says; all of it is given by name to :func:`enter` and :func:`change`."""
WRITTEN = "directory.written"  # one at a time, or two would make the same organisation or service at once


@transaction.atomic
def enter(*, organisation: str, by: User, at: datetime, **told: Any) -> Service:
    """A new entry; whoever writes it has just checked it. Sent twice it is one."""
    require(by, Permission.DIRECTORY_KEEP)
    one_at_a_time(WRITTEN)
    service = Service(organisation=organisation_named(organisation), changed_at=at, **told)
    before = Service.objects.filter(organisation=service.organisation, name=service.name, assured_by=by).first()
    if before is not None and all(getattr(before, name) == getattr(service, name) for name in TOLD):
        return before
    _hold_what_an_entry_must(service)
    service.save(force_insert=True)
    events.record("directory.entered", by=by, about=service, details={"name": service.name})
    return assure(service=service, by=by, at=at)


@transaction.atomic
def change(
    *, service: Service, organisation: str, told: Mapping[str, Any], version: int, by: User, at: datetime
) -> Service:
    """``told``: what the entry now says, by the names of ``TOLD``. Saying the same again changes nothing.

    A service that has closed is on no clock; one that opens again has been checked by whoever says so.
    """
    require(by, Permission.DIRECTORY_KEEP)
    one_at_a_time(WRITTEN)
    service = locked(service)
    was_closed = service.state == Service.State.CLOSED
    before = (service.organisation_id, *(getattr(service, name) for name in TOLD))
    service.organisation = organisation_named(organisation)
    for name, value in told.items():
        setattr(service, name, value)
    if before == (service.organisation_id, *(getattr(service, name) for name in TOLD)):
        return service
    _hold_what_an_entry_must(service)
    service.changed_at = at
    save_version(service, expected=version, fields=["organisation", "changed_at", *told])
    if service.state == Service.State.CLOSED:
        _let_in(service, by, at)  # or the database would not show them the clock
        deadlines.withdraw(CHECK, about=service, at=at)
    events.record("directory.changed", by=by, about=service, details={"name": service.name})
    reopened = was_closed and service.state != Service.State.CLOSED
    return assure(service=service, by=by, at=at) if reopened else service


@transaction.atomic
def assure(*, service: Service, by: User, at: datetime) -> Service:
    """Somebody has looked and everything in the entry is right; they are asked again in time."""
    require(by, Permission.DIRECTORY_KEEP)
    service = locked(service)
    hold(rules.di8_is_still_offered, service)
    _let_in(service, by, at)
    deadlines.meet(CHECK, about=service, at=at)
    clock = deadlines.start(
        CHECK, about=service, at=at, record=service.working_record, user=by, team=by.teams[0], subject=service.name
    )
    service.assured_at, service.assured_by = at, by
    service.check_due_at = clock.due_at
    save_version(service, expected=None, fields=["assured_at", "assured_by", "check_due_at", "working_record"])
    events.record("directory.assured", by=by, about=service, details={"name": service.name})
    return service


def organisation_named(name: str) -> Organisation:
    """The one of this name, however its capitals are written; a new one where there is none."""
    hold(rules.di3_organisation_is_named, name)
    name = " ".join(name.split())
    return Organisation.objects.filter(name__iexact=name).first() or Organisation.objects.create(name=name)


def _let_in(service: Service, by: User, at: datetime) -> None:
    """The team of whoever checks it sees its clock."""
    hold(rules.di9_whoever_checks_is_in_a_team, by.teams)
    if service.working_record is None:
        service.working_record = grants.new_record(level=Record.Level.RESTRICTED)
    grants.grant(
        service.working_record, to=by.teams[0], reason="Checks an entry of the directory", at=at, source_id=service.pk
    )


def _hold_what_an_entry_must(service: Service) -> None:
    hold(rules.di1_has_a_name, service.name)
    hold(rules.di2_says_what_it_is, service.description)
    hold(rules.di5_ages_are_in_order, service.minimum_age, service.maximum_age)
    hold(rules.di6_codes_are_known, "family_need", service.needs)
    hold(rules.di6_codes_are_known, "ward", service.wards)
    hold(rules.di6_codes_are_known, "service_cost", [service.cost] if service.cost else [])
    hold(rules.di7_can_be_reached, service.telephone, service.email, service.website, service.place)
    others = Service.objects.filter(organisation=service.organisation, name__iexact=service.name)
    hold(rules.di4_is_not_here_already, list(others.exclude(pk=service.pk)))
