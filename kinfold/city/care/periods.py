"""Periods of care: a child's whole time looked after, with the placements it is made of."""

from dataclasses import dataclass

import numpy as np

from kinfold.city.draws import Ints
from kinfold.city.help.casework import Casework


@dataclass(frozen=True)
class Periods:
    """One place for each period. `until` is the day after the last one lived in it; `why_ended` is -1 while it goes
    on; `first` and `final` are places of its placements."""

    status: Ints
    child: Ints
    started: Ints
    ended: Ints
    until: Ints
    why_ended: Ints
    first: Ints
    final: Ints
    of_placement: Ints

    def __len__(self) -> int:
        return len(self.status)

    @property
    def days(self) -> Ints:
        return self.until - self.started


def gather_periods(work: Casework) -> Periods:
    placements = work.placements
    first, final = np.flatnonzero(placements.first), np.flatnonzero(placements.last)
    status = placements.status[first]
    ended = placements.ended[final]
    return Periods(
        status,
        placements.child[first],
        placements.started[first],
        ended,
        np.minimum(ended, work.last + 1),
        work.findings.care_ended[final],
        first,
        final,
        np.cumsum(placements.first) - 1,
    )
