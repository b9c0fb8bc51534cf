"""Earlier contacts about the same children, and how many there were in the period that counts."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from kinfold.web.access.models import User
from kinfold.web.core.words import in_london
from kinfold.web.mash.models import ContactChild
from kinfold.web.mash.models.children import ContactChildQuerySet


def months_before(moment: datetime, months: int) -> datetime:
    """The same day and time so many months ago, or the 28th where that month is shorter."""
    local = in_london(moment)
    years, month = divmod(local.month - 1 - months, 12)
    return local.replace(year=local.year + years, month=month + 1, day=min(local.day, 28))


def contacts_in_period(people: Collection[UUID], received_at: datetime, months: int) -> dict[UUID, int]:
    """Each person ▶ contacts received in the months up to and with this one; other records' too, for they count."""
    rows = _about(people, received_at, months).filter(contact__received_at__lte=received_at)
    return dict(rows.values_list("person").annotate(Count("contact", distinct=True)))


def earlier_contacts(
    viewer: User, people: Collection[UUID], received_at: datetime, months: int
) -> dict[UUID, list[ContactChild]]:
    """Each person ▶ the contacts before this one, the newest first, as far as the viewer may see them."""
    rows = (
        _about(people, received_at, months)
        .visible_to(viewer)
        .filter(contact__received_at__lt=received_at)
        .select_related("contact__agency", "decided_by", "person")
        .prefetch_related("worries")
        .order_by("-contact__received_at")
    )
    return _grouped(rows)


def _about(people: Collection[UUID], received_at: datetime, months: int) -> ContactChildQuerySet:
    return ContactChild.objects.filter(
        person__in=people,
        contact__received_at__gte=months_before(received_at, months),
        contact__recorded_in_error_at__isnull=True,
    )


def _grouped(rows: Iterable[ContactChild]) -> dict[UUID, list[ContactChild]]:
    found: dict[UUID, list[ContactChild]] = {}
    for row in rows:
        found.setdefault(row.known.pk, []).append(row)
    return found
