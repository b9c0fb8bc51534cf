"""Benchmarks: a figure beside England's, the region's and its statistical neighbours', and in which quarter it lies."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import quantiles
from typing import Literal

from kinfold.indicators.comparison.exact import Better

FEWEST_FOR_QUARTERS = 8
"""With fewer areas, a quarter of them is one area."""

Comparator = Literal["england", "region", "neighbours"]
Band = Literal["best", "second", "third", "worst", "lowest", "lower_middle", "upper_middle", "highest"]

_FROM_BELOW: tuple[Band, ...] = ("lowest", "lower_middle", "upper_middle", "highest")
_FROM_BEST: tuple[Band, ...] = ("best", "second", "third", "worst")


@dataclass(frozen=True, slots=True)
class NeighbourList:
    """The areas most like `area`, closest first, by the codes of the Office for National Statistics.

    In force from `starts_on` to the day before `ends_on`; None is for ever. Names are in `names`, by code.
    """

    area: str
    neighbours: tuple[str, ...]
    names: Mapping[str, str]
    starts_on: date
    ends_on: date | None
    source: str

    def holds_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class Benchmark:
    """`value` is in the figure's own unit, None where nothing is known; it is over `known` of `asked` areas.

    England's and the region's are as published, so both numbers are 1. The neighbours' is the plain mean of their
    published figures, each area counting once whatever its size, as the Department for Education's own tool had it.
    """

    comparator: Comparator
    value: float | None
    known: int
    asked: int
    source: str


@dataclass(frozen=True, slots=True)
class Quarters:
    """Where a quarter, half and three quarters of the areas lie at or below, by linear interpolation."""

    first: float
    median: float
    third: float
    areas: int

    def band(self, value: float, better: Better) -> Band:
        """The quarter that a figure lies in. One on a boundary lies in the better of the two, or else the lower.

        Where neither direction is better the band is from below, and says so by its name.
        """
        if better == "higher":
            return _FROM_BEST[sum(value < boundary for boundary in (self.first, self.median, self.third))]
        place = sum(value > boundary for boundary in (self.first, self.median, self.third))
        return (_FROM_BEST if better == "lower" else _FROM_BELOW)[place]


def neighbours_on(lists: Iterable[NeighbourList], area: str, day: date) -> NeighbourList | None:
    """The list of `area` in force on `day`, which for a period is its last one."""
    return next((one for one in lists if one.area == area and one.holds_on(day)), None)


def published(comparator: Literal["england", "region"], value: float | None, source: str) -> Benchmark:
    return Benchmark(comparator, value, int(value is not None), 1, source)


def neighbours_mean(listed: NeighbourList, figures: Mapping[str, float | None]) -> Benchmark:
    """`figures` by area's code; an area without one, or with None, is left out and shows in `known`."""
    found = [value for code in listed.neighbours if (value := figures.get(code)) is not None]
    mean = sum(found) / len(found) if found else None
    return Benchmark("neighbours", mean, len(found), len(listed.neighbours), listed.source)


def quarters(figures: Sequence[float | None]) -> Quarters | None:
    """Over the areas whose figure is known; None for fewer than eight."""
    known = [value for value in figures if value is not None]
    if len(known) < FEWEST_FOR_QUARTERS:
        return None
    first, median, third = quantiles(known, n=4, method="inclusive")
    return Quarters(first, median, third, len(known))
