"""How many came to groups in a quarter, of all families, whoever may see each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kinfold.web.directory.models import Service

QUARTERS = 8


@dataclass(frozen=True)
class Counted:
    held: int = 0
    called_off: int = 0
    families: int = 0
    others: int = 0


NOTHING = Counted()


def quarter_start(day: date) -> date:
    """The quarters of the financial year are those of the calendar."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarters_to(today: date) -> list[date]:
    """The first days of this quarter, which is not over, and of those before it, the newest first."""
    found = [quarter_start(today)]
    while len(found) < QUARTERS:
        first = found[-1]
        found.append(date(first.year, first.month - 3, 1) if first.month > 3 else date(first.year - 1, 10, 1))
    return found


def quarter_name(first: date) -> str:
    """April to June 2024"""
    last = date(first.year, first.month + 2, 1)
    return f"{first:%B} to {last:%B} {first.year}"


def counted(services: Iterable[Service], since: date, until: date) -> dict[tuple[UUID | None, date], Counted]:
    """(service, first day of a quarter) ▶ counts; None in the place of a service is all of them together."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT service_id, quarter, held, called_off, families, others FROM groups_counted(%s::uuid[], %s, %s)",
            [[service.pk for service in services], since, until],
        )
        return {(service, quarter): Counted(*numbers) for service, quarter, *numbers in cursor.fetchall()}
