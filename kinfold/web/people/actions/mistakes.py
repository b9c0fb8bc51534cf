"""A person who should never have been recorded: marked, with a way back."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit.events import record
from kinfold.web.core.versions import locked, save_version
from kinfold.web.people.models import Person

ERROR = ("recorded_in_error_at", "recorded_in_error_by", "recorded_in_error_reason")


@transaction.atomic
def record_in_error(*, person: Person, reason: str, by: User, at: datetime) -> Person:
    """This person should not have been recorded: lists and search leave them out, the row and its reason stay."""
    require(by, Permission.PERSON_CREATE)
    require(by, Permission.PERSON_UPDATE, on=person)
    if not reason.strip():
        raise ValidationError({"reason": "Say what the mistake was"})
    person = locked(person)
    if person.recorded_in_error_at is None:
        person.recorded_in_error_at, person.recorded_in_error_by = at, by
        person.recorded_in_error_reason = reason.strip()
        save_version(person, expected=None, fields=ERROR)
        record("person.recorded_in_error", about=person, by=by, people=(person.pk,), details={"reason": reason})
    return person


@transaction.atomic
def undo_error(*, person: Person, by: User) -> Person:
    require(by, Permission.PERSON_CREATE)
    require(by, Permission.PERSON_UPDATE, on=person)
    person = locked(person)
    if person.recorded_in_error_at is not None:
        person.recorded_in_error_at, person.recorded_in_error_by, person.recorded_in_error_reason = None, None, ""
        save_version(person, expected=None, fields=ERROR)
        record("person.error_undone", about=person, by=by, people=(person.pk,))
    return person
