"""Promising, doing and dropping what a plan asks of the family and of services."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import RecordBound, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.commitments import rules
from kinfold.web.commitments.models import Commitment
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.core.words import in_london
from kinfold.web.people.models import Person


@transaction.atomic
def promise(
    *,
    about: RecordBound,
    text: str,
    promised_by: str,
    by: User,
    promiser: Person | User | None = None,
    due_on: date | None = None,
    goal_id: UUID | None = None,
) -> Commitment:
    """The same promise made twice, while it is open, is one promise: a button pressed twice writes nothing twice."""
    require(by, _to_promise(about._meta.label_lower), on=about)
    hold(rules.co1_says_what, text)
    hold(rules.co2_promised_by_its_own_side, promised_by, promiser)
    locked(about)
    said = {
        "about_kind": about._meta.label_lower,
        "about_id": about.pk,
        "goal_id": goal_id,
        "promised_by": promised_by,
        "promiser_person": promiser if isinstance(promiser, Person) else None,
        "promiser_user": promiser if isinstance(promiser, User) else None,
        "text": text.strip(),
        "due_on": due_on,
    }
    same = Commitment.objects.open().filter(**{name: value for name, value in said.items() if value is not None})
    existing = same.filter(**{f"{name}__isnull": True for name, value in said.items() if value is None}).first()
    if existing is not None:
        return existing
    commitment = Commitment.objects.create(record_id=about.record_id, **said)
    events.record("commitments.promised", by=by, about=commitment)
    return commitment


@transaction.atomic
def change(*, commitment: Commitment, text: str, due_on: date | None, version: int, by: User) -> Commitment:
    require(by, _to_promise(commitment.about_kind), on=commitment)
    hold(rules.co1_says_what, text)
    commitment = locked(commitment)
    hold(rules.co3_is_still_open, commitment)
    commitment.text, commitment.due_on = text.strip(), due_on
    save_version(commitment, expected=version, fields=["text", "due_on"])
    events.record("commitments.changed", by=by, about=commitment)
    return commitment


@transaction.atomic
def mark_done(
    *, commitment: Commitment, done_on: date, by: User, at: datetime, version: int | None = None
) -> Commitment:
    """Marking a second time leaves the first as it was."""
    require(by, rules.PERMISSION_TO_DO.get(commitment.about_kind, Permission.COMMITMENT_UPDATE), on=commitment)
    hold(rules.co4_done_by_today, done_on, in_london(at).date())
    commitment = locked(commitment)
    if commitment.done_on is not None:
        return commitment
    hold(rules.co3_is_still_open, commitment)
    commitment.done_on, commitment.done_at, commitment.done_by = done_on, at, by
    save_version(commitment, expected=version, fields=["done_on", "done_at", "done_by"])
    events.record("commitments.done", by=by, about=commitment)
    return commitment


@transaction.atomic
def drop(*, commitment: Commitment, reason: str, by: User, at: datetime, version: int | None = None) -> Commitment:
    """No longer needed: it stays on the plan's history with the reason."""
    require(by, _to_promise(commitment.about_kind), on=commitment)
    hold(rules.co5_says_why_dropped, reason)
    commitment = locked(commitment)
    hold(rules.co3_is_still_open, commitment)
    commitment.dropped_at, commitment.dropped_reason = at, reason.strip()
    save_version(commitment, expected=version, fields=["dropped_at", "dropped_reason"])
    events.record("commitments.dropped", by=by, about=commitment)
    return commitment


def _to_promise(about_kind: str) -> Permission:
    return rules.PERMISSION_TO_PROMISE.get(about_kind, Permission.PLAN_WRITE)
