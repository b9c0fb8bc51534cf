"""The steps a family takes through help once an episode opens, drawn for every opening at once."""

from dataclasses import dataclass

import numpy as np

from kinfold.city.draws import Floats, Ints, lognormal, pick_each
from kinfold.city.history import YEAR, to_working_day

FAMILY_SUPPORT, EARLY_HELP, ASSESSMENT, CHILD_IN_NEED, PROTECTION, LOOKED_AFTER, CLOSED = range(7)
STEPS = 9

# From the step in the row to the step in the column: how often, in a hundred.
_NEXT = np.array(
    [
        #  FS   EH  assess CIN  CP  LAC closed
        [0, 12, 4, 0, 0, 0, 84],
        [16, 0, 9, 0, 0, 0, 75],
        [2, 3, 0, 40, 6, 6, 43],
        [0, 9, 0, 0, 13, 8, 70],
        [0, 2, 0, 80, 0, 15, 3],
        [0, 0, 0, 22, 0, 0, 78],
        [0, 0, 0, 0, 0, 0, 100],
    ],
    dtype=np.float64,
)
_MEDIAN_DAYS = np.array([150.0, 190.0, 38.0, 195.0, 285.0, 1050.0, 1.0])
_SPREAD = np.array([0.42, 0.45, 0.35, 0.55, 0.45, 0.95, 0.0])
_LEAST_DAYS = np.array([40, 50, 8, 30, 75, 5, 1])
_MOST_DAYS = np.array([600, 700, 65, 900, 800, int(17 * YEAR), 1])
_SHORT_CARE, _SHORT_CARE_MEDIAN = 0.25, 45.0


@dataclass(frozen=True)
class Pathways:
    """A row for each opening; `steps` has the step at each stage and `bounds` the day it starts, then the day it
    ends."""

    steps: Ints
    bounds: Ints

    @property
    def closed(self) -> Ints:
        return self.bounds[:, -1]

    def joined(self, others: "Pathways") -> "Pathways":
        return Pathways(np.concatenate([self.steps, others.steps]), np.concatenate([self.bounds, others.bounds]))

    def only(self, which: Ints) -> "Pathways":
        return Pathways(self.steps[which], self.bounds[which])


def draw_pathways(rng: np.random.Generator, first_step: Ints, opened: Ints) -> Pathways:
    steps = np.full((len(opened), STEPS), CLOSED)
    bounds = np.empty((len(opened), STEPS + 1), np.int64)
    steps[:, 0], bounds[:, 0] = first_step, opened
    for stage in range(STEPS):
        bounds[:, stage + 1] = to_working_day(bounds[:, stage] + _days(rng, steps[:, stage]))
        if stage + 1 < STEPS:
            steps[:, stage + 1] = pick_each(rng, _chances(steps[:, stage], stage))
    return Pathways(steps, bounds)


def _chances(step: Ints, stage: int) -> Floats:
    chances = _NEXT[step].copy()
    if stage > STEPS - 4:
        chances[:, :CLOSED] *= 0.1
    return chances


def _days(rng: np.random.Generator, step: Ints) -> Ints:
    days = lognormal(rng, _MEDIAN_DAYS[step], 1.0, len(step))
    days = _MEDIAN_DAYS[step] * (days / _MEDIAN_DAYS[step]) ** _SPREAD[step]
    short = (step == LOOKED_AFTER) & (rng.random(len(step)) < _SHORT_CARE)
    days = np.where(short, days / _MEDIAN_DAYS[LOOKED_AFTER] * _SHORT_CARE_MEDIAN, days)
    whole = np.clip(days.astype(np.int64), _LEAST_DAYS[step], _MOST_DAYS[step])
    return np.where(step == CLOSED, 0, whole)
