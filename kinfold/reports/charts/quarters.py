"""The quarters of many areas as a band, and where a few named figures lie in it."""

from collections.abc import Mapping
from itertools import pairwise

from markupsafe import Markup

from kinfold.indicators.comparison.benchmarks import Quarters
from kinfold.reports import palette
from kinfold.reports.charts.picture import Picture, box, drawing, line, polygon, words
from kinfold.reports.charts.values import Table
from kinfold.reports.figures import figure, unit_words
from kinfold.reports.text import shortened
from kinfold.reports.values import Unit

_WIDE, _NARROW, _EDGE = 640, 340, 24
_BAND, _DEEP, _HEIGHT = 62, 30, 132


def quarters_chart(
    cut: Quarters, lowest: float, highest: float, named: Mapping[str, float], *, unit: Unit, headline: str,
    narrow: bool = False,
) -> Picture:  # fmt: skip
    """`lowest` and `highest` are of all areas; each of `named` is a mark, the first above the band, the rest below."""
    width = _NARROW if narrow else _WIDE
    low, high = min(lowest, *named.values()), max(highest, *named.values())

    def across(value: float) -> float:
        return _EDGE + (value - low) / ((high - low) or 1) * (width - 2 * _EDGE)

    edges = [lowest, cut.first, cut.median, cut.third, highest]
    shapes = [words(0, 16, shortened(unit_words(unit), width // 8), fill=palette.QUIET_TEXT)]
    for place, (start, end) in enumerate(pairwise(edges)):
        fill = palette.GRID if place % 2 else palette.RULE
        shapes.append(box(across(start), _BAND, across(end) - across(start), _DEEP, fill=fill))
    for value, anchor in ((lowest, "start"), (highest, "end")):
        shapes.append(words(across(value), _BAND + _DEEP + 32, figure(value, unit), size=13, anchor=anchor))
    for place, (name, value) in enumerate(named.items()):
        shapes += _mark(across(value), f"{name} {figure(value, unit)}", width, above=place == 0)
    said = f"Band of quarters of {cut.areas} areas. {headline} " + " ".join(
        f"{name}: {figure(value, unit)}." for name, value in named.items()
    )
    names = ("Lowest", "A quarter lie at or below", "Half", "Three quarters", "Highest", *named)
    rows = tuple((name, figure(value, unit)) for name, value in zip(names, [*edges, *named.values()], strict=True))
    table = Table(caption="Quarters of the areas", headings=("Where", unit_words(unit)), rows=rows)
    return Picture(svg=drawing(width, _HEIGHT, said, *shapes), headline=headline, alt=said, table=table)


def _mark(at: float, text: str, width: int, *, above: bool) -> list[Markup]:
    anchor = "start" if at < width * 0.3 else "end" if at > width * 0.7 else "middle"
    if above:
        tip = polygon([(at, _BAND), (at - 6, _BAND - 10), (at + 6, _BAND - 10)], fill=palette.DARK_BLUE)
        return [
            tip, line(at, _BAND, at, _BAND + _DEEP, stroke=palette.DARK_BLUE, width=2.5),
            words(at, _BAND - 15, text, size=14, anchor=anchor, bold=True),
        ]  # fmt: skip
    return [
        line(at, _BAND, at, _BAND + _DEEP + 4, stroke=palette.DARK_PINK, width=2),
        words(at, _BAND + _DEEP + 17, text, size=13, anchor=anchor, fill=palette.DARK_PINK),
    ]
