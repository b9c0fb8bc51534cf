"""Which indicators tell how a line of a strategy goes: those reported for the measures that its document asks for."""

from dataclasses import dataclass

from kinfold.indicators.asked import Measure, measures
from kinfold.indicators.catalogue import EVERY, reported_as
from kinfold.web.partnership.models import Line, Strategy

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


def _measure(one: Measure) -> MeasureShown:
    return MeasureShown(one.number, one.words, tuple(_indicator(each.key) for each in reported_as(one.name)))


def _indicator(key: str) -> IndicatorShown:
    return IndicatorShown(key, _BY_KEY[key].title)
