"""The rules by which a point is more than noise, and the one label that a point is given."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from kinfold.indicators.comparison.spc.baselines import Baseline, Limits, Values

Label = Literal["outside", "trend", "two_of_three", "shift"]
Side = Literal["high", "low"]

RUN = 7
"""So many points on one side of the mean are a shift; so many with a rise, or a fall, between each two are a trend."""


@dataclass(frozen=True, slots=True)
class SpecialCause:
    """Why a point is marked. A trend is `high` where it rises and `low` where it falls, wherever the mean is; any other
    label is `high` above the mean and `low` below it."""

    label: Label
    side: Side


def special_causes(values: Values, baselines: Sequence[Baseline]) -> tuple[SpecialCause | None, ...]:
    """One for each value, None for a gap and for common cause. No run reaches across a gap or into a new baseline.

    A point that meets several rules has the label of the first: outside, trend, two of three, shift.
    """
    found: list[SpecialCause | None] = [None] * len(values)
    for baseline in baselines:
        for start, stretch in _stretches(values, baseline):
            for place, cause in enumerate(_causes(stretch, baseline)):
                found[start + place] = cause
    return tuple(found)


def _stretches(values: Values, baseline: Baseline) -> Iterator[tuple[int, list[Fraction]]]:
    """Where each unbroken stretch of values begins, and the values."""
    stretch: list[Fraction] = []
    for place in range(baseline.start, baseline.end):
        value = values[place]
        if value is not None:
            stretch.append(value)
        elif stretch:
            yield place - len(stretch), stretch
            stretch = []
    if stretch:
        yield baseline.end - len(stretch), stretch


def _causes(stretch: list[Fraction], baseline: Baseline) -> list[SpecialCause | None]:
    assert baseline.mean is not None, "a baseline with a value has a mean"
    mean = baseline.mean
    sides = [_side(value, mean) for value in stretch]
    near = [_is_near(value, baseline.limits) for value in stretch]
    labelled: tuple[tuple[Label, list[int]], ...] = (
        ("outside", [side * _is_outside(value, baseline.limits) for value, side in zip(stretch, sides, strict=True)]),
        ("trend", _trends(stretch)),
        ("two_of_three", _two_of_three(near, sides)),
        ("shift", _runs(sides, RUN)),
    )
    return [
        next(
            (SpecialCause(label, "high" if marks[place] > 0 else "low") for label, marks in labelled if marks[place]),
            None,
        )
        for place in range(len(stretch))
    ]


def _side(value: Fraction, of: Fraction) -> int:
    """+1 above, -1 below, 0 where they are equal."""
    return (value > of) - (value < of)


def _is_outside(value: Fraction, limits: Limits | None) -> bool:
    return limits is not None and not limits.lower <= value <= limits.upper


def _is_near(value: Fraction, limits: Limits | None) -> bool:
    """Beyond two thirds of the way to a limit, and not outside it."""
    return limits is not None and (
        limits.lower <= value < limits.near_lower or limits.near_upper < value <= limits.upper
    )


def _runs(signs: Sequence[int], length: int) -> list[int]:
    """The sign of each place that is in `length` or more equal signs in a row; 0 elsewhere, and a 0 is in no run."""
    marks = [0] * len(signs)
    start = 0
    for place in range(1, len(signs) + 1):
        if place == len(signs) or signs[place] != signs[start]:
            if place - start >= length:
                marks[start:place] = signs[start:place]
            start = place
    return marks


def _trends(stretch: Sequence[Fraction]) -> list[int]:
    """+1 in a rise of seven points or more, -1 in such a fall. Where one ends as another begins, the later counts."""
    steps = _runs([_side(after, before) for before, after in pairwise(stretch)], RUN - 1)
    marks = [0] * len(stretch)
    for place, step in enumerate(steps):
        if step:
            marks[place] = marks[place + 1] = step
    return marks


def _two_of_three(near: Sequence[bool], sides: Sequence[int]) -> list[int]:
    """The side of each near point that is one of two or more among three in a row, all three on one side."""
    marks = [0] * len(near)
    for start in range(len(near) - 2):
        three = range(start, start + 3)
        if abs(sum(sides[place] for place in three)) == 3 and sum(near[place] for place in three) >= 2:
            for place in three:
                if near[place]:
                    marks[place] = sides[place]
    return marks
