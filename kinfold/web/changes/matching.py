"""Whom each line of a file is about, and what is recorded of them: a fixed number of questions for thousands."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

from kinfold.web.access.models import User
from kinfold.web.changes.files.columns import ADDRESS, SCHOOL, SURGERY
from kinfold.web.changes.files.judging import Period
from kinfold.web.changes.files.reading import Change, bare, place_of
from kinfold.web.people.models import Address, OtherName, Person, Schooling

HOME = "home"  # the kind of address that a file changes
Periods = dict[tuple[UUID, str], list[Period]]


@dataclass(frozen=True)
class Met:
    """Somebody who has one of a line's numbers. What is ``seen`` says nothing to any page."""

    person: UUID
    belongs_in: UUID
    seen: bool
    same_birth: bool


def whom(changes: Sequence[Change]) -> Mapping[int, list[Met]]:
    """Line ▶ everybody with one of its numbers, whoever may see them."""
    wanted = [
        {"key": one.line, "born_on": one.born_on.isoformat(), "numbers": list(one.numbers),
         "line_1": one.home.get("line_1", ""), "postcode": one.home.get("postcode", "")}
        for one in changes
    ]  # fmt: skip
    found: dict[int, list[Met]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key, person_id, belongs_in, seen, same_birth FROM changes_whom(%s::jsonb)", [json.dumps(wanted)]
        )
        for key, *met in cursor.fetchall():
            found.setdefault(key, []).append(Met(*met))
    return found


@dataclass
class Known:
    """The people of a file as they stand: their names, and where they live, learn and are registered. ``placed`` are
    those whose address is none of a home."""

    people: Mapping[UUID, Person]
    surnames: Mapping[UUID, set[str]]
    placed: Collection[UUID]
    periods: Periods = field(default_factory=dict)

    def goes_by(self, person: UUID, surname: str) -> bool:
        """Whether the last name is one that they have or had."""
        return bare(surname) in self.surnames[person] - {""}


def known(people: Iterable[UUID], viewer: User) -> Known:
    """Locked until the transaction ends, in one order, so that two files do not wait for each other."""
    held = Person.objects.visible_to(viewer).filter(pk__in=set(people)).order_by("pk").select_for_update(of=("self",))
    rows = {person.pk: person for person in held}
    surnames = {key: {bare(person.surname)} - {""} for key, person in rows.items()}
    for key, name in OtherName.objects.filter(person__in=rows).values_list("person", "name"):
        words = name.split()
        surnames[key] |= {bare(" ".join(words[place:])) for place in range(min(1, len(words) - 1), len(words))}
    elsewhere = Address.objects.visible_to(viewer).filter(person__in=rows, ended_on__isnull=True).exclude(kind=HOME)
    return Known(rows, surnames, set(elsewhere.values_list("person", flat=True)), periods_of(rows, viewer))


def periods_of(people: Iterable[UUID], viewer: User) -> Periods:
    """(person, what) ▶ their homes, schools or surgeries, as far as the viewer may see them."""
    found: Periods = {}
    homes = Address.objects.visible_to(viewer).filter(person__in=list(people), kind=HOME)
    for home in homes:
        place = place_of({name: getattr(home, name) for name in ("line_1", "line_2", "postcode")})
        found.setdefault((home.person_id, ADDRESS), []).append(Period(place, home.started_on, home.ended_on, home))
    schoolings = Schooling.objects.visible_to(viewer).filter(person__in=list(people)).select_related("setting")
    for one in schoolings:
        what = SURGERY if one.setting.phase == SURGERY else SCHOOL
        period = Period(str(one.setting_id), one.started_on, one.ended_on, one)
        found.setdefault((one.person_id, what), []).append(period)
    return found
