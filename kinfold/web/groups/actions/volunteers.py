"""Writing down the volunteers of a service, and when their check was last seen."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Record, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.clock import LONDON
from kinfold.web.core.ids import new_id
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, one_at_a_time, save_version
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.directory.models import Service
from kinfold.web.groups import rules
from kinfold.web.groups.deadline_kinds import CHECK
from kinfold.web.groups.models import Volunteer
from kinfold.web.groups.selectors.people import looks_after_volunteers, members_of

TOLD = ("name", "role", "since", "until", "check_seen_on", "supervised_by", "training")
"""What is said of a volunteer, by name to both actions."""


@transaction.atomic
def add_volunteer(*, service: Service, by: User, at: datetime, key: UUID | None = None, **told: Any) -> Volunteer:
    """``key`` was made when the page was opened, so that the same page sent twice is one volunteer."""
    _may(service, by)
    volunteer = Volunteer(pk=key or new_id(), service=service, **told)
    one_at_a_time("groups.volunteer", volunteer.pk)
    made = Volunteer.objects.filter(pk=volunteer.pk).first()
    if made is not None and made.service_id == service.pk:
        return made
    if made is not None:  # of another service, so it is no page of this one
        volunteer.pk = new_id()
    _hold(volunteer, None, at)
    volunteer.working_record = grants.new_record(level=Record.Level.RESTRICTED)
    volunteer.save(force_insert=True)
    _clock(volunteer, None, by, at)
    events.record("groups.volunteer_added", by=by, about=volunteer, details={"group": service.name})
    return volunteer


@transaction.atomic
def change_volunteer(*, volunteer: Volunteer, version: int | None, by: User, at: datetime, **told: Any) -> Volunteer:
    """The day of a newer check starts the clock again; a last day takes them off it."""
    _may(volunteer.service, by)
    volunteer = locked(volunteer)
    before = {name: getattr(volunteer, name) for name in TOLD}
    for name, value in told.items():
        setattr(volunteer, name, value)
    if before == {name: getattr(volunteer, name) for name in TOLD}:
        return volunteer
    _hold(volunteer, before, at)
    _due(volunteer)
    save_version(volunteer, expected=version, fields=[*TOLD, "check_due_at"])
    _clock(volunteer, before["check_seen_on"], by, at)
    events.record("groups.volunteer_changed", by=by, about=volunteer, details={"group": volunteer.service.name})
    return volunteer


def _may(service: Service, by: User) -> None:
    require(by, Permission.VOLUNTEER_KEEP)
    hold(rules.gr9_is_run_by_a_team, service)
    hold(rules.vo3_for_those_who_see_them, looks_after_volunteers(by, service))


def _hold(volunteer: Volunteer, before: dict[str, Any] | None, at: datetime) -> None:
    volunteer.name, volunteer.role = " ".join(volunteer.name.split()), " ".join(volunteer.role.split())
    hold(rules.vo1_has_a_name, volunteer.name)
    hold(rules.vo2_has_a_role, volunteer.role)
    hold(rules.vo6_days_are_in_order, volunteer.since, volunteer.until)
    hold(rules.vo5_check_seen_by_today, volunteer.check_seen_on, in_london(at).date())
    hold(rules.vo7_check_stays_seen, before["check_seen_on"] if before else None, volunteer.check_seen_on)
    if before is None or before["supervised_by"] != volunteer.supervised_by:
        hold(rules.vo4_supervised_from_the_team, volunteer.supervised_by, members_of(volunteer.service))
    if before is None:
        _due(volunteer)


def _due(volunteer: Volunteer) -> None:
    seen = volunteer.check_seen_on
    volunteer.check_due_at = deadlines.due(CHECK.rule, _morning(seen)) if seen else None


def _clock(volunteer: Volunteer, seen_before: date | None, by: User, at: datetime) -> None:
    """On the supervisor and the team; the database shows it to them, and to whoever writes it."""
    team, record, seen = volunteer.service.team, volunteer.working_record, volunteer.check_seen_on
    for holder in (team, *by.teams[:1], volunteer.supervised_by):
        if holder is not None:
            grants.grant(record, to=holder, reason="Looks after a volunteer", at=at, source_id=volunteer.pk)
    if seen != seen_before:
        deadlines.meet(CHECK, about=volunteer, at=at)
    if _stops_before_it_is_due(volunteer, in_london(at).date()):
        deadlines.withdraw(CHECK, about=volunteer, at=at)
    elif seen is not None:
        deadlines.start(CHECK, about=volunteer, at=_morning(seen), record=record, user=volunteer.supervised_by,
                        team=team, subject=f"{volunteer.name}, {volunteer.service.name}")  # fmt: skip
        deadlines.reassign(CHECK, about=volunteer, user=volunteer.supervised_by, team=team)


def _stops_before_it_is_due(volunteer: Volunteer, today: date) -> bool:
    last, due = volunteer.until, volunteer.due_on
    return last is not None and (last < today or (due is not None and last <= due))


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON)
