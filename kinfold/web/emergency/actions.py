"""Asking for emergency access, ending it early, and saying afterwards whether it was right."""

from datetime import date, datetime, timedelta
from typing import cast
from uuid import UUID

from django.db import connection, transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require, visible_records
from kinfold.web.access.models import Membership, Record, User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.emergency import notice_kinds, rules, tasks
from kinfold.web.emergency.deadline_kinds import REVIEW
from kinfold.web.emergency.models import EmergencyRequest
from kinfold.web.local import selectors as local
from kinfold.web.notices.actions import notify


@transaction.atomic
def ask(*, name: str, born_on: date, reason_code: str, reason: str, by: User, now: datetime) -> EmergencyRequest:
    """Opens the file of the one person meant, if there is one that an emergency opens.

    Whether there is nobody, or somebody whom only named people may see, the same is written, told and answered.
    """
    require(by, Permission.EMERGENCY_ASK)
    hold(rules.ea1_says_why, reason)
    guardians = _guardians()
    hold(rules.ea2_somebody_looks_at_it, guardians)
    request = EmergencyRequest(
        asked_by=by, asked_at=now, described_name=name.strip(), described_born_on=born_on, reason_code=reason_code,
        reason=reason.strip(), record=grants.new_record(level=Record.Level.RESTRICTED, agency=by.agency),
    )  # fmt: skip
    grants.grant(request.record, to=by, reason="Asked for emergency access", at=now, source_id=request.record_id)
    for team in {guardian.team for guardian in guardians}:
        grants.grant(request.record, to=team, reason="Reviews emergency access", at=now, source_id=request.record_id)
    request.save(force_insert=True)
    events.record("emergency.asked", by=by, about=request)
    _open(request, now)
    first = guardians[0]
    deadlines.start(REVIEW, about=request, at=now, user=first.user, team=first.team)
    notify(notice_kinds.ASKED, to=[guardian.user for guardian in guardians], about_id=request.pk)
    tasks.tell_keepers.defer(request_id=str(request.pk), guardian_id=str(first.user_id))  # always: time tells nothing
    return request


def _open(request: EmergencyRequest, now: datetime) -> None:
    found = _meant(request)
    records = {record_id for _, record_id in found}
    seen = visible_records(request.asked_by).filter(pk__in=records).values_list("pk", flat=True)
    hold(rules.ea3_is_not_theirs_already, records, seen)
    if not found:
        return
    request.person_id = found[0][0]
    request.ends_at = now + timedelta(hours=cast(int, local.value("emergency_access_hours", in_london(now).date())))
    request.save(update_fields=["person", "ends_at"])
    for record in Record.objects.filter(pk__in=records):
        grants.grant(
            record, to=request.asked_by, reason="Emergency access", at=now, source_id=request.pk, until=request.ends_at
        )
        events.record(
            "emergency.opened", by=request.asked_by, about=record, people=(request.person_id,),
            details={"reason": request.reason},
        )  # fmt: skip


@transaction.atomic
def end(*, request: EmergencyRequest, by: User, now: datetime) -> EmergencyRequest:
    """Before its time; ending what has ended, or never began, changes nothing."""
    require(by, Permission.EMERGENCY_ASK, on=request)
    request = EmergencyRequest.objects.select_for_update().get(pk=request.pk)
    _end(request, by, now)
    return request


@transaction.atomic
def review(*, request: EmergencyRequest, outcome: str, reasons: str, by: User, now: datetime) -> EmergencyRequest:
    """Said once, with reasons. What was not justified ends at once."""
    require(by, Permission.EMERGENCY_REVIEW, on=request)
    request = EmergencyRequest.objects.select_for_update().get(pk=request.pk)
    hold(rules.ea4_was_not_reviewed, request)
    hold(rules.ea5_not_ones_own, request, by)
    hold(rules.ea6_gives_reasons, reasons)
    request.outcome, request.outcome_reasons = outcome, reasons.strip()
    request.reviewed_at, request.reviewed_by = now, by
    request.save(update_fields=["outcome", "outcome_reasons", "reviewed_at", "reviewed_by"])
    deadlines.meet(REVIEW, about=request, at=now)
    events.record("emergency.reviewed", by=by, about=request, details={"outcome": outcome})
    if outcome == EmergencyRequest.Outcome.NOT_JUSTIFIED:
        _end(request, by, now)
    notify(notice_kinds.REVIEWED, to=request.asked_by, about_id=request.pk)
    return request


def _end(request: EmergencyRequest, by: User, now: datetime) -> None:
    if not request.is_open_at(now):
        return
    request.ends_at = now
    request.save(update_fields=["ends_at"])
    grants.end_grants(request.pk, at=now)
    events.record("emergency.ended", by=by, about=request)


def _meant(request: EmergencyRequest) -> list[tuple[UUID, UUID]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT person_id, record_id FROM emergency_opens(%s)", [request.pk])
        return cursor.fetchall()


def _guardians() -> list[Membership]:
    """The Caldicott Guardian and whoever deputises, the longest in the role first."""
    held = Membership.objects.filter(
        role__in=roles_with(Permission.EMERGENCY_REVIEW), ended_on__isnull=True, user__is_active=True
    )
    return list(held.select_related("user", "team").order_by("started_on", "pk"))
