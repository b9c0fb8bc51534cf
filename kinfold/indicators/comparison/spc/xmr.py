"""The XmR chart: single values over time with their mean, limits, labels and marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinfold.indicators.comparison.exact import Better, Number, exact
from kinfold.indicators.comparison.spc.baselines import Baseline, Rebasing, baselines
from kinfold.indicators.comparison.spc.marks import Assurance, Variation, assurance, variation
from kinfold.indicators.comparison.spc.rare_counts import RareEvents, are_rare
from kinfold.indicators.comparison.spc.special_causes import SpecialCause, special_causes


@dataclass(frozen=True, slots=True)
class XmR:
    """`values` and `causes` have one entry a period, oldest first; a missing period is None in both.

    `baselines` cover all periods in order; one that is not re-based has one. Source: NHS England, *Making data count*;
    where its words leave room, NHS-R Community, NHSRplotthedots (decision 0080).
    """

    values: tuple[Number | None, ...]
    baselines: tuple[Baseline, ...]
    causes: tuple[SpecialCause | None, ...]
    better: Better = "neither"
    target: Number | None = None

    @property
    def special(self) -> tuple[bool, ...]:
        return tuple(cause is not None for cause in self.causes)

    @property
    def latest(self) -> Baseline:
        return self.baselines[-1]

    @property
    def trial(self) -> bool:
        """Whether the latest limits rest on too few points to be relied on."""
        return self.latest.trial

    @property
    def variation(self) -> Variation | None:
        """None where the latest period is missing, or nothing can be said of it for want of limits."""
        if self.values[-1] is None or self.latest.limits is None:
            return None
        return variation(self.causes[-1], self.better)

    @property
    def assurance(self) -> Assurance | None:
        return assurance(self.latest.limits, self.target, self.better)


def xmr(
    values: Sequence[Number | None],
    *,
    dates: Sequence[date] | None = None,
    rebasings: Sequence[Rebasing] = (),
    fix_after: int | None = None,
    better: Better = "neither",
    target: Number | None = None,
) -> XmR:
    """The chart of values in order of time, None for a missing period.

    `dates` are needed only for `rebasings`. ValueError, in words, for no values, or one that is not finite.
    """
    if not values:
        raise ValueError("A chart needs at least one period.")
    numbers = [None if value is None else exact(value) for value in values]
    parts = baselines(numbers, dates, rebasings, fix_after)
    return XmR(tuple(values), parts, special_causes(numbers, parts), better, target)


def xmr_of_counts(
    counts: Sequence[int | None],
    *,
    dates: Sequence[date] | None = None,
    rebasings: Sequence[Rebasing] = (),
    fix_after: int | None = None,
    better: Better = "neither",
    target: Number | None = None,
) -> XmR:
    """As `xmr`, but RareEvents where the counts are so low that the chart would mislead: show the time between them."""
    if are_rare(counts):
        raise RareEvents(counts)
    return xmr(counts, dates=dates, rebasings=rebasings, fix_after=fix_after, better=better, target=target)
