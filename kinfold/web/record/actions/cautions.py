"""Something to mind before anybody visits, rings or writes: recorded, looked at again, and ended with a reason."""

from datetime import datetime

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.people import rules
from kinfold.web.people.models import Address, Caution, Person
from kinfold.web.record.deadline_kinds import CAUTION_REVIEW


@transaction.atomic
def record_caution(
    *, person: Person, kind: str, reason: str, by: User, at: datetime, home: Address | None = None
) -> Caution:
    """About the person, or about their home and so about everybody who lives there, now or later. The same twice is
    refused: what was said first may need another reason, and is looked at again."""
    require(by, Permission.PERSON_UPDATE, on=person)
    hold(rules.ca1_says_why, reason)
    hold(rules.ca2_is_new, Caution.objects.in_force().filter(person=person, kind=kind, address=home))
    caution = _keep(Caution(person=person, address=home, kind=kind, record_id=person.record_id), reason, by, at)
    events.record("caution.recorded", about=caution, by=by, people=(person.pk,), details={"kind": kind})
    return caution


@transaction.atomic
def renew_caution(*, caution: Caution, reason: str, by: User, at: datetime) -> Caution:
    """It is still so: the reason of today takes the place of the one before, which is kept."""
    caution = _end(caution, reason, by, at)
    following = Caution(
        person=caution.person, address=caution.address, kind=caution.kind, record_id=caution.record_id, renews=caution
    )
    following = _keep(following, reason, by, at)
    events.record("caution.renewed", about=following, by=by, people=(caution.person_id,))
    return following


@transaction.atomic
def end_caution(*, caution: Caution, reason: str, by: User, at: datetime) -> Caution:
    caution = _end(caution, reason, by, at)
    events.record("caution.ended", about=caution, by=by, people=(caution.person_id,))
    return caution


def _keep(caution: Caution, reason: str, by: User, at: datetime) -> Caution:
    caution.reason, caution.recorded_at, caution.recorded_by = reason.strip(), at, by
    caution.save(force_insert=True)
    team = by.teams[0] if by.teams else None
    deadlines.start(CAUTION_REVIEW, about=caution, at=at, user=by, team=team, person=caution.person)
    return caution


def _end(caution: Caution, reason: str, by: User, at: datetime) -> Caution:
    require(by, Permission.PERSON_UPDATE, on=caution)
    hold(rules.ca1_says_why, reason)
    caution = Caution.objects.select_for_update().get(pk=caution.pk)
    hold(rules.ca3_is_in_force, caution)
    caution.ended_at, caution.ended_by, caution.ended_reason = at, by, reason.strip()
    caution.save(update_fields=["ended_at", "ended_by", "ended_reason"])
    deadlines.meet(CAUTION_REVIEW, about=caution, at=at)
    return caution
