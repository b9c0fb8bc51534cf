"""The stretches of a series that are judged by one mean and one pair of limits, and how these are worked out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

FROM_MOVING_RANGE = Fraction("2.66")
"""Limits stand this many average moving ranges from the mean: 3 divided by d2 of two points, 1.128."""
SCREENED_FROM = Fraction("3.267")
"""A moving range of this many averages or more says that something happened, not how the process varies: D4 of two."""
ENOUGH_POINTS = 12
"""Limits from fewer points are trial limits."""

Values = Sequence[Fraction | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebasing:
    """Somebody's decision that the process is another one since `on`; never made by the software.

    The reason is printed with the chart. ValueError where `reason` or `by` is blank.
    """

    on: date
    reason: str
    by: str

    def __post_init__(self) -> None:
        if not (self.reason.strip() and self.by.strip()):
            raise ValueError(f"A new baseline from {self.on} needs its reason and who decided on it.")


@dataclass(frozen=True, slots=True)
class Limits:
    """In the unit of the values, neither rounded nor clipped, and exact: use `float()` to print.

    `lower` and `upper` are the process limits; `near_lower` and `near_upper` lie two thirds of the way to them.
    """

    mean: Fraction
    lower: Fraction
    upper: Fraction
    near_lower: Fraction
    near_upper: Fraction


@dataclass(frozen=True, slots=True)
class Baseline:
    """Places `start` up to, not including, `end` of the series.

    `mean` is None without a value, `limits` without two values that follow each other. `points` is how many values they
    rest on. `rebasing` is the decision that began it; None for the first.
    """

    start: int
    end: int
    points: int
    mean: Fraction | None
    limits: Limits | None
    rebasing: Rebasing | None = None

    @property
    def trial(self) -> bool:
        return self.points < ENOUGH_POINTS

    @property
    def lower(self) -> Fraction | None:
        return self.limits.lower if self.limits else None

    @property
    def upper(self) -> Fraction | None:
        return self.limits.upper if self.limits else None


def baselines(
    values: Values, dates: Sequence[date] | None, rebasings: Sequence[Rebasing], fix_after: int | None
) -> tuple[Baseline, ...]:
    """The series cut where people decided to, oldest first; each cut is made at the first period on or after its day.

    With `fix_after` each baseline's mean and limits rest on its first so many values, gaps not counted, and are carried
    forward. ValueError, in words, for a decision that fits no period or a `fix_after` under 2.
    """
    if fix_after is not None and fix_after < 2:
        raise ValueError("Limits can be fixed after 2 points or more: one point has no moving range.")
    cuts = _cuts(len(values), dates, rebasings)
    starts = [(0, None), *cuts]
    ends = [start for start, _ in cuts] + [len(values)]
    return tuple(
        _baseline(values, start, end, fix_after, rebasing) for (start, rebasing), end in zip(starts, ends, strict=True)
    )


def _cuts(
    length: int, dates: Sequence[date] | None, rebasings: Sequence[Rebasing]
) -> list[tuple[int, Rebasing | None]]:
    if not rebasings:
        return []
    if dates is None or len(dates) != length:
        raise ValueError("A new baseline needs the date of every period.")
    if any(later <= earlier for earlier, later in pairwise(dates)):
        raise ValueError("The periods must be in order, each date after the one before.")
    cuts: dict[int, Rebasing | None] = {}
    for rebasing in sorted(rebasings, key=lambda rebasing: rebasing.on):
        start = next((place for place, on in enumerate(dates) if on >= rebasing.on), length)
        if not 0 < start < length:
            raise ValueError(f"A new baseline from {rebasing.on} would leave no period on one side of it.")
        if start in cuts:
            raise ValueError(f"Two new baselines begin with the period of {dates[start]}.")
        cuts[start] = rebasing
    return sorted(cuts.items())


def _baseline(values: Values, start: int, end: int, fix_after: int | None, rebasing: Rebasing | None) -> Baseline:
    counted = _first_values(values[start:end], fix_after)
    known = [value for value in counted if value is not None]
    if not known:
        return Baseline(start, end, 0, None, None, rebasing)
    mean = sum(known, Fraction()) / len(known)
    return Baseline(start, end, len(known), mean, _limits(mean, moving_ranges(counted)), rebasing)


def _first_values(values: Values, count: int | None) -> Values:
    """Up to and including the value that is number `count`, with the gaps among them."""
    if count is None:
        return values
    places = [place for place, value in enumerate(values) if value is not None]
    return values if len(places) <= count else values[: places[count - 1] + 1]


def moving_ranges(values: Values) -> list[Fraction]:
    """How far each value is from the one just before it; none across a gap."""
    return [abs(after - before) for before, after in pairwise(values) if before is not None and after is not None]


def average_moving_range(ranges: Sequence[Fraction]) -> Fraction | None:
    """The average after ranges of 3.267 times the average or more were left out, once; None without a range."""
    if not ranges:
        return None
    average = sum(ranges, Fraction()) / len(ranges)
    kept = [one for one in ranges if one < SCREENED_FROM * average]
    return sum(kept, Fraction()) / len(kept) if kept else average  # none is kept where all are nought


def _limits(mean: Fraction, ranges: Sequence[Fraction]) -> Limits | None:
    average = average_moving_range(ranges)
    if average is None:
        return None
    away, near = FROM_MOVING_RANGE * average, FROM_MOVING_RANGE * average * 2 / 3
    return Limits(mean, mean - away, mean + away, mean - near, mean + near)
