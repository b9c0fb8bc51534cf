"""What is true on a day and is kept on the event, so that last year's figures stay when a child moves."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from kinfold.web.access.models import Record, Team, User
from kinfold.web.people.models import Address, Family, Person


def wards(people: Collection[UUID], on: date) -> dict[UUID, str]:
    """Where each person lives on the day. A confidential address gives no ward: it is not ours to know."""
    rows = Address.objects.filter(
        Q(started_on__isnull=True) | Q(started_on__lte=on),
        Q(ended_on__isnull=True) | Q(ended_on__gt=on),
        person__in=people,
        confidential=False,
    ).order_by("started_on")
    return {row.person_id: row.ward for row in rows}


def children_of(family: Family, on: date) -> list[Person]:
    """The family's children who belong to it on the day, the eldest first."""
    current = Q(family_memberships__ended_on__isnull=True) | Q(family_memberships__ended_on__gt=on)
    people = Person.objects.current().children(on).filter(current, family_memberships__family=family)
    return list(people.order_by("born_on").distinct())


def team_of(by: User, *services: str) -> Team | None:
    """The team a person acts for: one of these services where they have it, else their first."""
    fitting = [team for team in by.teams if team.service in services]
    return next(iter(fitting or by.teams), None)


def records_of(people: Iterable[Person], *further: Record) -> list[Record]:
    """The records that a family's people and its help are kept in, each once."""
    return list({record.pk: record for record in (*further, *(person.record for person in people))}.values())
