"""People who are related, as shapes: homes at the back, lines over them, then the signs and names."""

from collections import Counter
from collections.abc import Hashable, Mapping

from markupsafe import Markup

from kinfold.reports import palette
from kinfold.reports.charts.genogram.gaps import Gaps
from kinfold.reports.charts.genogram.homes import homes
from kinfold.reports.charts.genogram.placing import COLUMN, Placed
from kinfold.reports.charts.genogram.signs import HALF, end_of_couple, sign
from kinfold.reports.charts.genogram.strokes import Ink, lanes
from kinfold.reports.charts.genogram.values import Couple, Descent, Drawn
from kinfold.reports.charts.picture import words
from kinfold.reports.charts.wrapping import wrapped

SIZE, LEADING, NAME_ROOM = 13.0, 15.0, COLUMN - 28
HEAD, BUS, FOOT, LANE = 24.0, 14.0, 12.0, 11.0
EDGE = 14.0


def drawn(placed: Placed, top: float) -> tuple[Markup, float, float]:
    """The shapes, the width they take and where they end."""
    whole = _Family(placed, top)
    back = homes(placed, whole.tops, whole.bottoms, EDGE)
    shapes = Markup("").join((*back, *whole.lines(), *whole.people()))
    return shapes, whole.width, whole.bottoms[-1] + FOOT + LANE * whole.far_lanes(len(placed.rows) - 1)


class _Family:
    """Lines leave a person at the side, run down beside the names, and come to a child from above."""

    def __init__(self, placed: Placed, top: float) -> None:
        self.placed = placed
        self.x = {key: x + EDGE for key, x in placed.x.items()}
        self.width = max(self.x.values()) + COLUMN / 2 + EDGE
        self.gaps = Gaps(placed, self.x)
        self.led_to = Counter(child for descent in placed.descents for child in descent.children)
        self.far = [lanes(self._far_spans(number)) for number in range(len(placed.rows))]
        self.buses = [lanes(self._bus_spans(number)) for number in range(len(placed.rows))]
        self.tops: list[float] = []  # of the signs, row by row
        self.bottoms: list[float] = []  # of the names
        for number, row in enumerate(placed.rows):
            above = self.bottoms[-1] + FOOT + LANE * self.far_lanes(number - 1) if number else top
            self.tops.append(above + HEAD + LANE * _most(self.buses[number]))
            deep = max((len(_label(person)) for person in row), default=0)
            self.bottoms.append(self.tops[-1] + 2 * HALF + 8 + LEADING * deep)

    def far_lanes(self, number: int) -> int:
        return _most(self.far[number])

    def _far_spans(self, number: int) -> list[tuple[int, float, float]]:
        far = [each for each in self.placed.couples if not self.placed.are_neighbours(each)]
        return [(id(each), *self._ends(each)) for each in far if self.placed.row_of[each.one] == number]

    def _bus_spans(self, number: int) -> list[tuple[int, float, float]]:
        spans = []
        for each in self.placed.descents:
            if self.placed.row_of[each.children[0]] == number:
                ends = [self.x[child] for child in each.children]
                if len(each.adults) > 1:
                    left, right = sorted(self.x[adult] for adult in each.adults)
                    ends += [min(max(sum(ends) / len(ends), left + COLUMN / 2), max(right - COLUMN / 2, left))]
                elif each.adults:
                    middle = self.x[each.adults[0]]
                    beside = 0 if each.adults[0] in self.gaps.passing else COLUMN / 2
                    ends += [middle - beside, middle + beside]
                spans.append((id(each), min(ends), max(ends)))
        return spans

    def _ends(self, couple: Couple) -> tuple[float, float]:
        return min(self.x[couple.one], self.x[couple.other]), max(self.x[couple.one], self.x[couple.other])

    def lines(self) -> list[Markup]:
        """Couples side by side first: theirs is the middle of the gap between them."""
        near = [couple for couple in self.placed.couples if self.placed.are_neighbours(couple)]
        far = [couple for couple in self.placed.couples if couple not in near]
        lines, starts = [], {}
        for couple, draw in [*((each, self._near) for each in near), *((each, self._apart) for each in far)]:
            shapes, starts[frozenset((couple.one, couple.other))] = draw(couple)
            lines.append(shapes)
        return lines + [self._descent(each, starts) for each in self.placed.descents]

    def _near(self, couple: Couple) -> tuple[Markup, tuple[float, float, float]]:
        left, right = self._ends(couple)
        y = self.tops[self.placed.row_of[couple.one]] + HALF
        bar = _ink(couple).line(left + HALF + 1, y, right - HALF - 1, y)
        return bar + _parted(couple, left + HALF + 13, y), (*self.gaps.between(couple), y)

    def _apart(self, couple: Couple) -> tuple[Markup, tuple[float, float, float]]:
        """Down beside one, along beneath the names of whoever stands between, and up beside the other."""
        row = self.placed.row_of[couple.one]
        one, other = sorted((couple.one, couple.other), key=lambda key: self.x[key])
        y = self.bottoms[row] + FOOT / 2 + LANE * self.far[row][id(couple)]
        start, end = self._beside(one, right=True), self._beside(other, right=False)
        ink = _ink(couple)
        legs = ink.leg(self.x[one] + HALF, *start, y) + ink.leg(self.x[other] - HALF, *end, y)
        bar = ink.line(start[0], y, end[0], y)
        return legs + bar + _parted(couple, start[0] + 14, y), (start[0] + 34, max(start[0] + 34, end[0] - 14), y)

    def _descent(self, descent: Descent, starts: Mapping[frozenset[str], tuple[float, float, float]]) -> Markup:
        row = self.placed.row_of[descent.children[0]]
        bus = self.tops[row] - BUS - LANE * self.buses[row][id(descent)]
        ink = Ink(faint=descent.manner == "other", dashed=descent.manner == "adopted")
        children = [self.x[child] for child in descent.children]
        middle, from_above, ends = (min(children) + max(children)) / 2, Markup(""), list(children)
        if len(descent.adults) > 1:
            left, right, start = starts[frozenset(descent.adults)]
            ends.append(self._clear(min(max(middle, left), right), row, descent))
            from_above = ink.down(ends[-1], start, bus)
        elif descent.adults and descent.adults[0] in self.gaps.passing:
            ends.append(self.x[descent.adults[0]])
            from_above = ink.down(ends[-1], self.tops[row - 1] - BUS, bus)
        elif descent.adults:
            adult = descent.adults[0]
            right_of = middle >= self.x[adult]
            side, y = self._beside(adult, right=right_of)
            ends.append(side)
            from_above = ink.leg(self.x[adult] + (HALF if right_of else -HALF), side, y, bus)
        along = ink.line(min(ends), bus, max(ends), bus) if max(ends) > min(ends) else Markup("")
        low = [self.tops[row] - (BUS if key in self.gaps.passing else 0) for key in descent.children]
        alone = [
            self.led_to[key] == 1 for key in descent.children
        ]  # several lines that lead to one child join above it
        risers = [ink.down(x, bus, y, passes=passes) for x, y, passes in zip(children, low, alone, strict=True)]
        return Markup("").join((from_above, along, *risers))

    def _clear(self, x: float, row: int, descent: Descent) -> float:
        """A little aside, where a line straight down would run into that of a child of somebody else."""
        others = [self.x[person.key] for person in self.placed.rows[row] if person.key not in descent.children]
        return x + 8 if any(abs(x - other) < 5 for other in others) else x

    def _beside(self, key: str, *, right: bool) -> tuple[float, float]:
        """Where a line that leaves somebody at the side turns down, and how high it leaves."""
        side, before = self.gaps.beside(key, right=right)
        return side, self.tops[self.placed.row_of[key]] + HALF + min(6 * before, HALF - 3)

    def people(self) -> list[Markup]:
        found = []
        for number, row in enumerate(self.placed.rows):
            for person in row:
                if person.key not in self.gaps.passing:
                    x, y = self.x[person.key], self.tops[number] + HALF
                    found.append(sign(person, x, y))
                    for place, text in enumerate(_label(person)):
                        quiet = bool(person.note) and place == len(_label(person)) - 1
                        under, fill = y + HALF + 18 + LEADING * place, palette.QUIET_TEXT if quiet else palette.TEXT
                        found.append(words(x, under, text, size=SIZE, anchor="middle", bold=not quiet, fill=fill))
        return found


def _label(person: Drawn) -> list[str]:
    name = wrapped(person.name.replace("-", "- "), NAME_ROOM, SIZE, bold=True)  # a double name is parted at its hyphen
    return [*(text.replace("- ", "-") for text in name), *([person.note] if person.note else [])]


def _ink(couple: Couple) -> Ink:
    return Ink(faint=couple.state == "other")


def _parted(couple: Couple, x: float, y: float) -> Markup:
    return end_of_couple(x, y, {"separated": 1, "divorced": 2}.get(couple.state, 0))


def _most(found: Mapping[Hashable, int]) -> int:
    return max(found.values(), default=-1) + 1
