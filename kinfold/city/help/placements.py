"""The placements of looked after children: each change of placement ends one episode of care and begins the next."""

from dataclasses import dataclass

import numpy as np

from kinfold.city.draws import Flags, Ints, ranges
from kinfold.city.help.episodes import Episodes
from kinfold.city.help.pathways import LOOKED_AFTER
from kinfold.city.history import NEVER
from kinfold.city.population import Population

_DAYS_BETWEEN_CHANGES = 420.0
_MOST_CHANGES = 6
_LEAST_DAYS = 7


@dataclass(frozen=True)
class Placements:
    """In order of status, then day. `status` points into the statuses; several placements make one period of care."""

    status: Ints
    child: Ints
    started: Ints
    ended: Ints
    first: Flags
    last: Flags

    def __len__(self) -> int:
        return len(self.status)


def place(city: Population, episodes: Episodes) -> Placements:
    rng = city.draws.stream("placements")
    statuses = episodes.statuses
    cared = np.flatnonzero(statuses.step == LOOKED_AFTER)
    started = statuses.started[cared]
    until = np.minimum(statuses.ended[cared], city.history.last + 1)
    days = until - started
    changes = np.minimum(rng.poisson(days / _DAYS_BETWEEN_CHANGES), _MOST_CHANGES)
    changes = np.where(days < 3 * _LEAST_DAYS, 0, changes)
    period, turn = ranges(changes + 1)
    begins = started[period] + np.where(turn == 0, 0, (rng.random(len(period)) * days[period]).astype(np.int64))
    order = np.lexsort((begins, period))
    period, begins = period[order], begins[order]
    # Two changes within a week are one.
    close = np.zeros(len(begins), bool)
    close[1:] = (period[1:] == period[:-1]) & (begins[1:] - begins[:-1] < _LEAST_DAYS)
    close |= (turn > 0) & (until[period] - begins < _LEAST_DAYS)
    period, begins = period[~close], begins[~close]
    first = np.append(True, period[1:] != period[:-1])[: len(period)]
    last = np.append(period[1:] != period[:-1], True)[: len(period)]
    ends = np.where(last, statuses.ended[cared][period], np.append(begins[1:], NEVER)[: len(period)])
    return Placements(cared[period], statuses.child[cared][period], begins, ends, first, last)
