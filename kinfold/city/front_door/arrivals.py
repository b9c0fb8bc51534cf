"""When a contact comes in and when the hub has decided: nearly always within the working day that the law gives."""

from dataclasses import dataclass

import numpy as np

from kinfold.city.draws import Flags, Ints, pick_each
from kinfold.city.front_door.sources import draw_seconds, draw_sources
from kinfold.city.history import DAY, NEVER, add_working_days, is_working

RED, AMBER, GREEN = range(3)
RAGS = ("red", "amber", "green")
_HOUR = 3600
_OPENS, _CLOSES = 17 * _HOUR // 2, 17 * _HOUR
_SAME_DAY, _NEXT_DAY, _LATE = range(3)
_SPEEDS = ((0.80, 0.17, 0.03), (0.80, 0.17, 0.03), (0.58, 0.35, 0.07))
"""Same day, next working day, later: by rating."""


@dataclass(frozen=True)
class Arrivals:
    """London wall-clock seconds at which contacts came in and were decided, and who brought them."""

    received: Ints
    decided: Ints
    source: Ints
    rag: Ints

    @property
    def day(self) -> Ints:
        return self.received // DAY

    @property
    def decided_day(self) -> Ints:
        return self.decided // DAY

    def joined(self, *others: "Arrivals") -> "Arrivals":
        everyone = (self, *others)
        return Arrivals(
            np.concatenate([one.received for one in everyone]),
            np.concatenate([one.decided for one in everyone]),
            np.concatenate([one.source for one in everyone]),
            np.concatenate([one.rag for one in everyone]),
        )

    def only(self, which: Ints | Flags) -> "Arrivals":
        return Arrivals(self.received[which], self.decided[which], self.source[which], self.rag[which])


def arrive(rng: np.random.Generator, day: Ints, calendar: Ints, rag: Ints) -> Arrivals:
    source = draw_sources(rng, calendar)
    received = day * DAY + draw_seconds(rng, source)
    return Arrivals(received, decide(rng, received, rag), source, rag)


def decide(rng: np.random.Generator, received: Ints, rag: Ints) -> Ints:
    """Decision times. Red ones are decided within hours, day and night; others while the hub is open."""
    count = len(received)
    day, second = received // DAY, received % DAY
    speed = pick_each(rng, np.array(_SPEEDS)[rag])
    soon = second + 900 + (rng.exponential(1.8, count) * _HOUR).astype(np.int64)
    today = (speed == _SAME_DAY) & is_working(day) & (soon < _CLOSES) & (second >= _OPENS - _HOUR)
    wait = np.where(speed == _LATE, rng.integers(2, 5, count), 1)
    later_day = add_working_days(day, wait)
    later = later_day * DAY + _OPENS + (rng.beta(1.3, 1.8, count) * (_CLOSES - _OPENS)).astype(np.int64)
    decided = np.where(today, day * DAY + soon, later)
    urgent = received + 600 + (rng.gamma(1.6, 0.8, count) * _HOUR).astype(np.int64)
    return np.where(rag == RED, urgent, decided)


def undecided_after(decided: Ints, last: int) -> Ints:
    """NEVER for a decision that falls after the last day lived."""
    return np.where(decided >= (last + 1) * DAY, NEVER * DAY, decided)
