"""The marks of a process chart, and what stands below it: what each mark and line means, and why it is cut."""

from collections.abc import Callable, Sequence
from functools import partial

from markupsafe import Markup

from kinfold.indicators.comparison.spc import XmR
from kinfold.reports import palette
from kinfold.reports.charts.picture import box, circle, line, polygon, words
from kinfold.reports.charts.process_axes import FOOT
from kinfold.reports.charts.process_words import MARKS, mark_of
from kinfold.reports.charts.series import gaps
from kinfold.reports.text import shortened
from kinfold.reports.values import IndicatorPart

Sample = Callable[[float, float], Markup]
_LINE = 22
_COLOURS = {"improving": palette.MID_BLUE, "concerning": palette.ORANGE, "neither": palette.LIGHT_PURPLE}


def mark(kind: str | None, across: float, up: float) -> Markup:
    """A dot for common cause; for a special cause a square that is better, a triangle that is worse, else a diamond."""
    if kind is None:
        return circle(across, up, 3.5, fill=palette.DARK_BLUE)
    corners = {
        "improving": [(-5, -5), (5, -5), (5, 5), (-5, 5)],
        "concerning": [(0, -7), (7, 5), (-7, 5)],
        "neither": [(0, -7), (7, 0), (0, 7), (-7, 0)],
    }[kind]
    return polygon([(across + x, up + y) for x, y in corners], fill=_COLOURS[kind], stroke=palette.TEXT)


def below(part: IndicatorPart, chart: XmR, said: Sequence[str], width: int) -> tuple[list[Markup], float]:
    """What the marks and lines mean, of those that are drawn; then why the chart is cut; and the height of it all."""
    across, down, shapes = 0.0, FOOT + 58.0, []
    for sample, text in _legend(part, chart):
        wide = 24 + len(text) * 7
        if across and across + wide > width:
            across, down = 0.0, down + _LINE
        shapes += [sample(across + 10, down - 5), words(across + 24, down, text, size=13)]
        across += wide + 12
    down += _LINE
    for text in said:
        for row in _rows(text, width // 7):
            shapes.append(words(0, down, row, size=13))
            down += _LINE - 4
        down += 4
    return shapes, down - 8


def _legend(part: IndicatorPart, chart: XmR) -> list[tuple[Sample, str]]:
    kinds = {mark_of(cause, chart) for cause in chart.causes if cause is not None}
    found: list[tuple[Sample, str]] = [(partial(mark, kind), text) for kind, text in MARKS.items() if kind in kinds]
    if chart.latest.mean is not None:
        found.append((partial(_stroke, palette.DARK_GREY, 2.5, False), "Mean"))
    trial = {baseline.trial for baseline in chart.baselines if baseline.limits is not None}
    found += [(partial(_stroke, palette.QUIET_TEXT, 1.5, False), "Limits")] * (False in trial)
    found += [(partial(_stroke, palette.QUIET_TEXT, 1.5, True), "Trial limits")] * (True in trial)
    return found + [(_ground, word.capitalize()) for word in dict.fromkeys(word for _, _, word in gaps(part))]


def _stroke(colour: str, thick: float, dashed: bool, across: float, up: float) -> Markup:
    return line(across - 9, up, across + 9, up, stroke=colour, width=thick, dashed=dashed)


def _ground(across: float, up: float) -> Markup:
    return box(across - 7, up - 7, 14, 14, fill=palette.GRID)


def _rows(text: str, length: int) -> list[str]:
    """A text in rows that fit, broken between words."""
    rows: list[str] = []
    for word in text.split():
        if rows and len(rows[-1]) + len(word) < length:
            rows[-1] += f" {word}"
        else:
            rows.append(shortened(word, length))
    return rows
