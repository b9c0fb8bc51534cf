"""What every picture of an indicator says in words: its text alternative and the table of its figures."""

from kinfold.reports.charts.values import Table
from kinfold.reports.figures import WORDS_FOR, point_figure, unit_words, whole, with_unit
from kinfold.reports.times import period_words
from kinfold.reports.values import IndicatorPart, Point


def shown(part: IndicatorPart) -> list[Point]:
    return [point for point in part.points if point.value is not None]


def runs(part: IndicatorPart) -> list[tuple[int, int]]:
    """First and last place of each unbroken run of shown figures, so that no line is drawn across a gap."""
    found: list[tuple[int, int]] = []
    for place, point in enumerate(part.points):
        if point.value is None:
            continue
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found


def gaps(part: IndicatorPart) -> list[tuple[int, int, str]]:
    """First and last place of each run without figures for one reason, with the word for it."""
    found: list[tuple[int, int, str]] = []
    for place, point in enumerate(part.points):
        if point.value is not None:
            continue
        word = WORDS_FOR[point.status]
        if found and found[-1][1] == place - 1 and found[-1][2] == word:
            found[-1] = (found[-1][0], place, word)
        else:
            found.append((place, place, word))
    return found


def alternative(part: IndicatorPart, kind: str) -> str:
    """What the picture is of, its ends and extremes, and what is missing: enough to follow a discussion of it."""
    first, last = period_words(part.points[0].period), period_words(part.points[-1].period)
    said = [f"{kind} of {part.title}, {f'{first} to {last}' if len(part.points) > 1 else last}."]
    figures = shown(part)
    if figures:
        lowest = min(figures, key=lambda point: point.value or 0)
        highest = max(figures, key=lambda point: point.value or 0)
        latest = figures[-1]
        if len(figures) > 1:
            said.append(
                f"Lowest {point_figure(lowest, part.unit)} in {period_words(lowest.period)}, "
                f"highest {point_figure(highest, part.unit)} in {period_words(highest.period)}."
            )
        said.append(f"Latest {with_unit(latest.value, part.unit)} in {period_words(latest.period)}.")
    for start, end, word in gaps(part):
        since, until = period_words(part.points[start].period), period_words(part.points[end].period)
        said.append(f"{word.capitalize()}: {since if start == end else f'{since} to {until}'}.")
    return " ".join(said)


def table_of(part: IndicatorPart) -> Table:
    """Every figure by period; what a rate or share was worked out from stands beside it."""
    headings = ["Period", unit_words(part.unit)]
    worked_out = part.unit.kind in {"rate", "share"} and any(point.denominator is not None for point in part.points)
    if worked_out:
        headings += [part.unit.counts[:1].upper() + part.unit.counts[1:], part.unit.of[:1].upper() + part.unit.of[1:]]
    rows = [
        (period_words(point.period), point_figure(point, part.unit))
        + ((whole(point.numerator), whole(point.denominator)) if worked_out else ())
        for point in part.points
    ]
    return Table(caption=f"{part.title} by period", headings=tuple(headings), rows=tuple(rows))
