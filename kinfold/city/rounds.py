"""What comes round again: visits by a rhythm, and sittings each of which is reckoned from the one before."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from kinfold.city.draws import Ints, ranges
from kinfold.city.history import NEVER, to_working_day


@dataclass(frozen=True)
class Sittings:
    """`whose` is the place of the period, `turn` counts from 0 within it; `held` is NEVER where it is yet to come."""

    whose: Ints
    turn: Ints
    due: Ints
    held: Ints


def sittings(
    started: Ints, ended: Ints, last: int, due: Callable[[int, Ints, Ints], Ints], slip: Callable[[int, Ints], Ints],
    *, closes: bool = False,
) -> Sittings:  # fmt: skip
    """Sittings for each period until it ends or today.

    `due` gives the day the next one is due from its turn, the periods' places and the day each was last held (at first,
    the day it began); `slip` how many days after that it is held. With `closes`, one that the end comes before is
    brought forward to that day, and ends the period.
    """
    whose, day, turn = np.arange(len(started)), started, 0
    parts = []
    while len(whose):
        due_on = due(turn, whose, day)
        held = np.maximum(to_working_day(due_on + slip(turn, whose)), day + 1)
        over = held >= ended[whose]
        if closes:
            held = np.where(over, ended[whose], held)
        to_come = held > last
        kept = ~over | closes
        parts.append(np.stack([whose, np.full(len(whose), turn), due_on, np.where(to_come, NEVER, held)])[:, kept])
        goes_on = ~over & ~to_come
        whose, day, turn = whose[goes_on], held[goes_on], turn + 1
    return Sittings(*np.concatenate(parts, axis=1)) if parts else Sittings(*np.zeros((4, 0), np.int64))


def visits(
    rng: np.random.Generator, started: Ints, until: Ints, first: tuple[int, int], then: tuple[int, int],
    late: float, by: tuple[int, int],
) -> tuple[Ints, Ints]:  # fmt: skip
    """Which period each visit falls in, and its day: the first so many days in, the others so many apart, and some late
    by so many more."""
    whose, turn = ranges(np.maximum(until - started, 0) // then[0] + 2)
    gap = np.where(turn == 0, rng.integers(*first, len(whose)), rng.integers(*then, len(whose)))
    gap += np.where((turn > 0) & (rng.random(len(whose)) < late), rng.integers(*by, len(whose)), 0)
    passed = np.cumsum(gap)
    before = (passed - gap)[turn == 0]
    day = to_working_day(started[whose] + passed - before[whose])
    made = day < until[whose]
    return whose[made], day[made]
