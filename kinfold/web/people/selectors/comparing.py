"""Two records side by side, for somebody to say whether they are one person."""

from datetime import date

from kinfold.practice import code_lists
from kinfold.web.access.models import User
from kinfold.web.core import words
from kinfold.web.people.models import Address, Identifier, Person, Relationship, Schooling


def comparison(viewer: User, person: Person, other: Person, today: date) -> list[dict[str, str]]:
    """Rows for the ``versions`` component: the first is ``mine``, the second ``theirs``; not what neither says."""
    mine, theirs = _facts(viewer, person, today), _facts(viewer, other, today)
    return [
        {"label": label, "mine": mine[label], "theirs": theirs[label]} for label in mine if mine[label] or theirs[label]
    ]


def _facts(viewer: User, person: Person, today: date) -> dict[str, str]:
    kinds, numbers = code_lists.labels("relationship_kind"), code_lists.labels("identifier_type")
    related = Relationship.objects.visible_to(viewer).filter(person=person, ended_on__isnull=True)
    addresses = Address.objects.visible_to(viewer).filter(person=person).order_by("-started_on")
    held = Identifier.objects.visible_to(viewer).filter(person=person).order_by("kind")
    learns = Schooling.objects.visible_to(viewer).filter(person=person, ended_on__isnull=True)
    return {
        "Name": f"{person.forename} {person.surname}".strip() or person.name,
        "Likes to be called": person.known_as,
        "Date of birth": words.day(person.born_on) if person.born_on else "",
        "Due": words.day(person.expected_on) if person.expected_on else "",
        "Sex": code_lists.labels("sex").get(person.sex, person.sex),
        "Addresses": "\n".join(", ".join(row.lines) for row in addresses),
        "Numbers": "\n".join(f"{numbers.get(row.kind, row.kind)}: {row.value}" for row in held),
        "School and surgery": "\n".join(row.setting.name for row in learns.select_related("setting")),
        "Family": "\n".join(
            f"{row.related.name}, {kinds.get(row.kind, row.kind)}" for row in related.select_related("related")
        ),
    }
