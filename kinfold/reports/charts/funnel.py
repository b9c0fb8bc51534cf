"""The funnel chart: groups by their size, and how far each may lie from the average of all by chance alone."""

import math
from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from kinfold.indicators.comparison.funnels import Area, Funnel, Position
from kinfold.reports import palette
from kinfold.reports.charts.picture import Picture, circle, drawing, line, polygon, polyline, words
from kinfold.reports.charts.values import Table
from kinfold.reports.figures import figure, unit_words, whole
from kinfold.reports.text import shortened
from kinfold.reports.values import Unit

_WIDE, _NARROW = 640, 340
_TOP, _HEIGHT, _LEFT, _RIGHT = 46, 250, 58, 14
_FOOT = _TOP + _HEIGHT
_STEPS, _TICKS = 60, 5
POSITIONS: dict[Position, str] = {
    "far_above": "Above what chance explains",
    "above": "Above what chance mostly explains",
    "inside": "Within what chance explains",
    "below": "Below what chance mostly explains",
    "far_below": "Below what chance explains",
}
_CORNERS = {
    "far_above": [(0, -7), (7, 5), (-7, 5)],
    "above": [(0, -7), (7, 0), (0, 7), (-7, 0)],
    "below": [(0, -7), (7, 0), (0, 7), (-7, 0)],
    "far_below": [(0, 7), (7, -5), (-7, -5)],
}


@lru_cache(maxsize=256)
def funnel_chart(areas: tuple[Area, ...], funnel: Funnel, *, title: str, unit: Unit, narrow: bool = False) -> Picture:
    """Those outside the limits are marked by shape and named beside their mark; the table has every one."""
    to = _Scales(areas, funnel, _NARROW if narrow else _WIDE)
    shapes = [words(0, 16, shortened(unit_words(unit), to.width // 8), fill=palette.QUIET_TEXT)]
    shapes += [*_axes(to, unit), *_limits(funnel, to), *_points(areas, funnel, to)]
    said = _headline(areas, funnel, title, unit)
    return Picture(
        svg=drawing(to.width, _FOOT + 88, f"Funnel chart. {said}", *shapes, *_legend()),
        headline=said,
        alt=f"Funnel chart. {said}",
        table=_table(areas, funnel, title, unit),
    )


class _Scales:
    def __init__(self, areas: Sequence[Area], funnel: Funnel, width: int) -> None:
        sizes = [area.of for area in areas]
        self.width, self.smallest, self.largest = width, max(min(sizes) * 0.8, 1), max(sizes) * 1.08
        at = funnel.at(max(round(self.smallest), 1))
        shown = [funnel.per * area.cases / area.of for area in areas] + [at.far_lower, at.far_upper]
        spread = (max(shown) - min(shown)) or 1.0
        power = 10.0 ** math.floor(math.log10(spread / _TICKS))
        self.step = next(times * power for times in (1, 2, 5, 10) if times * power >= spread / _TICKS)
        self.lowest = math.floor(min(shown) / self.step) * self.step
        self.highest = math.ceil(max(shown) / self.step) * self.step
        if self.highest <= self.lowest:
            self.highest = self.lowest + self.step

    def across(self, size: float) -> float:
        return _LEFT + (size - self.smallest) / (self.largest - self.smallest) * (self.width - _LEFT - _RIGHT)

    def up(self, value: float) -> float:
        return _FOOT - (value - self.lowest) / (self.highest - self.lowest) * _HEIGHT


def _axes(to: _Scales, unit: Unit) -> list[Markup]:
    percent = "%" if unit.kind == "share" else ""
    shapes = []
    for number in range(round((to.highest - to.lowest) / to.step) + 1):
        value = round(to.lowest + number * to.step, 9)
        shapes += [
            line(_LEFT, to.up(value), to.width - _RIGHT, to.up(value), stroke=palette.GRID),
            words(_LEFT - 8, to.up(value) + 4.5, f"{value:,g}{percent}", size=13, anchor="end"),
        ]
    ends = ((to.smallest, "start"), ((to.smallest + to.largest) / 2, "middle"), (to.largest, "end"))
    shapes += [words(to.across(size), _FOOT + 18, whole(size), size=13, anchor=anchor) for size, anchor in ends]
    said = shortened(f"How many {unit.of}", to.width // 8)
    return [*shapes, words(to.width - _RIGHT, _FOOT + 36, said, size=13, anchor="end", fill=palette.QUIET_TEXT)]


def _limits(funnel: Funnel, to: _Scales) -> list[Markup]:
    sizes = [to.smallest + (to.largest - to.smallest) * step / _STEPS for step in range(_STEPS + 1)]
    found = [(to.across(size), funnel.at(max(round(size), 1))) for size in sizes]
    average = to.up(funnel.average)
    shapes = [line(_LEFT, average, to.width - _RIGHT, average, stroke=palette.DARK_GREY, width=2.5)]
    for colour, name, width in (
        (palette.TURQUOISE, "lower", 1.5), (palette.TURQUOISE, "upper", 1.5),
        (palette.QUIET_TEXT, "far_lower", 2), (palette.QUIET_TEXT, "far_upper", 2),
    ):  # fmt: skip
        shapes.append(polyline([(x, to.up(getattr(at, name))) for x, at in found], stroke=colour, width=width))
    return shapes


def _points(areas: Sequence[Area], funnel: Funnel, to: _Scales) -> list[Markup]:
    shapes = []
    for area in areas:
        across, up = to.across(area.of), to.up(funnel.per * area.cases / area.of)
        position = funnel.position(area)
        shapes.append(_mark(position, across, up))
        if position != "inside":
            late = across > to.width * 0.6
            shapes.append(words(across + (-10 if late else 10), up + 4.5, area.name, size=13,
                                anchor="end" if late else "start", bold=True))  # fmt: skip
    return shapes


def _mark(position: Position, across: float, up: float) -> Markup:
    if position == "inside":
        return circle(across, up, 4, fill=palette.DARK_BLUE)
    fill = palette.ORANGE if position.startswith("far") else palette.LIGHT_PURPLE
    return polygon([(across + x, up + y) for x, y in _CORNERS[position]], fill=fill, stroke=palette.TEXT)


def _legend() -> list[Markup]:
    down = _FOOT + 60
    return [
        line(1, down - 5, 19, down - 5, stroke=palette.DARK_GREY, width=2.5), words(24, down, "Average", size=13),
        line(101, down - 5, 119, down - 5, stroke=palette.TURQUOISE, width=1.5),
        words(124, down, "95% limits", size=13),
        line(211, down - 5, 229, down - 5, stroke=palette.QUIET_TEXT, width=2),
        words(234, down, "99.8%", size=13),
    ]  # fmt: skip


def _headline(areas: Sequence[Area], funnel: Funnel, title: str, unit: Unit) -> str:
    outside = [area for area in areas if funnel.position(area) != "inside"]
    average = f"{title}: the average of {len(areas)} groups is {figure(funnel.average, unit)}."
    if not outside:
        return f"{average} None lies further from it than chance explains."
    named = "; ".join(f"{area.name}, {POSITIONS[funnel.position(area)].lower()}" for area in outside)
    return f"{average} {named}."


def _table(areas: Sequence[Area], funnel: Funnel, title: str, unit: Unit) -> Table:
    rows = [
        (area.name, figure(funnel.per * area.cases / area.of, unit), whole(area.of), POSITIONS[funnel.position(area)])
        for area in areas
    ]
    return Table(caption=title, headings=("Group", unit_words(unit), "Size", "Beside the average"), rows=tuple(rows))
