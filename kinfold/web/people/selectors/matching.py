"""Finding the person somebody means: candidates with the reasons why each was found, for a human to confirm."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kinfold.practice import names
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit.events import record
from kinfold.web.people.models import Person

REASONS = {
    "same_number": "Same number",
    "same_name": "Same name",
    "similar_name": "Similar name",
    "other_name": "Had or uses a name like that",
    "partly_alike": "Name partly alike",
    "surname_sounds_alike": "Family name sounds alike",
    "other_form": "Another form of that name",
    "same_birth": "Same date of birth",
    "swapped_birth": "Day and month of birth the other way round",
    "near_birth": "Born within a month of that date",
    "mistaken_birth": "A date of birth easily taken for that one",
    "same_postcode": "Has lived at that postcode",
}
NAMES = {"same_name", "similar_name", "other_name", "other_form", "surname_sounds_alike"}
BIRTHS = {"same_birth", "swapped_birth", "mistaken_birth", "near_birth"}
LIKELY_AMONG, FEW, MOST_NAMED = 50, 5, 8


@dataclass(frozen=True)
class Candidate:
    person: Person
    score: float  # orders the list; says nothing about the child
    reasons: tuple[str, ...]  # in words, the strongest first


def search(
    *, viewer: User, name: str, born_on: date | None = None, postcode: str = "", number: str = "", limit: int = 20
) -> list[Candidate]:
    """At most ``limit`` candidates, best first. Needs the whole-index permission; the search is audited."""
    require(viewer, Permission.PERSON_SEARCH)
    return [candidate for candidate, _ in _found(viewer, name, born_on, postcode, number, limit)]


def likely_same(*, viewer: User, name: str, born_on: date | None, postcode: str = "") -> list[Candidate]:
    """Who on file is probably the person that somebody is about to record, best first; audited as a search.

    For whoever may record people, searching or not: each is offered only whom they may see anyway.
    """
    if len(name.split()) < 2 and born_on is None:  # a family name alone is everybody's
        return []
    found = _found(viewer, name, born_on, postcode, "", LIKELY_AMONG)
    return [candidate for candidate, reasons in found if _is_likely(candidate.person, set(reasons), born_on)][:FEW]


def named_like(*, viewer: User, name: str, born_on: date | None) -> list[Candidate]:
    """Those of the people whom the viewer may see anyway whose name is like that, best first; audited as a search."""
    found = _found(viewer, name, born_on, "", "", LIKELY_AMONG)
    return [candidate for candidate, reasons in found if set(reasons) & (NAMES | {"partly_alike"})][:MOST_NAMED]


@dataclass(frozen=True)
class Described:
    """One of many children whom somebody described; ``key`` is whatever tells them apart for the caller."""

    key: UUID
    name: str
    born_on: date | None
    numbers: tuple[str, ...] = ()
    postcode: str = ""


def likely_each(*, viewer: User, described: Sequence[Described]) -> dict[UUID, list[Candidate]]:
    """Who each of them may be, best first, at most three: by a number, or by birthday and a name alike.

    One question for thousands; it looks less far than a search does. Audited as one search.
    """
    require(viewer, Permission.PERSON_SEARCH)
    wanted = [
        {"key": str(one.key), "name": one.name, "born_on": one.born_on.isoformat() if one.born_on else "",
         "postcode": _bare(one.postcode), "numbers": [_bare(number) for number in one.numbers if number]}
        for one in described
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("SELECT key, person_id, score, reasons FROM people_likely(%s::jsonb)", [json.dumps(wanted)])
        rows = cursor.fetchall()
    people = Person.objects.in_bulk({person_id for _, person_id, _, _ in rows})
    found: dict[UUID, list[Candidate]] = {}
    for key, person_id, score, reasons in rows:
        if person_id in people:
            words = tuple(REASONS[reason] for reason in reasons)
            found.setdefault(key, []).append(Candidate(people[person_id], score, words))
    record("person.searched", by=viewer, people=tuple(people), details={"children": len(wanted)})
    return found


def _is_likely(person: Person, reasons: set[str], born_on: date | None) -> bool:
    """Alike in name and in birthday; where no birthday is known of either, the very same name."""
    if person.born_on is None or born_on is None:
        return bool(reasons & {"same_name", "other_name"}) or {"same_postcode", "similar_name"} <= reasons
    return bool(reasons & NAMES) and bool(reasons & BIRTHS)


def _found(
    viewer: User, name: str, born_on: date | None, postcode: str, number: str, limit: int
) -> list[tuple[Candidate, list[str]]]:
    also, mistaken = list(names.also_known_as(name)), list(names.mistaken_for(born_on)) if born_on else []
    asked = [name.strip(), born_on, _bare(postcode), _bare(number), also, mistaken]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT person_id, score, reasons FROM people_search(%s, %s, %s, %s, %s::text[], %s::date[]) LIMIT %s",
            [*asked, limit],
        )
        found = cursor.fetchall()
    people = Person.objects.in_bulk([person_id for person_id, _, _ in found])
    candidates = [
        (Candidate(people[person_id], score, tuple(REASONS[reason] for reason in reasons)), reasons)
        for person_id, score, reasons in found
        if person_id in people
    ]
    record(
        "person.searched", by=viewer, people=tuple(each.person.pk for each, _ in candidates),
        details={"name": name, "born_on": born_on.isoformat() if born_on else None, "postcode": postcode,
                 "number_given": bool(number)},
    )  # fmt: skip
    return candidates


def _bare(written: str) -> str:
    """A postcode or number as it is kept: capitals, without gaps."""
    return "".join(character for character in written.upper() if character.isalnum())
