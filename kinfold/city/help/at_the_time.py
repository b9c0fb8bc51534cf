"""What a child was open to at any moment, asked for whole columns of children and days."""

import numpy as np

from kinfold.city.draws import Ints
from kinfold.city.help.episodes import Statuses
from kinfold.city.help.pathways import ASSESSMENT, LOOKED_AFTER

NOTHING = -1
_SPAN = 10_000_000


def status_at(statuses: Statuses, child: Ints, day: Ints) -> Ints:
    """The place in `statuses` of the most serious one open on the day, assessments left out; NOTHING where none is."""
    helped = np.flatnonzero((statuses.step != ASSESSMENT) & (statuses.step != LOOKED_AFTER))
    cared = np.flatnonzero(statuses.step == LOOKED_AFTER)
    found = _covering(statuses, helped, child, day)
    in_care = _covering(statuses, cared, child, day)
    return np.where(in_care != NOTHING, in_care, found)


def step_at(statuses: Statuses, child: Ints, day: Ints) -> Ints:
    place = status_at(statuses, child, day)
    return np.where(place == NOTHING, NOTHING, statuses.step[place])


def _covering(statuses: Statuses, among: Ints, child: Ints, day: Ints) -> Ints:
    """Of statuses that do not overlap within a child, the one that covers the day."""
    if len(among) == 0:
        return np.full(len(child), NOTHING)
    ordered = among[np.lexsort((statuses.started[among], statuses.child[among]))]
    marks = statuses.child[ordered] * _SPAN + statuses.started[ordered]
    place = np.searchsorted(marks, child * _SPAN + day, side="right") - 1
    candidate = ordered[np.maximum(place, 0)]
    covers = (place >= 0) & (statuses.child[candidate] == child) & (statuses.ended[candidate] > day)
    return np.where(covers, candidate, NOTHING)
