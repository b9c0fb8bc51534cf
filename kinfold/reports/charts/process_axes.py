"""Where things stand on a process chart: its size, its scales, and the words along its edges."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kinfold.reports import palette
from kinfold.reports.charts.picture import line, words
from kinfold.reports.figures import unit_words
from kinfold.reports.text import shortened
from kinfold.reports.times import short_period
from kinfold.reports.values import IndicatorPart

TOP, HEIGHT, LEFT, RIGHT = 46, 230, 58, 14
FOOT = TOP + HEIGHT
_TICKS, _LETTER, _YEAR = 5, 7.5, 52


@dataclass(frozen=True, slots=True)
class Scales:
    """Pixels of a place among the periods and of a figure; `lowest` to `highest` are the figures at foot and top."""

    width: int
    periods: int
    lowest: float
    highest: float
    step: float

    def across(self, place: float) -> float:
        return LEFT + (place + 0.5) * self.room

    def up(self, value: float) -> float:
        return FOOT - (value - self.lowest) / (self.highest - self.lowest) * HEIGHT

    @property
    def room(self) -> float:
        return (self.width - LEFT - RIGHT) / self.periods


def scales(part: IndicatorPart, width: int, shown: Sequence[float]) -> Scales:
    """Around all that is shown, from one round figure to another. Not from nought: what matters here is variation."""
    low, high = (min(shown), max(shown)) if shown else (0.0, 1.0)
    spread = high - low or abs(high) or 1.0
    rough = spread * 1.1 / _TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= rough)
    if part.unit.kind == "count":
        step = max(step, 1.0)
    lowest, highest = math.floor(low / step) * step, math.ceil(high / step) * step
    return Scales(width, len(part.points), lowest, highest if highest > lowest else lowest + step, step)


def axes(part: IndicatorPart, to: Scales) -> list[Markup]:
    """Heading, grid with its figures, and the periods along the foot; labels that would touch are left off."""
    percent = "%" if part.unit.kind == "share" else ""
    shapes = [words(0, 16, shortened(unit_words(part.unit), to.width // 8), fill=palette.QUIET_TEXT)]
    for number in range(round((to.highest - to.lowest) / to.step) + 1):
        value = round(to.lowest + number * to.step, 9)
        shapes += [
            line(LEFT, to.up(value), to.width - RIGHT, to.up(value), stroke=palette.GRID),
            words(LEFT - 8, to.up(value) + 4.5, f"{value:,g}{percent}", size=13, anchor="end"),
        ]
    shapes.append(line(LEFT, FOOT, to.width - RIGHT, FOOT, stroke=palette.RULE))
    free, year_free = 0.0, 0.0
    for place, point in enumerate(part.points):
        label, year = short_period(point.period, place == 0)
        middle, half = to.across(place), len(label) * _LETTER / 2
        if middle - half >= free and middle + half <= to.width:
            shapes.append(words(middle, FOOT + 18, label, size=13, anchor="middle"))
            free = middle + half + 4
        if year and middle >= year_free and middle <= to.width - _YEAR / 2:
            shapes.append(words(middle, FOOT + 35, year, size=13, anchor="middle"))
            year_free = middle + _YEAR
    return shapes
