"""Periods of time that figures are for: quarters and years of the financial year, and the year to date."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

_QUARTER = re.compile(r"([0-9]{4})-([0-9]{2})-Q([1-4])(-YTD)?")
_YEAR = re.compile(r"([0-9]{4})-([0-9]{2})")
_HALF = re.compile(r"([0-9]{4})-([0-9]{2})-H([12])")
_TERM = re.compile(r"([0-9]{4})-T([123])")
TERMS = ("Spring", "Summer", "Autumn")  # January to April, May to August, September to December


@dataclass(frozen=True, order=True)
class Period:
    """Half-open: `ends_on` is the first day after it. A stock is counted at the close of `last_day`."""

    starts_on: date
    ends_on: date
    key: str

    def __post_init__(self) -> None:
        if self.ends_on <= self.starts_on:
            raise ValueError(f"{self.key}: a period must end after it starts")

    @cached_property
    def last_day(self) -> date:
        return self.ends_on - timedelta(days=1)

    @property
    def title(self) -> str:
        """As a report says it: April to June 2024."""
        first, last = self.starts_on, self.last_day
        start = f"{first:%B}" if first.year == last.year else f"{first:%B %Y}"
        return f"{start} to {last:%B %Y}"

    def holds(self, day: date) -> bool:
        return self.starts_on <= day < self.ends_on


def quarter(key: str) -> Period:
    """2024-25-Q1 is April to June 2024; ValueError, in words, for anything else."""
    parts = _QUARTER.fullmatch(key)
    if parts is None or parts[4]:
        raise ValueError(f"“{key}” is not a quarter: write it as 2024-25-Q1, which is April to June 2024.")
    return _quarter(_first_year(key, parts), int(parts[3]))


def year(key: str) -> Period:
    """2024-25 is April 2024 to March 2025."""
    parts = _YEAR.fullmatch(key)
    if parts is None:
        raise ValueError(f"“{key}” is not a financial year: write it as 2024-25.")
    first = _first_year(key, parts)
    return Period(date(first, 4, 1), date(first + 1, 4, 1), key)


def year_to_date(key: str) -> Period:
    """From April to the end of the quarter named: 2024-25-Q3 gives 2024-25-Q3-YTD, April to December 2024."""
    last = quarter(key)
    return Period(date(int(key[:4]), 4, 1), last.ends_on, f"{key}-YTD")


def period(key: str) -> Period:
    """Any period by its key: 2024-25-Q1, 2024-25-Q3-YTD or 2024-25."""
    if key.endswith("-YTD"):
        return year_to_date(key.removesuffix("-YTD"))
    if _YEAR.fullmatch(key):
        return year(key)
    if _QUARTER.fullmatch(key):
        return quarter(key)
    raise ValueError(f"“{key}” is not a period: write 2024-25-Q1 for a quarter, 2024-25-Q3-YTD or 2024-25 for more.")


def reported(key: str) -> Period:
    """Any period that a report can cover: a quarter, a year, half a year as 2024-25-H1, a school term as 2024-T3."""
    if half := _HALF.fullmatch(key):
        first = _first_year(key, half)
        april, october, following = date(first, 4, 1), date(first, 10, 1), date(first + 1, 4, 1)
        return Period(april, october, key) if half[3] == "1" else Period(october, following, key)
    if term := _TERM.fullmatch(key):
        starts = date(int(term[1]), 4 * int(term[2]) - 3, 1)
        ends = date(starts.year, starts.month + 4, 1) if term[2] != "3" else date(starts.year + 1, 1, 1)
        return Period(starts, ends, key)
    return period(key)


def quarter_of(day: date) -> Period:
    first = day.year if day.month >= 4 else day.year - 1
    return _quarter(first, (day.month - 4) % 12 // 3 + 1)


def last_complete_quarters(count: int, today: date) -> tuple[Period, ...]:
    """The last `count` quarters that have ended before `today`, oldest first."""
    if count < 1:
        raise ValueError("Ask for at least one quarter.")
    found: list[Period] = []
    current = quarter_of(today)
    while len(found) < count:
        current = quarter_of(current.starts_on - timedelta(days=1))
        found.append(current)
    return tuple(reversed(found))


def _first_year(key: str, parts: re.Match[str]) -> int:
    first = int(parts[1])
    if int(parts[2]) != (first + 1) % 100:
        raise ValueError(f"“{key}” names two years that do not follow each other, as 2024-25 does.")
    return first


def _quarter(first_year: int, number: int) -> Period:
    month = 3 * number + 1
    starts = date(first_year, month, 1) if month < 12 else date(first_year + 1, 1, 1)
    ends = date(starts.year, starts.month + 3, 1) if starts.month < 10 else date(starts.year + 1, 1, 1)
    return Period(starts, ends, f"{first_year}-{(first_year + 1) % 100:02}-Q{number}")
