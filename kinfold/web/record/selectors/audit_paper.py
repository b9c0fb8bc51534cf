"""Who looked at a family, in the words of a paper that the family is given."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kinfold.web.access.models import Agency, User
from kinfold.web.access.permissions import ROLES
from kinfold.web.audit.models import AuditEvent
from kinfold.web.casework import selectors as casework
from kinfold.web.casework.models import Involvement
from kinfold.web.casework.selectors.people import AT_A_HIDDEN_PLACE
from kinfold.web.core.words import in_london
from kinfold.web.people.models import Family, FamilyMember, Person, Setting
from kinfold.web.people.selectors import HiddenPlaces, kept_secret
from kinfold.web.record.audit_words import in_words
from kinfold.web.record.selectors.audit import who_looked

READING = ("Looked", "Read", "Printed", "Downloaded")


@dataclass(frozen=True)
class Looked:
    """One person, however often they looked."""

    key: str
    who: str
    agency: str
    first_on: date
    last_on: date
    days: int
    wrote: bool
    why: str


def looked(*, viewer: User, family_id: UUID, today: date) -> tuple[Family, list[Looked]]:
    """Each person who opened the file, the latest first. Refusals and searches opened nothing, and jobs are nobody.

    What was done is said as reading or writing, never more: an action's name may be the very thing that one member of
    a family must not know of another. What is about a member by another family's file is that family's.
    """
    family, found = who_looked(viewer=viewer, family_id=family_id)
    keys = FamilyMember.objects.visible_to(viewer).filter(family=family).values("person")
    people = list(Person.objects.visible_to(viewer).filter(pk__in=keys))
    events = found.filter(record_id__in={family.record_id, *(person.record_id for person in people)}, refused=False)
    together: dict[UUID, list[AuditEvent]] = {}
    for event in events.exclude(action="person.searched").exclude(user_id=None).order_by("-at"):
        together.setdefault(event.user_id, []).append(event)  # type: ignore[arg-type]
    users = User.objects.filter(system=False).in_bulk(list(together))
    whys = _whys(viewer, people, users.values(), today)
    places = _hidden([person.pk for person in people])
    agencies = Agency.objects.in_bulk({rows[0].agency_id for rows in together.values() if rows[0].agency_id})
    return family, [
        _looked(users[key], rows, agencies.get(rows[0].agency_id), places, whys[key])
        for key, rows in together.items()
        if key in users
    ]


def _looked(user: User, events: list[AuditEvent], agency: Agency | None, places: HiddenPlaces, why: str) -> Looked:
    days = {in_london(event.at).date() for event in events}
    hidden = places.hides(agency)
    if any(event.action == "emergency.opened" for event in events):
        why = "In an emergency: somebody needed the file at once"
    return Looked(
        key=user.pk.hex,
        who=AT_A_HIDDEN_PLACE if hidden else user.name,
        agency="" if hidden or agency is None else agency.name,
        first_on=min(days),
        last_on=max(days),
        days=len(days),
        wrote=any(not in_words(event).startswith(READING) for event in events),
        why="Their work" if hidden else why,
    )


def _whys(viewer: User, people: Collection[Person], users: Iterable[User], today: date) -> dict[UUID, str]:
    """A part that they play or played with the family; else their post."""
    labels = casework.role_labels(today)
    parts: dict[UUID, set[str]] = {}
    held = Involvement.objects.visible_to(viewer).filter(person__in=people, user__isnull=False)
    for user_id, role in held.values_list("user", "role"):
        parts.setdefault(user_id, set()).add(labels.get(role, role))
    return {user.pk: ", ".join(sorted(parts.get(user.pk, ()))) or f"Their work: {_post(user)}" for user in users}


def _post(user: User) -> str:
    return user.post or ", ".join(sorted(ROLES[role].title for role in user.roles)) or "not recorded"


def _hidden(people: Collection[UUID]) -> HiddenPlaces:
    """From the whole family, whoever of them or of us may know: the paper may be read by anybody at home."""
    if not kept_secret(people):
        return HiddenPlaces()
    return HiddenPlaces(frozenset(Setting.objects.exclude(agency=None).values_list("agency", flat=True)))
