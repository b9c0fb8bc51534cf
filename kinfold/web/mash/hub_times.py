"""When the hub reads and answers, in words: its opening hours, the next time it looks, the day of a decision."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from kinfold.practice.hub_hours import WEEKDAYS, HubHours, Opening
from kinfold.web.core.words import clock_time, in_london, moment_near
from kinfold.web.deadlines.actions import due
from kinfold.web.local import selectors as local


@dataclass(frozen=True)
class HubTimes:
    """For one instant: the one at which somebody looks at the form, or has sent it."""

    hours: str
    open_now: bool
    read_next: str  # empty where the hub was open then, or has opened since
    decided_by: date
    answered_by: date


def hub_times(at: datetime, *, now: datetime | None = None) -> HubTimes:
    """``now`` is when it is read, where that is later: “tomorrow” must be the reader's."""
    hours = local.hub_hours(in_london(at).date())
    now = now or at
    opening = hours.next_opening(at)
    return HubTimes(
        hours=in_words(hours),
        open_now=hours.is_open(now),
        read_next=when_open(opening, now) if opening > now else "",
        decided_by=_last_day(due("contact_decision", at)),
        answered_by=_last_day(due("feedback_to_referrer", at)),
    )


def when_open(opening: datetime, now: datetime) -> str:
    """“tomorrow at 8:30am”, “on Monday 23 November at 8:30am”."""
    said = moment_near(opening, now)
    return said if said.startswith(("today", "tomorrow")) else f"on {said}"


def in_words(hours: HubHours) -> str:
    """“Monday to Thursday 8:30am to 5pm, and Friday 8:30am to 4:30pm”; closed days are not named."""
    days = list(zip(WEEKDAYS, hours.week, strict=True))
    said = []
    for opening, alike in groupby(days, key=lambda day: day[1]):
        names = [name for name, _ in alike]
        if opening is not None:
            said.append(f"{_span(names)} {_from_to(opening)}")
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def _span(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"


def _from_to(opening: Opening) -> str:
    return f"{clock_time(opening.opens)} to {clock_time(opening.closes)}"


def _last_day(due_at: datetime) -> date:
    """A rule in working days is due at the midnight that ends its last day."""
    return in_london(due_at - timedelta(microseconds=1)).date()
