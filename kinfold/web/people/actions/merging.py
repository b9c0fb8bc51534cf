"""Two records of one person: said by one, agreed by another where two are wanted, and undone however much later."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models, transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit.events import record
from kinfold.web.core.versions import locked, save_version
from kinfold.web.people import rules
from kinfold.web.people.models import Address, Merge, Person
from kinfold.web.people.selectors.apart import kept_apart


@transaction.atomic
def ask_to_merge(*, duplicate: Person, into: Person, reason: str, needs_second: bool, by: User, at: datetime) -> Merge:
    """``duplicate`` turned out to be ``into``: at once, or when a second person agrees. Asking twice is once."""
    _may(by, duplicate, into)
    duplicate, into = locked(duplicate), locked(into)
    if not reason.strip():
        raise ValidationError({"reason": "Say how you know that they are one person"})
    same = Merge.objects.filter(duplicate=duplicate, ended_at__isnull=True).first()
    if same is not None and same.into_id == into.pk:
        return same
    _check(duplicate, into)
    if same is not None:
        raise ValidationError("Somebody has asked to join this record with another. Answer that first.")
    merge = Merge.objects.create(
        duplicate=duplicate, into=into, reason=reason.strip(), asked_at=at, asked_by=by, record_id=into.record_id
    )
    record("person.merge_asked", about=merge, by=by, people=(duplicate.pk, into.pk), details={"reason": reason})
    return merge if needs_second else _carry_out(merge, by=by, at=at)


@transaction.atomic
def agree_to_merge(*, merge: Merge, by: User, at: datetime) -> Merge:
    """The second person has looked at both, and agrees."""
    _may(by, merge.duplicate, merge.into)
    merge = locked(merge)
    if merge.agreed_by_id == by.pk:
        return merge
    if not merge.waits:
        raise ValidationError("This has been answered already.")
    if merge.asked_by_id == by.pk:
        raise ValidationError("Somebody else must look at both records too.")
    _check(locked(merge.duplicate), locked(merge.into))
    merge.agreed_at, merge.agreed_by = at, by
    merge.save(update_fields=["agreed_at", "agreed_by"])
    return _carry_out(merge, by=by, at=at)


@transaction.atomic
def decline_merge(*, merge: Merge, reason: str, by: User, at: datetime) -> Merge:
    """The second person does not agree, or the first has thought better of it. Both records stay as they are."""
    _may(by, merge.duplicate, merge.into)
    merge = locked(merge)
    if merge.ended_by_id == by.pk:
        return merge
    if not merge.waits:
        raise ValidationError("This has been answered already.")
    return _end(merge, "person.merge_declined", reason, by, at)


@transaction.atomic
def undo_merge(*, merge: Merge, reason: str, by: User, at: datetime) -> Merge:
    """They are two people after all. What was written of either before is where it was; what was added since stays
    with the record it was added to, until somebody places it."""
    _may(by, merge.duplicate, merge.into)
    merge = locked(merge)
    if merge.ended_at is not None:
        return merge
    if not merge.holds:
        raise ValidationError("These are not joined.")
    duplicate = locked(merge.duplicate)
    duplicate.merged_into = None
    save_version(duplicate, expected=None, fields=["merged_into"])
    return _end(merge, "person.merge_undone", reason, by, at)


@transaction.atomic
def place(*, row: models.Model, merge: Merge, by: User) -> None:
    """One fact that was added to the record in use while two were joined belongs to the other person."""
    _may(by, merge.duplicate, merge.into)
    fields = [name for name in ("person", "related") if getattr(row, f"{name}_id", None) == merge.into_id]
    if not fields:
        raise ValidationError("This is not with that record any more.")
    for name in fields:
        setattr(row, name, merge.duplicate)
    if row.record_id == merge.into.record_id:  # type: ignore[attr-defined]  # else it is a family's, or sealed
        row.record_id = merge.duplicate.record_id  # type: ignore[attr-defined]
    row.validate_constraints()
    row.save(update_fields=[*fields, "record"])
    if isinstance(row, Address) and row.confidential:
        Person.objects.filter(pk=merge.duplicate_id).update(has_confidential_address=True)
    record("person.fact_placed", about=row, by=by, people=(merge.duplicate_id, merge.into_id))


def _may(by: User, *people: Person) -> None:
    require(by, Permission.PERSON_CREATE)
    for person in people:
        require(by, Permission.PERSON_UPDATE, on=person)


def _check(duplicate: Person, into: Person) -> None:
    rules.check_merge(duplicate, into)
    rules.check_apart(bool(kept_apart(duplicate.pk, [into.pk])))


def _carry_out(merge: Merge, *, by: User, at: datetime) -> Merge:
    duplicate = locked(merge.duplicate)
    duplicate.merged_into_id = merge.into_id
    save_version(duplicate, expected=None, fields=["merged_into"])
    merge.merged_at = at
    merge.save(update_fields=["merged_at"])
    record("person.merged", about=merge, by=by, people=(merge.duplicate_id, merge.into_id))
    return merge


def _end(merge: Merge, action: str, reason: str, by: User, at: datetime) -> Merge:
    if not reason.strip():
        raise ValidationError({"reason": "Say why"})
    merge.ended_at, merge.ended_by, merge.ended_reason = at, by, reason.strip()
    merge.save(update_fields=["ended_at", "ended_by", "ended_reason"])
    record(action, about=merge, by=by, people=(merge.duplicate_id, merge.into_id), details={"reason": reason})
    return merge
