"""Rare events shown by the days between them (a T chart), where every event brings a value instead of many noughts."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from kinfold.indicators.comparison.exact import Better, exact
from kinfold.indicators.comparison.spc.baselines import Limits
from kinfold.indicators.comparison.spc.special_causes import SpecialCause
from kinfold.indicators.comparison.spc.xmr import XmR, xmr

POWER = 3.6
"""Days between events that come at random are far from symmetric; their root by 3.6 nearly is."""
_OPPOSITE: dict[Better, Better] = {"higher": "lower", "lower": "higher", "neither": "neither"}


@dataclass(frozen=True, slots=True)
class TimeBetween:
    """`events` are days in order, each event once; `days[n]` lie between `events[n]` and `events[n + 1]`.

    `chart` is the XmR of days to the power 1 / 3.6, where the rules are applied: its values and limits are no days.
    What to draw, in days, are `mean`, `lower` and `upper`; `lower` is None where no wait is too short to be usual. Two
    events of one day have 0 days between them. Source: L. S. Nelson, “A control chart for parts-per-million
    nonconforming items”, Journal of Quality Technology 26 (1994).
    """

    events: tuple[date, ...]
    days: tuple[int, ...]
    chart: XmR

    @property
    def causes(self) -> tuple[SpecialCause | None, ...]:
        return self.chart.causes

    @property
    def mean(self) -> float | None:
        mean = self.chart.latest.mean
        return None if mean is None else _in_days(mean)

    @property
    def lower(self) -> float | None:
        lower = self.chart.latest.lower
        return None if lower is None or lower <= 0 else _in_days(lower)

    @property
    def upper(self) -> float | None:
        upper = self.chart.latest.upper
        return None if upper is None else _in_days(upper)

    @property
    def in_days(self) -> XmR:
        """The same chart with its values and limits in days, to draw; a limit that no wait can fall under is at 0."""
        drawn = tuple(
            replace(one, mean=_days_of(one.mean), limits=_limits_of(one.limits)) for one in self.chart.baselines
        )
        return replace(self.chart, values=self.days, baselines=drawn)

    def days_since_last(self, as_at: date) -> int:
        """The wait that is not over; said beside the chart, never a point of it."""
        return (as_at - self.events[-1]).days

    def already_longer_than_usual(self, as_at: date) -> bool:
        """Whether the wait that is not over has passed the upper limit, which no further event can undo."""
        return self.upper is not None and self.days_since_last(as_at) > self.upper


def time_between(events: Iterable[date], *, better: Better = "neither") -> TimeBetween:
    """`better` is of the *number* of events: where fewer are better, longer between them is better.

    ValueError for fewer than two events.
    """
    ordered = tuple(sorted(events))
    if len(ordered) < 2:
        raise ValueError("The time between events needs at least two events.")
    days = tuple((after - before).days for before, after in pairwise(ordered))
    return TimeBetween(ordered, days, xmr([between ** (1 / POWER) for between in days], better=_OPPOSITE[better]))


def _limits_of(limits: Limits | None) -> Limits | None:
    if limits is None:
        return None
    return Limits(*(exact(_in_days(max(getattr(limits, one.name), Fraction()))) for one in fields(limits)))


def _days_of(transformed: Fraction | None) -> Fraction | None:
    return None if transformed is None else exact(_in_days(transformed))


def _in_days(transformed: Fraction) -> float:
    return math.pow(transformed, POWER)
