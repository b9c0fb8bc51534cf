"""Earlier contacts about the same children, and how many there were in the period that counts."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from kinfold.web.access.models import User
from kinfold.web.core.words import in_london
from kinfold.web.mash.models import ContactChild
from kinfold.web.mash.models.children import ContactChildQuerySet
from kinfold.web.people.models import Person


def months_before(moment: datetime, months: int) -> datetime:
    """The same day and time so many months ago, or the 28th where that month is shorter."""
    local = in_london(moment)
    years, month = divmod(local.month - 1 - months, 12)
    return local.replace(year=local.year + years, month=month + 1, day=min(local.day, 28))


def contacts_in_period(people: Collection[UUID], received_at: datetime, months: int) -> dict[UUID, int]:
    """Each person ▶ contacts received in the months up to and with this one; other records' too, for they count."""
    same = _records_of(people)
    rows = _about(same).filter(
        contact__received_at__gte=months_before(received_at, months), contact__received_at__lte=received_at
    )
    heard: dict[UUID, set[UUID]] = {}
    for person, contact in rows.values_list("person", "contact"):
        heard.setdefault(same[person], set()).add(contact)
    return {person: len(heard[same[person]]) for person in people if same.get(person) in heard}


def earlier_contacts(viewer: User, people: Collection[UUID], received_at: datetime) -> dict[UUID, list[ContactChild]]:
    """Each person ▶ every contact before this one, the newest first, as far as the viewer may see them."""
    same = _records_of(people)
    rows = (
        _about(same)
        .visible_to(viewer)
        .filter(contact__received_at__lt=received_at)
        .select_related("contact__agency", "decided_by", "person")
        .prefetch_related("worries")
        .order_by("-contact__received_at")
    )
    found: dict[UUID, list[ContactChild]] = {}
    for row in rows:
        found.setdefault(same[row.known.pk], []).append(row)
    return {person: found[same[person]] for person in people if same.get(person) in found}


def _records_of(people: Collection[UUID]) -> dict[UUID, UUID]:
    """Every record of these people ▶ the one in use: two records that turned out to be one child are one child."""
    rows = Person.objects.filter(pk__in=list(people)).values_list("pk", "merged_into")
    in_use = {person: into or person for person, into in rows}
    merged = Person.objects.filter(merged_into__in=set(in_use.values())).values_list("pk", "merged_into")
    return {used: used for used in in_use.values()} | in_use | {person: into for person, into in merged if into}


def _about(people: Collection[UUID]) -> ContactChildQuerySet:
    return ContactChild.objects.filter(person__in=list(people), contact__recorded_in_error_at__isnull=True)
