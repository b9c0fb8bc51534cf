"""The lines between people, and in which lane each runs so that none lies upon another."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from kinfold.reports import palette
from kinfold.reports.charts.genogram.signs import INK
from kinfold.reports.charts.picture import line

CASING = 5.0  # of paper beside a line that crosses another


@dataclass(frozen=True, slots=True)
class Ink:
    faint: bool = False
    dashed: bool = False

    def line(self, x1: float, y1: float, x2: float, y2: float) -> Markup:
        stroke, width = (palette.QUIET_TEXT, 1) if self.faint else (INK, 2)
        return line(x1, y1, x2, y2, stroke=stroke, width=width, dashed=self.dashed)

    def down(self, x: float, start: float, end: float, *, passes: bool = True) -> Markup:
        """With paper beside it, so that where it crosses another it is seen to pass."""
        if not passes or end - start < 2 * CASING:
            return self.line(x, start, x, end)
        casing = line(x, start + CASING, x, end - CASING, stroke=palette.PAPER, width=2 + CASING)
        return casing + self.line(x, start, x, end)

    def leg(self, start: float, side: float, y: float, end: float) -> Markup:
        """Out of somebody’s side, then down."""
        return self.line(start, y, side, y) + self.down(side, y, end)


def lanes(spans: Iterable[tuple[Hashable, float, float]]) -> Mapping[Hashable, int]:
    """Each span’s lane: the first in which it touches nothing; the shortest spans are nearest."""
    taken: list[list[tuple[float, float]]] = []
    found: dict[Hashable, int] = {}
    for key, start, end in sorted(spans, key=lambda span: span[2] - span[1]):
        free = (n for n, lane in enumerate(taken) if all(end + 8 < left or right + 8 < start for left, right in lane))
        number = next(free, len(taken))
        if number == len(taken):
            taken.append([])
        taken[number].append((start, end))
        found[key] = number
    return found
