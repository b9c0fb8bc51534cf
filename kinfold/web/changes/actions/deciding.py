"""Deciding about a line that was put aside: taken in for one person, or left out with a reason."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.changes import rules
from kinfold.web.changes.actions.recording import put
from kinfold.web.changes.files.judging import now_at
from kinfold.web.changes.matching import periods_of
from kinfold.web.changes.models import PutAside
from kinfold.web.changes.selectors import change_of, who_it_may_be
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked
from kinfold.web.people.models import Person

Outcome = PutAside.Outcome


@transaction.atomic
def take_in_line(*, line: PutAside, person_id: UUID, by: User, at: datetime) -> PutAside:
    """It is about this person. What is recorded from a later day stays, and this goes before it."""
    line, may_be = _to_decide(line, by)
    hold(rules.ch3_is_one_of_them, person_id, may_be)
    person, change = may_be[person_id], change_of(line)
    if change is None:
        raise ValidationError("What this line says cannot be recorded any more. Leave it out, and record it by hand.")
    here = periods_of([person.pk], by).get((person.pk, change.what), [])
    put(change, person, now_at=now_at(here), file=line.file_id, by=by, at=at)
    _decide(line, Outcome.TAKEN_IN, "", by=by, at=at)
    events.record("changes.line_taken_in", by=by, about=line, people=(person.pk,))
    return line


@transaction.atomic
def leave_out(*, line: PutAside, reason: str, by: User, at: datetime) -> PutAside:
    """It is not taken in, and the same line does not come up again."""
    line, _ = _to_decide(line, by)
    hold(rules.ch2_says_why, reason)
    _decide(line, Outcome.SET_ASIDE, reason.strip(), by=by, at=at)
    events.record("changes.line_left_out", by=by, about=line, people=(line.person_id,), details={"reason": reason})
    return line


def _to_decide(line: PutAside, by: User) -> tuple[PutAside, dict[UUID, Person]]:
    require(by, Permission.CHANGES_TAKE_IN, on=line)
    held = locked(line)
    hold(rules.ch1_waits, held)
    return held, {person.pk: person for person in who_it_may_be(by, held)}


def _decide(line: PutAside, outcome: str, reason: str, *, by: User, at: datetime) -> None:
    line.decided_at, line.decided_by, line.outcome, line.reason, line.said = at, by, outcome, reason, {}
    line.save(update_fields=["decided_at", "decided_by", "outcome", "reason", "said"])
