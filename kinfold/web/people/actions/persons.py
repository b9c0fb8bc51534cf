"""A person's own facts: who they are, and the names and numbers they are known by."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from kinfold.practice import identifiers
from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit.events import record
from kinfold.web.core.versions import save_version
from kinfold.web.people import rules
from kinfold.web.people.models import Disability, Family, FamilyMember, Identifier, OtherName, Person

EDITABLE = (
    "forename", "surname", "known_as", "sex", "gender", "ethnicity", "nationality", "born_on", "expected_on", "died_on",
    "unborn", "first_language", "interpreter_needed", "communication_needs", "send_status",
    "moved_away_on", "moved_to", "passed_on",
)  # fmt: skip


@transaction.atomic
def create_person(
    *,
    facts: Mapping[str, Any],
    today: date,
    by: User,
    at: datetime,
    family: Family | None = None,
    not_known: str = "",
) -> Person:
    """A new person: in the family's file when one is given, else in a record of their own.

    ``not_known`` is how it was known that they are nobody of those on file who are like them.
    """
    require(by, Permission.PERSON_CREATE)
    if family is not None:
        require(by, Permission.PERSON_UPDATE, on=family)
        held = family.record
    else:
        held = grants.new_record(agency=by.agency)
        grants.grant(held, to=by, reason="Made the person's file", at=at, source_id=held.pk)
    person = Person(record=held, **{name: facts[name] for name in EDITABLE if name in facts})
    rules.check_person(person, today)
    person.full_clean(exclude=["record"])
    person.save()
    if family is not None:
        FamilyMember.objects.create(family=family, person=person, started_on=today, record=held)
    record("person.created", about=person, by=by, people=(person.pk,), details=rules.known_to_be_new(not_known))
    return person


@transaction.atomic
def create_relative(
    *, person: Person, facts: Mapping[str, Any], family: Family | None, today: date, by: User, not_known: str = ""
) -> Person:
    """Somebody who matters to a person on file, in the same record: who may change the one may add the other."""
    require(by, Permission.PERSON_UPDATE, on=person)
    relative = Person(record_id=person.record_id, **{name: facts[name] for name in EDITABLE if name in facts})
    rules.check_person(relative, today)
    relative.full_clean(exclude=["record"])
    relative.save()
    if family is not None:
        FamilyMember.objects.create(family=family, person=relative, started_on=today, record_id=family.record_id)
    record("person.created", about=relative, by=by, people=(relative.pk,), details=rules.known_to_be_new(not_known))
    return relative


@transaction.atomic
def update_person(*, person: Person, facts: Mapping[str, Any], version: int | None, today: date, by: User) -> Person:
    """Changes the given facts; raises StaleVersion when somebody else changed the person meanwhile."""
    require(by, Permission.PERSON_UPDATE, on=person)
    former = Person.objects.get(pk=person.pk)
    changed = [name for name in EDITABLE if name in facts and getattr(person, name) != facts[name]]
    for name in changed:
        setattr(person, name, facts[name])
    rules.check_person(person, today)
    person.full_clean(exclude=["record", "version"])
    save_version(person, expected=version, fields=changed)
    if former.surname and former.surname != person.surname:
        _note_name(person, f"{former.forename} {former.surname}", OtherName.Kind.FORMER, today, None, today)
    record("person.updated", about=person, by=by, people=(person.pk,), details={"fields": changed})
    return person


@transaction.atomic
def record_other_name(
    *,
    person: Person,
    name: str,
    kind: str,
    today: date,
    by: User,
    used_from: date | None = None,
    used_until: date | None = None,
) -> OtherName:
    """A maiden name, an alias: search finds the person by it too. The same name again puts its dates right."""
    require(by, Permission.PERSON_UPDATE, on=person)
    if not name.strip():
        raise ValidationError({"name": "Enter the name"})
    if used_from and used_until and used_until < used_from:
        raise ValidationError({"used_until": "The last day must follow the first."})
    other = _note_name(person, name, kind, today, used_from, used_until)
    record("person.other_name_recorded", about=person, by=by, people=(person.pk,))
    return other


@transaction.atomic
def record_identifier(*, person: Person, kind: str, value: str, valid_from: date | None, by: User) -> Identifier:
    """A checked number; the one of its kind until now ends the day the new one begins."""
    require(by, Permission.PERSON_UPDATE, on=person)
    value = value.replace(" ", "").upper()
    if problem := identifiers.problem_with(kind, value):
        raise ValidationError({"value": problem}, code="identifier")
    same = Identifier.objects.filter(person=person, kind=kind, valid_to__isnull=True)
    if existing := same.filter(value=value).first():
        return existing
    if valid_from is not None:
        same.update(valid_to=valid_from)
    number = Identifier.objects.create(
        person=person, kind=kind, value=value, valid_from=valid_from, record_id=person.record_id
    )
    record("person.identifier_recorded", about=person, by=by, people=(person.pk,), details={"kind": kind})
    return number


@transaction.atomic
def record_disabilities(*, person: Person, codes: Iterable[str], on: date, by: User) -> None:
    """These and no others from now on. Nothing is deleted: what no longer holds is dated and left out of lists."""
    require(by, Permission.PERSON_UPDATE, on=person)
    wanted, known = set(codes), Disability.objects.filter(person=person)
    missing = wanted - set(known.values_list("code", flat=True))
    added = Disability.objects.bulk_create(
        Disability(person=person, code=code, record_id=person.record_id) for code in sorted(missing)
    )
    back = known.filter(code__in=wanted, no_longer_on__isnull=False).update(no_longer_on=None)
    gone = known.current().exclude(code__in=wanted).update(no_longer_on=on)
    if added or back or gone:
        record("person.disabilities_recorded", about=person, by=by, people=(person.pk,))


def _note_name(
    person: Person, name: str, kind: str, today: date, used_from: date | None, used_until: date | None
) -> OtherName:
    other = OtherName.objects.filter(person=person, name=name.strip()).first()
    if other is None:
        return OtherName.objects.create(
            person=person, name=name.strip(), kind=kind, noted_on=today, used_from=used_from, used_until=used_until,
            record_id=person.record_id,
        )  # fmt: skip
    other.kind = kind
    other.used_from, other.used_until = used_from or other.used_from, used_until or other.used_until
    other.save(update_fields=["kind", "used_from", "used_until"])
    return other
