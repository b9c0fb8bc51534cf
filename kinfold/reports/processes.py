"""From an indicator's points to its process over time, which the process chart draws."""

from kinfold.indicators.comparison.spc import TimeBetween, XmR, xmr
from kinfold.indicators.periods import period
from kinfold.reports.values import IndicatorPart, Point, Unit


def process_of(part: IndicatorPart, *, fix_after: int | None = None) -> XmR:
    """The points of whole periods with the part's own direction, target and baselines; one without a value is a gap.

    A new baseline counts from the first period that starts on its day or later. ValueError where it leaves no period on
    one side. Counts of rare events are not for this: see `kinfold.indicators.comparison.spc.are_rare` and `waits`.
    """
    return xmr(
        [point.value for point in part.points],
        dates=[period(point.period).starts_on for point in part.points] if part.rebasings else None,
        rebasings=part.rebasings,
        fix_after=fix_after,
        better=part.better,
        target=part.target.value if part.target is not None else None,
    )


def waits(between: TimeBetween, *, title: str, definition: str) -> IndicatorPart:
    """The days between rare events as an indicator, to draw with `process_chart(part, between.in_days)`.

    Each point is named by the month of the event that ended the wait, never by its day. For closed papers only: a day
    that can be worked out can identify a child.
    """
    return IndicatorPart(
        key="",
        number="",
        title=title,
        definition=definition,
        unit=Unit(kind="days", counts="days"),
        points=tuple(
            Point(period=f"{ended:%B %Y}", value=days)
            for ended, days in zip(between.events[1:], between.days, strict=True)
        ),
        better=between.chart.better,
    )
