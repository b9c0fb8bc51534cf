"""From an indicator's points to its process over time, which the process chart draws."""

from collections.abc import Sequence

from kinfold.indicators.comparison.exact import Number
from kinfold.indicators.comparison.spc import Rebasing, XmR, xmr
from kinfold.indicators.periods import period
from kinfold.reports.values import IndicatorPart


def process_of(
    part: IndicatorPart,
    *,
    rebasings: Sequence[Rebasing] = (),
    fix_after: int | None = None,
    target: Number | None = None,
) -> XmR:
    """The points of whole periods with the part's own direction; a point without a value is a gap.

    A new baseline counts from the first period that starts on its day or later. ValueError where it leaves no period on
    one side. For counts of rare events use `kinfold.indicators.comparison.spc.xmr_of_counts` and what it advises.
    """
    return xmr(
        [point.value for point in part.points],
        dates=[period(point.period).starts_on for point in part.points] if rebasings else None,
        rebasings=rebasings,
        fix_after=fix_after,
        better=part.better,
        target=target,
    )
