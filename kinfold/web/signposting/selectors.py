"""Whom a family was told of and referred to, and how each service stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.models import User
from kinfold.web.directory.models import Service
from kinfold.web.people.models import Person
from kinfold.web.signposting.models import MISTAKE, Signpost


@dataclass(frozen=True)
class Standing:
    """Counts of all families, also of those whom the viewer may not see. ``told`` to ``helped`` are since a day."""

    told: int = 0
    referred: int = 0
    waiting: int = 0
    waiting_since: datetime | None = None  # the one that waits longest
    there: int = 0
    ended: int = 0
    helped: int = 0


def standing(services: Iterable[Service], since: datetime) -> Mapping[UUID, Standing]:
    """Service ▶ how it stands; every service is in it."""
    keys = [service.pk for service in services]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT service_id, told, referred, waiting, waiting_since, there, ended, helped "
            "FROM signposting_standing(%s, %s)",
            [keys, since],
        )
        found = {key: Standing(*counts) for key, *counts in cursor.fetchall()}
    return {key: found.get(key, Standing()) for key in keys}


def signposts_of(viewer: User, people: Iterable[Person]) -> list[Signpost]:
    """What these people were told of and referred to, the newest first; what was entered by mistake is left out."""
    rows = Signpost.objects.visible_to(viewer).filter(person__in=list(people)).exclude(outcome=MISTAKE)
    return list(rows.select_related("service__organisation", "person", "said_by"))


def signpost_of(viewer: User, signpost_id: UUID) -> Signpost:
    rows = Signpost.objects.visible_to(viewer).select_related("service__organisation", "person", "said_by")
    found = rows.filter(pk=signpost_id).first()
    if found is None:
        raise NotVisible("There is nothing here that you may see.")
    return found


@dataclass(frozen=True)
class Families:
    """Of one service: whom the viewer may see, those who wait longest first."""

    waiting: list[Signpost]
    there: list[Signpost]
    standing: Standing

    @property
    def waiting_unseen(self) -> int:
        return self.standing.waiting - len(self.waiting)

    @property
    def there_unseen(self) -> int:
        return self.standing.there - len(self.there)


def families_of(viewer: User, service: Service, since: datetime) -> Families:
    rows = Signpost.objects.visible_to(viewer).filter(service=service).select_related("person", "said_by")
    return Families(
        waiting=list(rows.waiting().order_by("said_at")),
        there=list(rows.there().order_by("began_on", "said_at")),
        standing=standing([service], since)[service.pk],
    )
