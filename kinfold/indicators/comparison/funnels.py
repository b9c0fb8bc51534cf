"""Funnels: how far areas or agencies may lie from their common average by chance alone, the small ones further."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from scipy.special import pdtrik

from kinfold.indicators.comparison.intervals import PERCENT, deviate

WARNING, ALARM = 0.95, 0.998
FEWEST_AREAS = 3
"""The average of two says nothing of either."""

Kind = Literal["share", "rate"]
Position = Literal["far_below", "below", "inside", "above", "far_above"]


@dataclass(frozen=True, slots=True)
class Area:
    """`cases` among `of` people, or events in a population of `of`."""

    name: str
    cases: int
    of: int


@dataclass(frozen=True, slots=True)
class FunnelLimits:
    """At one size; in the unit of the funnel, within what is possible."""

    far_lower: float
    lower: float
    upper: float
    far_upper: float


@dataclass(frozen=True, slots=True)
class Funnel:
    """`average` of all areas together, as a percentage for a share and per `per` for a rate.

    An area is outside exactly where the limits of its own figure exclude the average: for shares Wilson's, as Public
    Health England, *Technical guide: funnel plots* (2017); for rates exact Poisson ones (decision 0084).
    """

    kind: Kind
    average: float
    per: int

    def at(self, size: int) -> FunnelLimits:
        """The 95% and 99.8% limits for an area of `size` people. ValueError unless it is over 0."""
        if size <= 0:
            raise ValueError("An area needs people to have limits.")
        lower, upper = self._limits(size, WARNING)
        far_lower, far_upper = self._limits(size, ALARM)
        return FunnelLimits(far_lower, lower, upper, far_upper)

    def position(self, area: Area) -> Position:
        """`below` and `above` are outside 95% of what chance does, `far_below` and `far_above` outside 99.8%."""
        value, limits = self.per * area.cases / area.of, self.at(area.of)
        if value < limits.lower:
            return "far_below" if value < limits.far_lower else "below"
        if value > limits.upper:
            return "far_above" if value > limits.far_upper else "above"
        return "inside"

    def _limits(self, size: int, confidence: float) -> tuple[float, float]:
        average = self.average / self.per
        if self.kind == "share":
            away = deviate(confidence) * math.sqrt(average * (1 - average) / size)
            return self.per * max(average - away, 0), self.per * min(average + away, 1)
        tail, expected = (1 - confidence) / 2, average * size
        if not expected:
            return 0.0, 0.0
        lower = float(pdtrik(tail, expected)) if math.exp(-expected) < tail else 0.0
        return self.per * lower / size, self.per * (float(pdtrik(1 - tail, expected)) + 1) / size


def funnel(areas: Sequence[Area], *, kind: Kind, per: int = PERCENT) -> Funnel:
    """The funnel of areas that share no person; `per` is 100 for shares.

    ValueError, in words, for fewer than three areas, one without people, or a share of more cases than people.
    """
    if len(areas) < FEWEST_AREAS:
        raise ValueError(f"A funnel needs at least {FEWEST_AREAS} areas or agencies.")
    if kind == "share" and per != PERCENT:
        raise ValueError("A share is a percentage.")
    for area in areas:
        if area.of <= 0 or area.cases < 0 or (kind == "share" and area.cases > area.of):
            raise ValueError(f"{area.name}: {area.cases} of {area.of} is no {kind}.")
    return Funnel(kind, per * sum(area.cases for area in areas) / sum(area.of for area in areas), per)
