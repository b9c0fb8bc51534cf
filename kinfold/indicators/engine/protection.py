"""Small numbers hidden before a figure leaves for an audience, as the Department for Education does.

1. A count from 1 to 5 is hidden; nought is shown. A share is hidden too where those who are not in the numerator, or
   those in the denominator, are 1 to 5. With its counts, its percentage or rate is hidden.
2. Nothing shown may give a hidden count back: not a total, not a longer period, not another indicator that counts the
   same or part of it, not an earlier publication. Further figures are hidden until another table has been found which
   agrees with all that is shown and in which the count is 1, and one in which it is 5.
3. No figure of a single agency is given, since that may be one school and its pupils.
Rounded, 1 to 7 are hidden and what is left is rounded to the nearest 5, as NHS England does with hospital figures.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.disclosure.earlier import Published, add_earlier, already_hidden, already_known
from kinfold.indicators.engine.disclosure.hiding import Hiding
from kinfold.indicators.engine.disclosure.sums import sums_of
from kinfold.indicators.engine.figures import PERCENT, Figure
from kinfold.indicators.periods import Period

Audience = Literal["practice", "board", "public"]
BoardCounts = Literal["shown", "suppressed"]
PublicCounts = Literal["suppressed", "rounded"]

LARGEST_HIDDEN: dict[PublicCounts, int] = {"suppressed": 5, "rounded": 7}
NEVER_BY = ("agency",)
_ROUNDED_TO = 5


def protected(
    figures: Iterable[Figure],
    indicators: Mapping[str, Indicator],
    periods: Iterable[Period],
    audience: Audience,
    board_counts: BoardCounts = "shown",
    public_counts: PublicCounts = "suppressed",
    earlier: Sequence[Published] = (),
) -> list[Figure]:
    """The figures as this audience may see them; the same figures for people who work with the children.

    `earlier` is what the same audience was given before, as it was given.
    """
    figures = list(figures)
    if audience == "practice" or (audience == "board" and board_counts == "shown"):
        return figures
    counts: PublicCounts = public_counts if audience == "public" else "suppressed"
    hidden = to_hide(figures, indicators, periods, counts, earlier)
    return [
        figure.without_value("suppressed")
        if place in hidden
        else rounded(figure, indicators[figure.indicator])
        if counts == "rounded"
        else figure
        for place, figure in enumerate(figures)
    ]


def to_hide(
    figures: Sequence[Figure],
    indicators: Mapping[str, Indicator],
    periods: Iterable[Period],
    counts: PublicCounts = "suppressed",
    earlier: Sequence[Published] = (),
) -> set[int]:
    """The places of the figures to hide."""
    never = {place for place, one in enumerate(figures) if one.by in NEVER_BY and one.status != "not_covered"}
    sums = sums_of(figures, indicators, periods, leave_out=never)
    hidden, known = already_hidden(sums, figures, earlier), set[int]()
    if earlier:
        known = already_known(sums, indicators, earlier, _nearest if counts == "rounded" else int)
        add_earlier(sums, earlier, indicators)
    return never | Hiding(sums, LARGEST_HIDDEN[counts], hidden, known).run()


def rounded(figure: Figure, indicator: Indicator) -> Figure:
    """To the nearest 5; a percentage, a rate or a mean is worked out from what is left of its parts."""
    if figure.value is None or figure.numerator is None:
        return figure
    above, below = _nearest(figure.numerator), figure.denominator
    if indicator.per is not None:
        return replace(figure, numerator=above, value=above * indicator.per / (below or 1))
    below = None if below is None else _nearest(below)
    if indicator.quantity is not None:
        mean = above if indicator.quantity.adds_up else round(figure.value)
        return replace(figure, numerator=above if indicator.quantity.adds_up else None, denominator=below, value=mean)
    if below is not None:
        return replace(figure, numerator=above, denominator=below, value=above * PERCENT / below)
    return replace(figure, numerator=above, value=above)


def _nearest(count: int) -> int:
    return _ROUNDED_TO * ((2 * count + _ROUNDED_TO) // (2 * _ROUNDED_TO))
