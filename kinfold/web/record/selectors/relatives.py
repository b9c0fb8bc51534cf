"""Who is who: to one person, and within a family."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from kinfold.practice import code_lists
from kinfold.web.access.models import User
from kinfold.web.people.models import Person, Relationship


@dataclass(frozen=True)
class Relative:
    """Somebody related to the person whose page it is; ``words`` say how, from whichever side it was recorded."""

    person: Person
    words: str
    parental_responsibility: str  # for whom, in words; empty where there is none
    relationship_id: UUID


def relatives(viewer: User, people: list[Person]) -> list[Relative]:
    """Those who hold parental responsibility for the person first, then those for whom the person holds it."""
    kinds, ids = code_lists.labels("relationship_kind"), {person.pk for person in people}
    rows = list(
        Relationship.objects.visible_to(viewer)
        .filter(Q(person__in=ids) | Q(related__in=ids), ended_on__isnull=True)
        .select_related("person", "related")
    )
    own = [row for row in rows if row.person_id in ids]
    said = {row.related_id for row in own}
    others = [row for row in rows if row.person_id not in ids and row.person_id not in said]
    found = [
        Relative(row.related, kinds.get(row.kind, row.kind),
                 "Parental responsibility" if row.parental_responsibility else "", row.pk)
        for row in sorted(own, key=lambda row: (not row.parental_responsibility, row.kind, row.related.name))
    ]  # fmt: skip
    return found + [
        Relative(row.person, f"Is their {kinds.get(row.kind, row.kind).lower()}",
                 "Holds parental responsibility for them" if row.parental_responsibility else "", row.pk)
        for row in sorted(others, key=lambda row: (not row.parental_responsibility, row.person.name))
    ]  # fmt: skip


def ties(viewer: User, people: Collection[UUID], today: date) -> dict[UUID, list[str]]:
    """Each grown-up ▶ what they are to the family’s children: “Mother of Ada and Ben, with parental responsibility”."""
    kinds = code_lists.labels("relationship_kind")
    children = Person.objects.children(today)
    rows = (
        Relationship.objects.visible_to(viewer)
        .filter(person__in=people, related__in=people, ended_on__isnull=True)
        .filter(person__in=children)
        .exclude(related__in=children)
        .select_related("person")
        .order_by("person__born_on", "person__forename")
    )
    together: dict[tuple[UUID, str, bool], list[str]] = {}
    for row in rows:
        first = row.person.known_as or row.person.forename or row.person.name
        together.setdefault((row.related_id, kinds.get(row.kind, row.kind), row.parental_responsibility), []).append(
            first
        )
    found: dict[UUID, list[str]] = {}
    for (person, kind, responsible), names in together.items():
        words = f"{kind} of {_listed(names)}" + (", with parental responsibility" if responsible else "")
        found.setdefault(person, []).append(words)
    return found


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
