"""How good the hub finds agencies' contacts: numbers, by quarter, and what is missing most."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import connection

from kinfold.indicators.periods import Period, last_complete_quarters, quarter_of
from kinfold.practice import code_lists
from kinfold.web.access.checks import require
from kinfold.web.access.models import Agency, User
from kinfold.web.access.permissions import Permission

QUARTERS = 4
GRADES = tuple(code_lists.labels("contact_grade"))


@dataclass
class Graded:
    """One agency's contacts that the hub graded: by quarter and grade, and how many lacked what."""

    agency: Agency
    by_quarter: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    lacked: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return sum(sum(counts.values()) for counts in self.by_quarter.values())

    def of(self, grade: str) -> int:
        return sum(counts[grade] for counts in self.by_quarter.values())

    @property
    def most_lacked(self) -> list[tuple[str, int]]:
        """In words, the most often missed first."""
        words = code_lists.labels("contact_lacks")
        return [(words.get(code, code), count) for code, count in self.lacked.most_common()]


def quarters(today: date) -> Sequence[Period]:
    """The quarter under way and those before it, the newest first."""
    return (quarter_of(today), *reversed(last_complete_quarters(QUARTERS, today)))


def grades_of_own_agency(viewer: User, today: date) -> Graded | None:
    """None for somebody of no agency."""
    require(viewer, Permission.CONTACT_READ_OWN)
    if viewer.agency is None:
        return None
    return _graded(today).get(viewer.agency.pk, Graded(viewer.agency))


def grades_by_agency(viewer: User, today: date) -> list[Graded]:
    """Every agency of which a contact was graded, those with the most first."""
    require(viewer, Permission.GRADES_OVERSEE)
    return sorted(_graded(today).values(), key=lambda one: (-one.total, one.agency.name))


def _graded(today: date) -> dict[UUID, Graded]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM mash_grades(%s)", [quarters(today)[-1].starts_on])
        rows = cursor.fetchall()
    agencies = Agency.objects.in_bulk({agency_id for agency_id, *_ in rows})
    found = {key: Graded(agency) for key, agency in agencies.items()}
    for agency_id, begins, grade, lack, contacts in rows:
        if lack is None:
            found[agency_id].by_quarter[quarter_of(begins).key][grade] += contacts
        else:
            found[agency_id].lacked[lack] += contacts
    return found
