"""An indicator as a scorecard shows it, however its figures came."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.gathered import Gathered
from kinfold.reports import IndicatorPart, card_trend, figure, headline, headline_under_title, period_words
from kinfold.reports.signals import Signal, signal
from kinfold.reports.target_words import target_in_short, target_words

# What agencies sent is read again for every page; what it says is worked out once.
_signal_of = lru_cache(maxsize=1024)(signal)


@dataclass(frozen=True)
class Shown:
    """One indicator with the figures of its part; `number` is that of the document which asks for it."""

    indicator: Indicator | Gathered
    number: str
    part: IndicatorPart

    @cached_property
    def signal(self) -> Signal:
        return _signal_of(self.part)

    @property
    def title(self) -> str:
        return f"{self.number} {self.indicator.title}".strip()

    @property
    def latest(self) -> Any:
        return self.part.points[-1]

    @property
    def value(self) -> str | None:
        return None if self.latest.value is None else figure(self.latest.value, self.part.unit)

    @property
    def unit(self) -> str:
        unit = self.part.unit
        return f"per {unit.per:,}" if unit.kind == "rate" else "" if unit.kind == "share" else unit.counts

    @property
    def absent(self) -> str:
        return figure(None, self.part.unit, self.latest.status).capitalize()

    @property
    def headline(self) -> str:
        return headline(self.part)

    @property
    def headline_under_title(self) -> str:
        return headline_under_title(self.part)

    @property
    def target_words(self) -> str:
        return target_words(self.part, self.signal)

    @property
    def target_in_short(self) -> str:
        return target_in_short(self.part, self.signal)

    @property
    def picture(self) -> Any:
        return card_trend(self.part)

    @property
    def trend(self) -> list[dict[str, Any]]:
        unit = self.part.unit
        return [
            {
                "period": period_words(point.period),
                "value": point.value,
                "text": figure(point.value, unit, point.status),
            }
            for point in self.part.points
        ]
