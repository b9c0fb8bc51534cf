"""Where many people live and go from now on, in a fixed number of statements: as the actions for one person, sealed
with a secret address like theirs, and refused for all where it would be refused for one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from kinfold.web.access.checks import require, visible_records
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.people.actions.addresses import LINES
from kinfold.web.people.models import Address, Person, Schooling, Setting
from kinfold.web.people.secret_addresses import seal_all_that_leads_there, sealed_records

AT_ONCE = 1_000
HOME = "home"
CHANGED_MEANWHILE = "Somebody recorded something newer of one of them meanwhile. Take it in again."


@dataclass(frozen=True)
class LivesAt:
    person: Person
    lines: Mapping[str, Any]
    on: date
    left_on: date | None = None  # where they lived before


@dataclass(frozen=True)
class Attends:
    """Without ``setting`` they left on that day, and it is not known where to."""

    person: Person
    surgery: bool
    setting: Setting | None
    on: date
    left_on: date | None = None  # where they were before


@transaction.atomic
def record_addresses(said: Sequence[LivesAt], *, by: User, from_file: UUID) -> None:
    """Each person at most once; the home before ends. What is recorded newer is not gone behind."""
    _may_change([one.person for one in said], by)
    given = [{name: one.lines.get(name, "") for name in LINES} for one in said]
    for lines in given:
        lines["postcode"] = lines["postcode"].replace(" ", "").upper()
    doors = [(one.person, lines["line_1"], lines["postcode"]) for one, lines in zip(said, given, strict=True)]
    sealed = sealed_records(doors, by=by)
    days = {one.person.pk: one for one in said}
    homes = list(Address.objects.filter(person__in=days, kind=HOME, ended_on__isnull=True))
    for home in homes:
        home.ended_on = _ended(home.started_on, days[home.person_id])
    Address.objects.bulk_update(homes, ["ended_on"], batch_size=AT_ONCE)
    made = [
        Address(person=one.person, kind=HOME, started_on=one.on, confidential=record is not None,
                record_id=record or one.person.record_id, **lines)
        for one, lines, record in zip(said, given, sealed, strict=True)
    ]  # fmt: skip
    for address in made:
        address.clean_fields(exclude=["record", "person"])
    Address.objects.bulk_create(made, batch_size=AT_ONCE)
    if any(sealed):
        seal_all_that_leads_there({record for record in sealed if record})
    moved_in = [one.person.pk for one, record in zip(said, sealed, strict=True) if record]
    Person.objects.filter(pk__in=moved_in, has_confidential_address=False).update(
        has_confidential_address=True, version=F("version") + 1
    )
    _note("address.recorded", made, [one.person for one in said], by, from_file)


@transaction.atomic
def record_schoolings(said: Sequence[Attends], *, by: User, from_file: UUID) -> None:
    """Each person at most once for schools, and once for surgeries; the one before ends."""
    _may_change([one.person for one in said], by)
    sealed = sealed_records([(one.person, "", "") for one in said], by=by)
    days = {(one.person.pk, one.surgery): one for one in said}
    now = Schooling.objects.filter(person__in={one.person.pk for one in said}, ended_on__isnull=True)
    ended = []
    for schooling in now.select_related("setting"):
        if (told := days.get((schooling.person_id, schooling.setting.phase == "surgery"))) is not None:
            schooling.ended_on = _ended(schooling.started_on, told)
            ended.append(schooling)
    Schooling.objects.bulk_update(ended, ["ended_on"], batch_size=AT_ONCE)
    began = [(one, record) for one, record in zip(said, sealed, strict=True) if one.setting is not None]
    Schooling.objects.bulk_create(
        [
            Schooling(person=one.person, setting=one.setting, started_on=one.on, record_id=held or one.person.record_id)
            for one, held in began
        ],
        batch_size=AT_ONCE,
    )
    for action, people in (
        ("person.schooling_recorded", [one.person for one, _ in began]),
        ("person.schooling_ended", [one.person for one in said if one.setting is None]),
    ):
        _note(action, people, people, by, from_file)


def _may_change(people: Sequence[Person], by: User) -> None:
    require(by, Permission.PERSON_UPDATE)
    wanted = {person.record_id: person for person in people}
    seen = set(visible_records(by).filter(pk__in=wanted).values_list("pk", flat=True))
    for record in wanted.keys() - seen:
        require(by, Permission.PERSON_UPDATE, on=wanted[record])


def _ended(started_on: date | None, told: LivesAt | Attends) -> date:
    left = told.left_on or told.on
    if started_on is not None and started_on > left:
        raise ValidationError(CHANGED_MEANWHILE)
    return left


def _note(action: str, about: Sequence[Any], people: Sequence[Person], by: User, from_file: UUID) -> None:
    whose = [(person.pk,) for person in people]
    events.record_each(action, by=by, about=about, people=whose, details={"file": str(from_file)})
