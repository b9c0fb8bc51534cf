"""The small trend picture of a scorecard, drawn by hand because a page holds many."""

from functools import lru_cache

from kinfold.reports import palette
from kinfold.reports.charts.picture import Picture, box, circle, drawing, line, polyline, words
from kinfold.reports.charts.series import alternative, gaps, runs, shown, table_of
from kinfold.reports.figures import point_figure
from kinfold.reports.headlines import headline
from kinfold.reports.values import IndicatorPart

_WIDTH, _HEIGHT, _EDGE, _PLOT = 180, 44, 6, 110


@lru_cache(maxsize=2048)
def sparkline(part: IndicatorPart) -> Picture:
    """180 by 44, from nought at the foot. Grey ground stands where there is no figure; the last figure is written."""
    step = (_PLOT - 2 * _EDGE) / max(len(part.points) - 1, 1)
    top = max((point.value or 0 for point in shown(part)), default=0) or 1

    def across(place: float) -> float:
        return _EDGE + place * step

    def up(value: float | None) -> float:
        return _HEIGHT - _EDGE - (value or 0) / top * (_HEIGHT - 2 * _EDGE)

    shapes = [
        box(
            max(across(start - 0.5), 0),
            _EDGE,
            min(across(end + 0.5), _PLOT) - max(across(start - 0.5), 0),
            _HEIGHT - 2 * _EDGE,
            fill=palette.GRID,
        )
        for start, end, _ in gaps(part)
    ]
    shapes.append(line(0, _HEIGHT - _EDGE, _PLOT, _HEIGHT - _EDGE, stroke=palette.RULE))
    for start, end in runs(part):
        places = [(across(place), up(part.points[place].value)) for place in range(start, end + 1)]
        shapes.append(
            polyline(places, stroke=palette.DARK_BLUE) if end > start else circle(*places[0], 2, fill=palette.DARK_BLUE)
        )
    latest = part.points[-1]
    if latest.value is not None:
        shapes.append(circle(across(len(part.points) - 1), up(latest.value), 4, fill=palette.DARK_BLUE))
    height = min(max(up(latest.value) + 5, 14), _HEIGHT - _EDGE) if latest.value is not None else _HEIGHT / 2 + 5
    size = 15 if latest.value is not None else 12
    label = words(_PLOT + 6, height, point_figure(latest, part.unit), size=size, bold=latest.value is not None)
    alt = alternative(part, "Small line chart")
    return Picture(
        svg=drawing(_WIDTH, _HEIGHT, alt, *shapes, label), headline=headline(part), alt=alt, table=table_of(part)
    )
