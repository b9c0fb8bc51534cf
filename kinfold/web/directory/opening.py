"""When a service is open: read from lines as people type them, kept as plain values, and said again in words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time
from itertools import groupby
from typing import Any

from kinfold.practice.hub_hours import WEEKDAYS
from kinfold.web.core.forms.times import read_time
from kinfold.web.core.words import clock_time

CODES = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), WEEKDAYS, strict=True))
"""As calendars and Open Referral write the days."""

MOST_SESSIONS = 50
_DAYS = {day[:3].lower(): code for code, day in CODES.items()}
_LINE = re.compile(r"(?P<first>[a-z]+)(?: (?:to|-) (?P<last>[a-z]+))? (?P<opens>.+?) (?:to|until|-) (?P<closes>.+)")


@dataclass(frozen=True, order=True)
class Session:
    """One time on one day of the week."""

    day: str  # a key of CODES
    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.day not in CODES or self.closes <= self.opens:
            raise ValueError(f"{CODES.get(self.day, self.day)}: it must close after it opens.")

    @property
    def kept(self) -> dict[str, str]:
        return {"day": self.day, "opens_at": f"{self.opens:%H:%M}", "closes_at": f"{self.closes:%H:%M}"}

    @property
    def hours(self) -> str:
        return f"{clock_time(self.opens)} to {clock_time(self.closes)}"


def read(text: str) -> tuple[Session, ...]:
    """From lines such as “Monday to Friday 9am to 5pm”; ValueError says which line, and how to mend it."""
    found: set[Session] = set()
    for line in (line.strip() for line in text.splitlines()):
        if line:
            found |= set(_sessions(line))
    if len(found) > MOST_SESSIONS:
        raise ValueError(f"There are more than {MOST_SESSIONS} times. Give the usual week alone.")
    return in_order(found)


def _sessions(line: str) -> Iterator[Session]:
    match = _LINE.fullmatch(" ".join(line.lower().replace(",", " ").replace("–", " - ").split()))
    mend = f"“{line}” must look like “Monday 9am to 5pm” or “Monday to Friday 9am to 5pm”."
    if match is None:
        raise ValueError(mend)
    first, last = _day(match["first"]), _day(match["last"] or match["first"])
    opens, closes = read_time(match["opens"]), read_time(match["closes"])
    if not (first and last and opens and closes):
        raise ValueError(mend)
    days = list(CODES)
    if days.index(last) < days.index(first):
        raise ValueError(f"“{line}”: the first day must come before the last.")
    if closes <= opens:
        raise ValueError(f"“{line}”: it must close after it opens.")
    for day in days[days.index(first) : days.index(last) + 1]:
        yield Session(day, opens, closes)


def _day(word: str) -> str | None:
    """Mon, Monday, Mondays: a beginning of the day's name, three letters or more."""
    code = _DAYS.get(word[:3])
    return code if code and f"{CODES[code]}s".lower().startswith(word) else None


def in_order(sessions: Iterable[Session]) -> tuple[Session, ...]:
    days = list(CODES)
    return tuple(sorted(set(sessions), key=lambda each: (days.index(each.day), each.opens, each.closes)))


def kept(sessions: Iterable[Session]) -> list[dict[str, str]]:
    return [session.kept for session in in_order(sessions)]


def sessions_of(rows: Iterable[dict[str, Any]]) -> tuple[Session, ...]:
    """From what is kept."""
    return in_order(
        Session(row["day"], time.fromisoformat(row["opens_at"]), time.fromisoformat(row["closes_at"])) for row in rows
    )


def lines(sessions: Iterable[Session]) -> list[str]:
    """“Monday to Friday, 9am to 5pm”: days that follow each other with the same hours in one line."""
    days = list(CODES)
    by_day = [
        (day, " and ".join(each.hours for each in of_day))
        for day, of_day in groupby(in_order(sessions), key=lambda each: each.day)
    ]
    runs: list[tuple[str, str, str]] = []
    for day, hours in by_day:
        if runs and runs[-1][2] == hours and days.index(day) == days.index(runs[-1][1]) + 1:
            runs[-1] = (runs[-1][0], day, hours)
        else:
            runs.append((day, day, hours))
    return [f"{CODES[first]}{f' to {CODES[last]}' if last != first else ''}, {hours}" for first, last, hours in runs]


def typed(sessions: Iterable[Session]) -> str:
    """The same as lines that ``read`` reads again."""
    return "\n".join(f"{CODES[each.day]} {each.hours}".replace("midnight", "12am") for each in in_order(sessions))
