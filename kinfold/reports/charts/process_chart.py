"""The process chart: a series with its mean and limits, and each special cause by shape as well as by colour."""

from functools import lru_cache

from markupsafe import Markup

from kinfold.indicators.comparison.spc import Baseline, XmR
from kinfold.reports import palette
from kinfold.reports.charts.picture import Picture, box, drawing, line, polyline, words
from kinfold.reports.charts.process_axes import FOOT, HEIGHT, LEFT, RIGHT, TOP, Scales, axes, scales
from kinfold.reports.charts.process_legend import below, mark
from kinfold.reports.charts.process_words import described, drawn_limits, headline, mark_of, notes, table
from kinfold.reports.charts.series import gaps, runs
from kinfold.reports.figures import figure, point_figure
from kinfold.reports.values import IndicatorPart

_WIDE, _NARROW = 640, 340


@lru_cache(maxsize=512)
def process_chart(part: IndicatorPart, chart: XmR, *, narrow: bool = False) -> Picture:
    """640 wide, or 340 for a phone. `chart` must be of the part's own figures, period for period; else ValueError.

    Trial limits are dashed, a gap is grey with its reason, an upright line parts what is counted in another way, and a
    new baseline has a mean and limits of its own.
    """
    if chart.values != tuple(point.value for point in part.points):
        raise ValueError(f"{part.title}: the chart is not of these figures")
    to = scales(part, _NARROW if narrow else _WIDE, _figures(part, chart))
    shapes = [*_gaps(part, to), *axes(part, to), *_breaks(part, to)]
    for baseline in chart.baselines:
        shapes += _baseline(part, baseline, to)
    shapes += [*_target(part, chart, to), *_points(part, chart, to)]
    legend, height = below(part, chart, notes(part, chart), to.width)
    said = described(part, chart)
    return Picture(
        svg=drawing(to.width, height, said, *shapes, *legend),
        headline=headline(part, chart),
        alt=said,
        table=table(part, chart),
    )


def _figures(part: IndicatorPart, chart: XmR) -> list[float]:
    """All that the scale must have room for."""
    found = [float(point.value) for point in part.points if point.value is not None]
    for baseline in chart.baselines:
        found += drawn_limits(baseline, part.unit) or ()
    return [*found, float(chart.target)] if chart.target is not None else found


def _gaps(part: IndicatorPart, to: Scales) -> list[Markup]:
    return [
        box(to.across(start - 0.5), TOP, (end - start + 1) * to.room, HEIGHT, fill=palette.GRID)
        for start, end, _ in gaps(part)
    ]


def _breaks(part: IndicatorPart, to: Scales) -> list[Markup]:
    periods = [point.period for point in part.points]
    places = [to.across(periods.index(one.period) - 0.5) for one in part.breaks]
    return [line(place, TOP - 8, place, FOOT, stroke=palette.TEXT, width=2) for place in places]


def _baseline(part: IndicatorPart, baseline: Baseline, to: Scales) -> list[Markup]:
    left, right = to.across(baseline.start - 0.5), to.across(baseline.end - 0.5)
    shapes = []
    if baseline.mean is not None:
        mean = to.up(float(baseline.mean))
        shapes.append(line(left, mean, right, mean, stroke=palette.DARK_GREY, width=2.5))
    for limit in drawn_limits(baseline, part.unit) or ():
        height = to.up(limit)
        shapes.append(line(left, height, right, height, stroke=palette.QUIET_TEXT, width=1.5, dashed=baseline.trial))
    return shapes


def _target(part: IndicatorPart, chart: XmR, to: Scales) -> list[Markup]:
    if chart.target is None:
        return []
    height = to.up(float(chart.target))
    text = f"Target {figure(float(chart.target), part.unit)}"
    return [
        line(LEFT, height, to.width - RIGHT, height, stroke=palette.DARK_PINK, width=2.5),
        box(LEFT + 4, height - 18, len(text) * 6.8 + 4, 16, fill=palette.PAPER),
        words(LEFT + 6, height - 5, text, size=13, fill=palette.DARK_PINK),
    ]


def _points(part: IndicatorPart, chart: XmR, to: Scales) -> list[Markup]:
    places = {
        place: (to.across(place), to.up(point.value))
        for place, point in enumerate(part.points)
        if point.value is not None
    }
    shapes = [
        polyline([places[place] for place in range(start, end + 1)], stroke=palette.DARK_BLUE)
        for start, end in runs(part)
        if end > start
    ]
    for place, (across, up) in places.items():
        cause = chart.causes[place]
        shapes.append(mark(mark_of(cause, chart) if cause is not None else None, across, up))
    last = len(part.points) - 1
    if last in places:
        across, up = places[last]
        text = point_figure(part.points[last], part.unit)
        shapes.append(words(to.width - RIGHT, up - 12, text, size=15, anchor="end", bold=True))
    return shapes
