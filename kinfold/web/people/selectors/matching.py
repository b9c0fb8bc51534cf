"""Finding the person somebody means: candidates with the reasons why each was found, for a human to confirm."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

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
    "same_birth": "Same date of birth",
    "swapped_birth": "Day and month of birth the other way round",
    "near_birth": "Born within a month of that date",
    "same_postcode": "Has lived at that postcode",
}


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
    asked = [name.strip(), born_on, _bare(postcode), _bare(number)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT person_id, score, reasons FROM people_search(%s, %s, %s, %s) LIMIT %s", [*asked, limit])
        found = cursor.fetchall()
    people = Person.objects.in_bulk([person_id for person_id, _, _ in found])
    candidates = [
        Candidate(people[person_id], score, tuple(REASONS[reason] for reason in reasons))
        for person_id, score, reasons in found
        if person_id in people
    ]
    record(
        "person.searched", by=viewer, people=tuple(each.person.pk for each in candidates),
        details={"name": name, "born_on": born_on.isoformat() if born_on else None, "postcode": postcode,
                 "number_given": bool(number)},
    )  # fmt: skip
    return candidates


def _bare(written: str) -> str:
    """A postcode or number as it is kept: capitals, without gaps."""
    return "".join(character for character in written.upper() if character.isalnum())
