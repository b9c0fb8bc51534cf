"""Reads dates and times as people type them, and says plainly what is wrong with them."""

from __future__ import annotations

import re
from datetime import date, time

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})|(?<=\d\d)(?P<packed>\d{2}))?\s*(?P<half>am|pm|a\.m\.|p\.m\.)?"
)
_NAMED_TIMES = {"midday": time(12), "noon": time(12), "midnight": time(0)}


class NotADate(ValueError):
    """What is wrong, as it follows the label: 'must include a year'; `parts` are the boxes to mark."""

    def __init__(self, said: str, parts: tuple[str, ...] = ("day", "month", "year")) -> None:
        super().__init__(said)
        self.parts = parts


def read_time(typed: str) -> time | None:
    """9:30am, 9.30 pm, 0930, 14:30, 9am, midday; a bare '9' says neither morning nor evening and is not a time."""
    written = " ".join(typed.lower().split())
    if written in _NAMED_TIMES:
        return _NAMED_TIMES[written]
    match = _TIME.fullmatch(written)
    if not match or not (match["minute"] or match["packed"] or match["half"]):
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or match["packed"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_month(typed: str) -> int | None:
    """5, 05, May or may."""
    if typed.isascii() and typed.isdigit():
        return int(typed)
    return _MONTHS.index(typed[:3].lower()) + 1 if typed[:3].lower() in _MONTHS else None


def read_date(day: str, month: str, year: str) -> date | None:
    """The date in the three boxes; None when all are empty; NotADate says which is missing or wrong."""
    given = {"day": day, "month": month, "year": year}
    absent = tuple(part for part, typed in given.items() if not typed)
    if len(absent) == 3:
        return None
    if absent:
        raise NotADate("must include a " + " and ".join(absent), absent)
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        raise NotADate("must include a year with four numbers, like 2019", ("year",))
    month_number = read_month(month)
    if month_number is None or not 1 <= month_number <= 12:
        raise NotADate("must be a real date", ("month",))
    if not (day.isascii() and day.isdigit()):
        raise NotADate("must be a real date", ("day",))
    try:
        return date(int(year), month_number, int(day))
    except ValueError:
        raise NotADate("must be a real date", ("day",)) from None
