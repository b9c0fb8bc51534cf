"""The small trend picture of a scorecard, drawn by hand because a page holds many."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from kinfold.reports import palette
from kinfold.reports.charts.picture import Picture, box, circle, drawing, line, polyline, words
from kinfold.reports.charts.series import alternative, gaps, runs, shown, table_of
from kinfold.reports.figures import point_figure
from kinfold.reports.headlines import headline
from kinfold.reports.times import period_words
from kinfold.reports.values import IndicatorPart

_EDGE = 6


@dataclass(frozen=True)
class _Size:
    """`plot` by `floor` is drawn on; the rest is for words."""

    width: int
    height: int
    plot: int
    floor: int


_SMALL, _CARD = _Size(180, 44, 110, 44), _Size(320, 96, 320, 76)


@lru_cache(maxsize=2048)
def sparkline(part: IndicatorPart) -> Picture:
    """180 by 44, from nought at the foot. Grey ground stands where there is no figure; the last figure is written."""
    latest = part.points[-1]
    _, up = _scales(part, _SMALL)
    height = min(max(up(latest.value) + 5, 14), _SMALL.height - _EDGE) if latest.value is not None else 27
    size = 15 if latest.value is not None else 12
    label = words(_SMALL.plot + 6, height, point_figure(latest, part.unit), size=size, bold=latest.value is not None)
    return _drawn(part, _SMALL, label)


@lru_cache(maxsize=2048)
def card_trend(part: IndicatorPart) -> Picture:
    """For a card which says the last figure itself; the first and last period are written at the foot."""
    ends = [words(0, _CARD.height - 5, period_words(part.points[0].period), size=12, fill=palette.QUIET_TEXT)]
    if len(part.points) > 1:
        last = period_words(part.points[-1].period)
        ends.append(words(_CARD.width, _CARD.height - 5, last, size=12, anchor="end", fill=palette.QUIET_TEXT))
    return _drawn(part, _CARD, *ends)


def _scales(part: IndicatorPart, size: _Size) -> tuple[Callable[[float], float], Callable[[float | None], float]]:
    """Where a place among the points and a figure stand."""
    step = (size.plot - 2 * _EDGE) / max(len(part.points) - 1, 1)
    figures = [0, *(point.value or 0 for point in shown(part))]
    lowest = min(figures)
    spread = max(figures) - lowest or 1
    return (
        lambda place: _EDGE + place * step,
        lambda value: size.floor - _EDGE - ((value or 0) - lowest) / spread * (size.floor - 2 * _EDGE),
    )


def _drawn(part: IndicatorPart, size: _Size, *labels: Markup) -> Picture:
    across, up = _scales(part, size)
    shapes = [
        box(
            max(across(start - 0.5), 0),
            _EDGE,
            min(across(end + 0.5), size.plot) - max(across(start - 0.5), 0),
            size.floor - 2 * _EDGE,
            fill=palette.GRID,
        )
        for start, end, _ in gaps(part)
    ]
    shapes.append(line(0, up(0), size.plot, up(0), stroke=palette.RULE))
    for start, end in runs(part):
        places = [(across(place), up(part.points[place].value)) for place in range(start, end + 1)]
        shapes.append(
            polyline(places, stroke=palette.DARK_BLUE) if end > start else circle(*places[0], 2, fill=palette.DARK_BLUE)
        )
    latest = part.points[-1]
    if latest.value is not None:
        shapes.append(circle(across(len(part.points) - 1), up(latest.value), 4, fill=palette.DARK_BLUE))
    alt = alternative(part, "Small line chart")
    drawn = drawing(size.width, size.height, alt, *shapes, *labels)
    return Picture(svg=drawn, headline=headline(part), alt=alt, table=table_of(part))
