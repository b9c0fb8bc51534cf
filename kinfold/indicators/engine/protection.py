"""Small numbers hidden before a figure leaves for an audience, as the Department for Education does.

1. A count from 1 to 5 is hidden; nought is shown. A share is hidden too where those who are not in the numerator, or
   those in the denominator, are 1 to 5. With its counts, its percentage or rate is hidden.
2. Nothing shown may give a hidden count back. Wherever parts add up to a total (the groups of a breakdown to the whole,
   quarters to the year to date), further parts are hidden, smallest first and the total last, until what is hidden
   there could still be any number from 1 to 5.
A number and the rate made of it are one cell: hidden together or not at all.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.figures import Figure
from kinfold.indicators.engine.sums_to import additions_over_time
from kinfold.indicators.periods import Period

Audience = Literal["practice", "board", "public"]
BoardCounts = Literal["shown", "suppressed"]
SMALLEST_SHOWN = 6
_ADDS_OVER_TIME = ("events", "share", "duration", "score", "money")

# A measure, a period's key, a breakdown and a group.
Cell = tuple[str, str, str | None, str | None]


@dataclass(frozen=True)
class Addition:
    """Cells that add up to another, or nearly: a child in two wards is in both."""

    total: Cell
    parts: tuple[Cell, ...]


def protected(
    figures: Iterable[Figure],
    indicators: Mapping[str, Indicator],
    periods: Iterable[Period],
    audience: Audience,
    board_counts: BoardCounts = "shown",
) -> list[Figure]:
    """The figures as this audience may see them; the same figures for people who work with the children."""
    figures = list(figures)
    if audience == "practice" or (audience == "board" and board_counts == "shown"):
        return figures
    cells = [_cell(figure, indicators[figure.indicator]) for figure in figures]
    counts = {
        cell: _counts(figure, indicators[figure.indicator])
        for figure, cell in zip(figures, cells, strict=True)
        if figure.status != "not_covered"
    }
    hidden = hide(counts, [*_breakdowns(counts), *_over_time(counts, indicators.values(), periods)])
    return [
        figure.without_value("suppressed") if cell in hidden and figure.status != "not_covered" else figure
        for figure, cell in zip(figures, cells, strict=True)
    ]


def hide(counts: Mapping[Cell, tuple[int, ...]], additions: Iterable[Addition]) -> set[Cell]:
    """The cells to hide. `counts` gives each cell's counts: one, or for a share those in and not in the numerator."""
    hidden = {cell for cell, parts in counts.items() if any(_small(count) for count in (*parts, sum(parts)))}
    additions = list(additions)
    waiting = additions[:]
    touching: dict[Cell, list[Addition]] = defaultdict(list)
    for addition in additions:
        for cell in (addition.total, *addition.parts):
            touching[cell].append(addition)
    while waiting:
        addition = waiting.pop()
        while (further := _next_to_hide(addition, counts, hidden)) is not None:
            hidden.add(further)
            waiting.extend(touching[further])
    return hidden


def _next_to_hide(addition: Addition, counts: Mapping[Cell, tuple[int, ...]], hidden: set[Cell]) -> Cell | None:
    inside = [cell for cell in addition.parts if cell in hidden]
    outside = sorted(
        (cell for cell in addition.parts if cell not in hidden and any(counts[cell])),
        key=lambda cell: (sum(counts[cell]), str(cell)),
    )
    if addition.total in hidden:
        # All parts shown would add up to it.
        return outside[0] if outside and not inside else None
    if not inside or _uncertain_enough([counts[cell] for cell in inside]):
        return None
    return outside[0] if outside else addition.total


def _uncertain_enough(hidden: list[tuple[int, ...]]) -> bool:
    """Whether each hidden count could be any from 1 to 5, for one who knows only what the hidden cells add up to."""
    of_a_share = len(hidden[0]) > 1  # in which a hidden part may be nought
    for side in range(len(hidden[0])):
        counts = [cell[side] for cell in hidden]
        least_elsewhere = 0 if of_a_share else len(counts) - 1
        if any(_small(count) for count in counts) and sum(counts) - least_elsewhere < SMALLEST_SHOWN - 1:
            return False
    return len(hidden) > 1


def _small(count: int) -> bool:
    return 0 < count < SMALLEST_SHOWN


def _cell(figure: Figure, indicator: Indicator) -> Cell:
    return (indicator.measure, figure.period, figure.by, figure.group)


def _counts(figure: Figure, indicator: Indicator) -> tuple[int, ...]:
    numerator = figure.numerator or 0
    if indicator.quantity is not None:
        return (figure.denominator or 0,)
    if indicator.kind != "share":
        return (numerator,)
    return (numerator, (figure.denominator or 0) - numerator)


def _breakdowns(counts: Mapping[Cell, tuple[int, ...]]) -> Iterable[Addition]:
    groups: dict[tuple[str, str, str], list[Cell]] = defaultdict(list)
    for cell in counts:
        measure, period, by, _ = cell
        if by is not None:
            groups[measure, period, by].append(cell)
    for (measure, period, _), parts in groups.items():
        whole = (measure, period, None, None)
        if whole in counts:
            yield Addition(whole, tuple(parts))


def _over_time(
    counts: Mapping[Cell, tuple[int, ...]], indicators: Iterable[Indicator], periods: Iterable[Period]
) -> Iterable[Addition]:
    """Only what adds up over time: neither a stock nor distinct children do."""
    adding = {indicator.measure for indicator in indicators if indicator.kind in _ADDS_OVER_TIME}
    chains = additions_over_time(periods)
    for measure, period, by, group in counts:
        for parts in chains.get(period, ()) if measure in adding else ():
            cells = tuple((measure, part, by, group) for part in parts)
            if all(cell in counts for cell in cells):
                yield Addition((measure, period, by, group), cells)
