"""Two people who must never be taken for one."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Record, Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit.events import record
from kinfold.web.core.versions import locked
from kinfold.web.people import rules
from kinfold.web.people.models import KeptApart, Person


@transaction.atomic
def keep_apart(
    *, one: Person, other: Person, reason: str, seen_by: Iterable[User | Team], by: User, at: datetime
) -> KeptApart:
    """Nothing offers one for the other from now on, and nobody can join them. Only those named see that, and why."""
    require(by, Permission.PERSON_CREATE)
    require(by, Permission.PERSON_UPDATE, on=one)
    require(by, Permission.PERSON_UPDATE, on=other)
    if not reason.strip():
        raise ValidationError({"reason": "Say why they must be kept apart"})
    one, other = locked(one), locked(other)
    rules.check_not_joined(one, other)
    pair = {"one": min(one, other, key=_key), "other": max(one, other, key=_key), "ended_at": None}
    same = KeptApart.objects.visible_to(by).filter(**pair).first()
    if same is not None:
        return same
    held = grants.new_record(level=Record.Level.SEALED, agency=by.agency)
    for holder in {by, *seen_by}:
        grants.grant(held, to=holder, reason="Named as needing to know", at=at, source_id=held.pk)
    apart = KeptApart.objects.create(**pair, reason=reason.strip(), recorded_at=at, recorded_by=by, record=held)
    record("person.kept_apart", about=apart, by=by)  # names nobody: whoever reads who looked at one must not learn more
    return apart


@transaction.atomic
def end_keeping_apart(*, apart: KeptApart, reason: str, by: User, at: datetime) -> KeptApart:
    """It was a mistake: they may be compared and joined again. That it was so stays on file."""
    require(by, Permission.PERSON_CREATE, on=apart)
    apart = locked(apart)
    if apart.ended_at is not None:
        return apart
    if not reason.strip():
        raise ValidationError({"reason": "Say why"})
    apart.ended_at, apart.ended_by, apart.ended_reason = at, by, reason.strip()
    apart.save(update_fields=["ended_at", "ended_by", "ended_reason"])
    record("person.kept_apart_ended", about=apart, by=by)
    return apart


def _key(person: Person) -> str:
    return str(person.pk)
