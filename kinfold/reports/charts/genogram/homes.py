"""A line round those who live in one home."""

from markupsafe import Markup

from kinfold.reports import palette
from kinfold.reports.charts.genogram.placing import COLUMN, Placed
from kinfold.reports.charts.genogram.signs import around
from kinfold.reports.charts.picture import words

ROUND, HEAD, FOOT = COLUMN / 2 - 5, 19.0, 5.0
Run = tuple[int, float, float]  # a row, and from where to where people of one home stand side by side in it


def homes(placed: Placed, tops: list[float], bottoms: list[float], edge: float) -> list[Markup]:
    """Who stands apart from the others of the home has a line of their own, with the same number."""
    found = []
    for number in sorted({person.home for row in placed.rows for person in row if person.home is not None}):
        for group in _joined(_runs(placed, number)):
            left_side: list[tuple[float, float]] = []
            right_side: list[tuple[float, float]] = []
            for place, (row, left, right) in enumerate(group):
                top, bottom = tops[row] - HEAD, bottoms[row] + FOOT
                upper = top if place == 0 else left_side[-1][1]
                left_side += [(left + edge, upper), (left + edge, bottom)]
                right_side += [(right + edge, upper), (right + edge, bottom)]
            found.append(around([*left_side, *reversed(right_side)]))
            x, y = left_side[0]
            found.append(words(x + 5, y + 13, f"Home {number}", size=11, fill=palette.MID_BLUE))
    return found


def _runs(placed: Placed, number: int) -> list[Run]:
    found: list[Run] = []
    for place, row in enumerate(placed.rows):
        going_on = False
        for person in row:
            if person.shape == "through":
                continue
            x = placed.x[person.key]
            if person.home == number and going_on:
                found[-1] = (place, found[-1][1], x + ROUND)
            elif person.home == number:
                found.append((place, x - ROUND, x + ROUND))
            going_on = person.home == number
    return found


def _joined(runs: list[Run]) -> list[list[Run]]:
    """Runs that lie over one another in rows that follow are within one line."""
    groups: list[list[Run]] = []
    for run in runs:
        over = [group for group in groups if group[-1][0] == run[0] - 1
                and group[-1][1] < run[2] and run[1] < group[-1][2]]  # fmt: skip
        if over:
            over[0].append(run)
        else:
            groups.append([run])
    return groups
