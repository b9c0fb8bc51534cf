"""The periods that a board's reports cover: quarters and halves of the financial year, the year itself, terms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kinfold.web.partnership.models.boards import Cycle

_MONTHS = {Cycle.QUARTERLY: 3, Cycle.SIX_MONTHLY: 6, Cycle.YEARLY: 12}
_TERMS = ("Spring", "Summer", "Autumn")  # January to April, May to August, September to December


@dataclass(frozen=True)
class Covered:
    key: str
    words: str
    starts_on: date
    last_day: date


def covered(cycle: str, since: date, until: date) -> Iterator[Covered]:
    """The cycle's periods whose last day falls from ``since`` to ``until``, the earliest first."""
    start = date(since.year - 2, 1 if cycle == Cycle.TERMLY else 4, 1)
    while start <= until:
        following = _later(start, 4 if cycle == Cycle.TERMLY else _MONTHS[Cycle(cycle)])
        last = following - timedelta(days=1)
        if since <= last <= until:
            yield Covered(_key(cycle, start), _words(cycle, start, last), start, last)
        start = following


def words_of(cycle: str, starts_on: date, last_day: date) -> str:
    return _words(cycle, starts_on, last_day)


def _later(start: date, months: int) -> date:
    month = start.month - 1 + months
    return date(start.year + month // 12, month % 12 + 1, 1)


def _key(cycle: str, start: date) -> str:
    """2025-26-Q1, 2025-26-H1, 2025-26; 2025-T3 is the autumn term."""
    if cycle == Cycle.TERMLY:
        return f"{start.year}-T{(start.month - 1) // 4 + 1}"
    first = start.year if start.month >= 4 else start.year - 1
    year, place = f"{first}-{(first + 1) % 100:02}", (start.month - 4) % 12
    return {3: f"{year}-Q{place // 3 + 1}", 6: f"{year}-H{place // 6 + 1}", 12: year}[_MONTHS[Cycle(cycle)]]


def _words(cycle: str, start: date, last: date) -> str:
    if cycle == Cycle.TERMLY:
        return f"{_TERMS[(start.month - 1) // 4]} term {start.year}"
    first = f"{start:%B}" if start.year == last.year else f"{start:%B %Y}"
    return f"{first} to {last:%B %Y}"
