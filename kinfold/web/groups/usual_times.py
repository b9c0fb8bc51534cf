"""When a group meets by its usual week: the next times, and those just gone that nobody has recorded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from kinfold.web.core.words import in_london
from kinfold.web.directory.models import Service
from kinfold.web.directory.opening import CODES
from kinfold.web.groups.models import Session

AHEAD, BACK = timedelta(weeks=5), timedelta(weeks=2)
MOST_MISSING = 3


@dataclass(frozen=True, order=True)
class Meeting:
    """One time on one day. ``called_off`` is the reason where somebody has cancelled it already."""

    on: date
    at: time
    until: time
    called_off: str = ""


def next_meetings(service: Service, called_off: Iterable[Session], now: datetime) -> list[Meeting]:
    """Up to and with the first that is not called off; empty where the directory gives no times, or it is closed."""
    reasons = {(one.held_on, one.starts_at): one.cancelled_because for one in called_off if one.cancelled}
    found: list[Meeting] = []
    here = in_london(now)
    for one in _usual(service, here.date(), here.date() + AHEAD):
        if datetime.combine(one.on, one.until) <= here.replace(tzinfo=None):
            continue
        found.append(Meeting(one.on, one.at, one.until, reasons.get((one.on, one.at), "")))
        if not found[-1].called_off:
            break
    return found


def not_recorded(service: Service, sessions: Iterable[Session], now: datetime) -> list[Meeting]:
    """The last ones that have ended by the usual week and of which nothing is said, the newest first; none from before
    the service was in the directory."""
    here = in_london(now)
    first = max(here.date() - BACK, in_london(service.created_at).date())
    known = {(one.held_on, one.starts_at) for one in sessions}
    past = [
        one for one in _usual(service, first, here.date())
        if (one.on, one.at) not in known and datetime.combine(one.on, one.until) <= here.replace(tzinfo=None)
    ]  # fmt: skip
    return list(islice(reversed(past), MOST_MISSING))


def _usual(service: Service, first: date, last: date) -> Iterator[Meeting]:
    if service.state != Service.State.OPEN:
        return
    days, times = list(CODES), service.sessions
    for number in range((last - first).days + 1):
        on = first + timedelta(days=number)
        for one in times:
            if days.index(one.day) == on.weekday():
                yield Meeting(on, one.opens, one.closes)
