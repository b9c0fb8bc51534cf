"""The periods that a board's reports cover: quarters and halves of the financial year, the year itself, terms."""

from collections.abc import Iterator
from datetime import date

from kinfold.indicators.periods import Period, reported
from kinfold.web.partnership.models.boards import Cycle

_MONTHS = {Cycle.QUARTERLY: 3, Cycle.TERMLY: 4, Cycle.SIX_MONTHLY: 6, Cycle.YEARLY: 12, Cycle.AS_IT_COMES: 3}


def covered(cycle: str, since: date, until: date) -> Iterator[Period]:
    """The cycle's periods whose last day falls from ``since`` to ``until``, the earliest first.

    A report that comes as it comes covers a quarter, too.
    """
    months = _MONTHS[Cycle(cycle)]
    start = date(since.year - 2, 1 if cycle == Cycle.TERMLY else 4, 1)
    while start <= until:
        period = reported(_key(cycle, start))
        if since <= period.last_day <= until:
            yield period
        start = _later(start, months)


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
