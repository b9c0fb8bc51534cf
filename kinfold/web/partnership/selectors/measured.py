"""Which indicators tell how a line of a strategy goes: those reported for the measures that its document asks for."""

from dataclasses import dataclass

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


def measuring(board: Board) -> set[str]:
    """The keys of every indicator that tells how a priority that the board answers for goes, or a line of one."""
    levels = (Priority.objects.filter(board=board), Objective.objects.filter(priority__board=board),
              StrategyAction.objects.filter(priority__board=board))  # fmt: skip
    found: set[str] = set()
    for rows, above in zip(levels, ("strategy", "priority__strategy", "priority__strategy"), strict=True):
        for document, numbers, further in rows.values_list(f"{above}__document", "measures", "indicators"):
            found |= {one.key for number in numbers for one in reported_as(f"{document} {number}")}
            found |= {key for key in further if key in _BY_KEY}
    return found


def _measure(one: Measure) -> MeasureShown:
    return MeasureShown(one.number, one.words, tuple(_indicator(each.key) for each in reported_as(one.name)))


def _indicator(key: str) -> IndicatorShown:
    return IndicatorShown(key, _BY_KEY[key].title)
