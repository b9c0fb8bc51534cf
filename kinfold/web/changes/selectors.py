"""What became of files of changes, and the lines that wait, as far as the viewer may see whom they are about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from kinfold.web.access.checks import NotVisible, require
from kinfold.web.access.models import Agency, User
from kinfold.web.access.permissions import Permission
from kinfold.web.changes.files.columns import ADDRESS
from kinfold.web.changes.files.judging import now_at
from kinfold.web.changes.files.reading import Change, Places, read
from kinfold.web.changes.matching import periods_of
from kinfold.web.changes.models import ChangeFile, PutAside
from kinfold.web.core.sheets import Line
from kinfold.web.core.words import day, in_london
from kinfold.web.people.models import Address, Identifier, Person, Setting
from kinfold.web.people.models.places import spaced

F = TypeVar("F")
NEWEST = 50
MOST_WAITING = 200
MOST_FAULTS = 200
WHO = ("Last name", "Date of birth", "Number")
NUMBERS = ("nhs_number", "upn", "former_upn")


def files(viewer: User) -> list[ChangeFile]:
    """The newest that the viewer or their teams sent."""
    require(viewer, Permission.CHANGES_TAKE_IN)
    rows = ChangeFile.objects.visible_to(viewer).defer("content", "faults").select_related("agency", "sent_by")
    return list(rows[:NEWEST])


def file_of(viewer: User, file_id: UUID) -> ChangeFile:
    rows = ChangeFile.objects.visible_to(viewer).defer("content").select_related("agency", "sent_by")
    return _found(rows.filter(pk=file_id).first())


def agencies() -> Iterable[tuple[str, str]]:
    return [(str(pk), name) for pk, name in Agency.objects.values_list("pk", "name")]


@dataclass(frozen=True)
class Waiting:
    lines: list[PutAside]  # those that have waited longest
    in_all: int


def waiting(viewer: User) -> Waiting:
    require(viewer, Permission.CHANGES_TAKE_IN)
    rows = PutAside.objects.visible_to(viewer).waiting()
    named = {key for may_be in rows.values_list("may_be", flat=True) for key in may_be}
    rows = rows.exclude(may_be__overlap=list(_secret_to(viewer, _used(viewer, named))))
    return Waiting(list(rows.select_related("person", "agency")[:MOST_WAITING]), rows.count())


def line_of(viewer: User, line_id: UUID) -> PutAside:
    rows = PutAside.objects.visible_to(viewer).select_related("person", "agency", "decided_by")
    line = _found(rows.filter(pk=line_id).first())
    if not who_it_may_be(viewer, line):
        raise NotVisible("There is nothing here that you may see.")
    return line


def who_it_may_be(viewer: User, line: PutAside) -> list[Person]:
    """The likeliest first. Nobody where one of them has a secret address that the viewer may not see: what the line
    says could give it away."""
    keys = dict.fromkeys((line.person_id, *line.may_be))
    used = _used(viewer, keys)
    return [] if _secret_to(viewer, used) else list({used[key].pk: used[key] for key in keys if key in used}.values())


def change_of(line: PutAside) -> Change | None:
    """What it said; none once it is decided, or where its school or surgery is not there any more."""
    today = in_london(line.put_aside_at).date()
    found = read([Line(line.number, line.said)], Places(Setting.objects.all()), today)
    return found.changes[0] if found.changes else None


@dataclass(frozen=True)
class Side:
    """What the file says, or what Kinfold has of one person; fact ▶ words."""

    person: Person | None
    facts: dict[str, str]

    def same_as(self, other: "Side") -> list[str]:
        """The facts of who it is that both say alike."""
        return [fact for fact in WHO if self.facts[fact] and self.facts[fact] == other.facts[fact]]


def sides_of(viewer: User, line: PutAside, change: Change, people: Iterable[Person]) -> tuple[Side, list[Side]]:
    """The line's side, and that of each person it may be about."""
    told = Side(None, _facts(change.surname, day(change.born_on), change.numbers, change.what, _told_place(change),
                             _told_days(change)))  # fmt: skip
    on_file = list(people)
    periods, numbers = periods_of([one.pk for one in on_file], viewer), _numbers(viewer, on_file)
    sides = []
    for person in on_file:
        here = now_at(periods.get((person.pk, change.what), []))
        where = "" if here is None else ", ".join(here.row.lines) if change.what == ADDRESS else str(here.row.setting)
        since = f"Since {day(here.started_on)}" if here is not None and here.started_on else ""
        born = day(person.born_on) if person.born_on else ""
        theirs = numbers.get(person.pk, set()) & set(change.numbers)
        sides.append(Side(person, _facts(person.surname, born, theirs, change.what, where, since)))
    return told, sides


def _facts(surname: str, born: str, numbers: Iterable[str], what: str, where: str, days: str) -> dict[str, str]:
    return {"Last name": surname, "Date of birth": born, "Number": "\n".join(sorted(numbers)),
            what.capitalize(): where, "When": days}  # fmt: skip


def _told_place(change: Change) -> str:
    if change.setting is not None:
        return change.setting.name
    if change.from_day is None:
        return "It is not known where they went"
    lines = (change.home.get(name, "") for name in ("line_1", "line_2", "town"))
    return ", ".join(filter(None, (*lines, spaced(change.home.get("postcode", "")))))


def _told_days(change: Change) -> str:
    since = f"From {day(change.from_day)}" if change.from_day else ""
    left = f"Left on {day(change.left_on)}" if change.left_on and not change.from_day else ""
    before = f"Left the one before on {day(change.left_on)}" if change.left_on and change.from_day else ""
    return "\n".join(filter(None, (since, left, before)))


def _numbers(viewer: User, people: Iterable[Person]) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = {}
    for person, value in Identifier.objects.visible_to(viewer).filter(
        person__in=list(people), kind__in=NUMBERS
    ).values_list("person", "value"):  # fmt: skip
        found.setdefault(person, set()).add(value)
    return found


def _used(viewer: User, people: Iterable[UUID]) -> dict[UUID, Person]:
    """Each with the record that is used where two were joined since."""
    rows = Person.objects.visible_to(viewer).filter(pk__in=list(people)).select_related("merged_into")
    return {one.pk: one.merged_into or one for one in rows}


def _secret_to(viewer: User, used: Mapping[UUID, Person]) -> set[UUID]:
    """Those of these people whose address is secret, also from the viewer."""
    secret = {key: one.pk for key, one in used.items() if one.has_confidential_address}
    known = Address.objects.visible_to(viewer).filter(person__in=secret.values(), confidential=True)
    seen = set(known.values_list("person", flat=True))
    return {key for key, person in secret.items() if person not in seen}


def _found(row: F | None) -> F:
    if row is None:
        raise NotVisible("There is nothing here that you may see.")
    return row
