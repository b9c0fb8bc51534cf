"""The gaps between people, in which lines run down beside the names."""

from collections.abc import Mapping

from kinfold.reports.charts.genogram.placing import COLUMN, Placed
from kinfold.reports.charts.genogram.values import Couple

STEP = 7.0


class Gaps:
    """Gives each line its own place: the middle of the gap first, then by turns to either side of it."""

    def __init__(self, placed: Placed, x: Mapping[str, float]) -> None:
        self.passing = {person.key for row in placed.rows for person in row if person.shape == "through"}
        self._rows = [[person.key for person in row] for row in placed.rows]
        self._row_of, self._x = placed.row_of, x
        self._taken: dict[tuple[int, int, int], int] = {}
        self._sides: dict[tuple[str, bool], int] = {}

    def between(self, couple: Couple) -> tuple[float, float]:
        """From where to where a line may leave the line between two who stand side by side."""
        one, other = sorted((couple.one, couple.other), key=lambda key: self._x[key])
        start, end = self.beside(one, right=True)[0], self._x[other] - COLUMN / 2
        if end - start > 1:
            end = self.beside(other, right=False)[0]
        else:
            self._sides[(other, False)] = 1
        return start, max(start, end)

    def beside(self, key: str, *, right: bool) -> tuple[float, int]:
        """Where the line runs, and how many left this person at this side before."""
        row = self._rows[self._row_of[key]]
        gap = row.index(key) + right
        x = self._x[key] + (COLUMN / 2 if right else -COLUMN / 2)
        number = self._taken.get((self._row_of[key], gap, round(x)), 0)
        self._taken[(self._row_of[key], gap, round(x))] = number + 1
        before = self._sides.get((key, right), 0)
        self._sides[(key, right)] = before + 1
        aside = STEP * ((number + 1) // 2) * (1 if number % 2 else -1)
        return x + aside, before
