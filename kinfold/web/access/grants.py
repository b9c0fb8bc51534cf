"""Opening records to people and teams, and closing them again."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kinfold.web.access.models import Agency, Grant, Record, RecordBound, Team, User


def new_record(*, level: str = Record.Level.OPEN, agency: Agency | None = None) -> Record:
    return Record.objects.create(level=level, agency=agency)


def grant(
    record: Record,
    *,
    to: User | Team,
    reason: str,
    at: datetime,
    source_id: UUID | None = None,
    until: datetime | None = None,
) -> Grant:
    """Opens the record to one person or team; the same source opens it to them only once."""
    holder = {"user": to} if isinstance(to, User) else {"team": to}
    existing = Grant.objects.filter(record=record, source_id=source_id, ended_at__isnull=True, **holder).first()
    return existing or Grant.objects.create(
        record=record, reason=reason, source_id=source_id, started_at=at, ended_at=until, **holder
    )


def grant_each(given: Iterable[tuple[RecordBound, User]], *, reason: str, at: datetime) -> None:
    """Opens the record of each row, new like the row itself, to the person beside it, with the row as its source."""
    Grant.objects.bulk_create(
        Grant(record_id=row.record_id, user=user, reason=reason, source_id=row.pk, started_at=at) for row, user in given
    )


def opened_by(source_id: UUID) -> QuerySet[Grant]:
    """Whatever one source has opened, also what has ended."""
    return Grant.objects.filter(source_id=source_id)


def end_grants(source_id: UUID, *, at: datetime) -> int:
    """Closes everything that one source opened; returns how many grants ended."""
    still = Q(ended_at__isnull=True) | Q(ended_at__gt=at)
    open_grants: QuerySet[Grant] = Grant.objects.filter(still, source_id=source_id)
    return open_grants.update(ended_at=at)
