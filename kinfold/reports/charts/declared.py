"""What the trend chart looks like, declared with Altair: axes, line, gaps and the figures that are written on it."""

import json
from typing import Any

import altair as alt

from kinfold.reports import palette
from kinfold.reports.charts.series import gaps, runs, shown
from kinfold.reports.figures import point_figure, unit_words
from kinfold.reports.headlines import compared_with
from kinfold.reports.text import shortened
from kinfold.reports.times import short_period
from kinfold.reports.values import IndicatorPart

_HEIGHT, _LEFT = 260, 52
_YEAR, _LETTER, _FIGURE = 52, 7.5, 62  # pixels that a year, a letter, and a figure on the line need


def declared(part: IndicatorPart, width: int) -> alt.LayerChart:
    across = alt.Scale(domain=[-0.6, len(part.points) - 0.4], nice=False)
    room = (width - _LEFT - 12) / (len(part.points) + 0.2)
    layers: list[alt.Chart] = [*_gap_layers(part, across, room), *_line_layers(part, across, room)]
    chart: alt.LayerChart = (
        alt.layer(*layers)
        .properties(
            width=width - _LEFT - 12,
            height=_HEIGHT,
            padding={"left": 4, "right": 8, "top": 4, "bottom": 4},
            title=alt.TitleParams(
                shortened(unit_words(part.unit), width // 8),
                anchor="start",
                frame="bounds",
                fontSize=14,
                fontWeight="normal",
                color=palette.QUIET_TEXT,
                offset=10,
            ),
        )
        .configure(font=palette.FONTS, background=palette.PAPER, aria=False)
        .configure_view(stroke=None)
    )
    return chart


def _drawn_from(rows: list[dict[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.Data(values=rows))  # type: ignore[no-untyped-call]


def _x(part: IndicatorPart, scale: alt.Scale, room: float) -> alt.X:
    labels = [label for label, _ in _labels(part, room)]
    return alt.X(
        "place:Q",
        scale=scale,
        axis=alt.Axis(
            title=None,
            values=list(range(len(part.points))),
            labelExpr=f"{json.dumps(labels)}[datum.value]",  # JSON is a Vega expression, quotes and all
            labelFontSize=13,
            labelColor=palette.TEXT,
            labelOverlap=False,
            grid=False,
            tickColor=palette.RULE,
            domainColor=palette.RULE,
        ),
    )


def _labels(part: IndicatorPart, room: float) -> list[tuple[str, str]]:
    """A point's label and the year under it, `room` pixels apart; what would run into its neighbour is left off."""
    labels = [short_period(point.period, place == 0) for place, point in enumerate(part.points)]
    starts = [place for place, (label, year) in enumerate(labels) if year and label == "Q1"]
    years: list[int] = []
    for place in starts if not labels[0][1] or 0 in starts else [0, *starts]:
        crowded = place == 0 and 0 not in starts and starts and starts[0] * room < _YEAR
        if not crowded and (not years or (place - years[-1]) * room >= _YEAR):
            years.append(place)
    kept, free_from = [], 0.0
    for place, (label, year) in enumerate(labels):
        wide = len(label) * _LETTER
        shown = place in years or place * room - wide / 2 >= free_from
        free_from = place * room + wide / 2 + 4 if shown else free_from
        kept.append((label if shown else "", year if place in years else ""))
    return kept


def _y(part: IndicatorPart) -> alt.Y:
    """From nought, so that a small change looks small; whole steps where the thing counted is whole."""
    highest = max((point.value or 0 for point in shown(part)), default=0)
    lowest = min((point.value or 0 for point in shown(part)), default=0)
    percent = "+'%'" if part.unit.kind == "share" else ""
    return alt.Y(
        "value:Q",
        scale=alt.Scale(domain=[min(lowest * 1.12, 0), max(highest * 1.12, 0) or (1 if lowest >= 0 else 0)], nice=True),
        axis=alt.Axis(
            title=None,
            labelExpr=f"format(datum.value, ',~f'){percent}",
            labels=bool(shown(part)),
            labelFontSize=13,
            labelColor=palette.TEXT,
            tickCount=5,
            tickMinStep=1 if part.unit.kind == "count" else alt.Undefined,
            ticks=False,
            domain=False,
            gridColor=palette.GRID,
            minExtent=_LEFT - 16,
        ),
    )


def _line_layers(part: IndicatorPart, scale: alt.Scale, room: float) -> list[alt.Chart]:
    last = len(part.points) - 1
    before = compared_with(part)
    earlier = part.points.index(before) if before is not None else last
    apart = (last - earlier) * room >= _FIGURE
    named = {last, earlier} if apart else {last}
    rows = [
        {
            "place": place,
            "value": part.points[place].value,
            "run": start,
            "figure": point_figure(part.points[place], part.unit) if place in named else "",
            "under": _in_a_dip(part, place),
        }
        for start, end in runs(part)
        for place in range(start, end + 1)
    ]
    base = _drawn_from(rows).encode(x=_x(part, scale, room), y=_y(part))
    dots = base.mark_circle(color=palette.DARK_BLUE, opacity=1)
    years = [{"place": place, "year": year} for place, (_, year) in enumerate(_labels(part, room)) if year]
    return [
        # A layer, not a second line of the axis: PDF writers set the lines of one label apart.
        _drawn_from(years)
        .mark_text(fontSize=13, color=palette.TEXT)
        .encode(x=alt.X("place:Q", scale=scale), y=alt.value(_HEIGHT + 33), text="year:N"),
        base.mark_line(color=palette.DARK_BLUE, strokeWidth=3, interpolate="linear").encode(detail="run:N"),
        dots.encode(size=alt.condition(f"datum.place == {last}", alt.value(110), alt.value(36))),
        *(
            base.transform_filter(f"datum.figure != '' && {side}")
            .mark_text(dy=off, fontSize=15, fontWeight="bold", color=palette.TEXT)
            .encode(text="figure:N")
            for side, off in (("!datum.under", -14), ("datum.under", 18))
        ),
    ]


def _in_a_dip(part: IndicatorPart, place: int) -> bool:
    """Whether the line climbs away on both sides, so that the figure is read better under its point."""
    here = part.points[place].value or 0
    beside = [point.value for point in part.points[max(place - 1, 0) : place + 2] if point.value is not None]
    return len(beside) > 1 and min(beside) == here


def _gap_layers(part: IndicatorPart, scale: alt.Scale, room: float) -> list[alt.Chart]:
    """Grey ground with the reason on it, upright where the gap is too slim for the word to lie."""
    rows: list[dict[str, Any]] = [
        {"from": start - 0.5, "to": end + 0.5, "middle": (start + end) / 2, "word": word}
        for start, end, word in gaps(part)
    ]
    if not rows:
        return []
    data = _drawn_from(rows).encode(x=alt.X("from:Q", scale=scale))
    ground = data.mark_rect(color=palette.EMPTY).encode(x2="to:Q")
    layers = [ground]
    for lies in (True, False):
        wide_enough = f"(datum.to - datum.from) * {room:.1f} {'>=' if lies else '<'} 80"
        layers.append(
            data.transform_filter(wide_enough)
            .mark_text(angle=0 if lies else 270, fontSize=13, color=palette.QUIET_TEXT)
            .encode(x=alt.X("middle:Q", scale=scale), y=alt.value(_HEIGHT / 2), text="word:N")
        )
    return layers
