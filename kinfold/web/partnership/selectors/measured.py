"""Which indicators tell how a line of a strategy goes: those reported for the measures that its document asks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from kinfold.indicators.asked import Measure, measures
from kinfold.indicators.catalogue import EVERY, reported_as
from kinfold.web.partnership.models import Board, Line, Objective, Priority, Strategy, StrategyAction

_BY_KEY = {one.key: one for one in EVERY}


@dataclass(frozen=True)
class IndicatorShown:
    key: str
    title: str


@dataclass(frozen=True)
class MeasureShown:
    """One number of the document and the indicators that answer it."""

    number: str
    words: str
    indicators: tuple[IndicatorShown, ...]


def measured_by(line: Line, strategy: Strategy) -> tuple[tuple[MeasureShown, ...], tuple[IndicatorShown, ...]]:
    """(the document's measures, further indicators that somebody has linked)"""
    asked = [measures()[f"{strategy.document} {number}"] for number in line.measures]
    return tuple(_measure(one) for one in asked), tuple(_indicator(key) for key in line.indicators if key in _BY_KEY)


def measuring(boards: Iterable[Board]) -> dict[UUID, set[str]]:
    """By board, the keys of every indicator that tells how a priority that it answers for goes, or a line of one.

    Three queries, however many boards there are.
    """
    found: dict[UUID, set[str]] = {one.pk: set() for one in boards}
    for rows, up in ((Priority.objects, ""), (Objective.objects, "priority__"), (StrategyAction.objects, "priority__")):
        columns = (f"{up}board", f"{up}strategy__document", "measures", "indicators")
        for board, document, numbers, further in rows.filter(**{f"{up}board__in": found}).values_list(*columns):
            found[board] |= {one.key for number in numbers for one in reported_as(f"{document} {number}")}
            found[board] |= {key for key in further if key in _BY_KEY}
    return found


def _measure(one: Measure) -> MeasureShown:
    return MeasureShown(one.number, one.words, tuple(_indicator(each.key) for each in reported_as(one.name)))


def _indicator(key: str) -> IndicatorShown:
    return IndicatorShown(key, _BY_KEY[key].title)
