"""Whether an indicator's latest figure is more than chance, in a mark and in words."""

from dataclasses import dataclass, replace
from typing import Literal

from kinfold.indicators.comparison.spc import Label, XmR, are_rare
from kinfold.indicators.periods import period
from kinfold.reports.charts import Picture, process_chart, trend_chart
from kinfold.reports.processes import process_of
from kinfold.reports.values import IndicatorPart

Mark = Literal["concerning", "improving", "neither_high", "neither_low", "common_cause", "unknown"]

TITLES: dict[Mark, str] = {
    "concerning": "Worse than usual",
    "improving": "Better than usual",
    "neither_high": "Higher than usual",
    "neither_low": "Lower than usual",
    "common_cause": "As usual",
    "unknown": "Cannot say",
}
"""Most urgent first; what is as usual, or cannot be said, is no signal."""
SYMBOLS: dict[Mark, str] = {
    "concerning": "▲!",
    "improving": "▲+",
    "neither_high": "▲",
    "neither_low": "▼",
    "common_cause": "●",
    "unknown": "○",
}
_BECAUSE: dict[Label, dict[str, str]] = {
    "outside": {
        "high": "above the limit of what is usual",
        "low": "below the limit of what is usual",
    },
    "trend": {
        "high": "the last of seven figures that rose one after another",
        "low": "the last of seven figures that fell one after another",
    },
    "two_of_three": {
        "high": "one of two near the upper limit within three",
        "low": "one of two near the lower limit within three",
    },
    "shift": {
        "high": "one of seven or more above the mean one after another",
        "low": "one of seven or more below the mean one after another",
    },
}


@dataclass(frozen=True)
class Signal:
    """`chart` is None where none can be drawn, and `words` then say why."""

    mark: Mark
    words: str
    chart: XmR | None = None

    @property
    def title(self) -> str:
        return TITLES[self.mark]

    @property
    def stands_out(self) -> bool:
        return self.mark not in ("common_cause", "unknown")

    @property
    def urgency(self) -> int:
        return list(TITLES).index(self.mark)


def signal(part: IndicatorPart) -> Signal:
    """By statistical process control over every figure of the part; a figure not shown is a gap."""
    values = [point.value for point in part.points]
    if not any(value is not None for value in values):
        return Signal("unknown", "There are no figures yet.")
    if part.unit.kind == "count" and are_rare([None if value is None else round(value) for value in values]):
        return Signal("unknown", "Too few happen in a period to tell a change from chance.")
    chart = process_of(part)
    mark = chart.variation
    if mark is None:
        return Signal("unknown", "The latest figure is missing, or too few came before it.", chart)
    cause = chart.causes[-1]
    trial = " The limits rest on fewer than 12 figures, so they may move." if chart.trial else ""
    if cause is None:
        return Signal(mark, f"Within what is usual.{trial}", chart)
    return Signal(mark, f"The latest figure is {_BECAUSE[cause.label][cause.side]}.{trial}", chart)


def is_new(part: IndicatorPart, quarters: int) -> bool:
    """Whether it stands out now and did not, in this way, so many quarters ago, when the report before was made."""
    now = signal(part)
    if not now.stands_out:
        return False
    earlier = part.points[: -max(1, round(quarters * part.periods_in_year / 4))]
    if not earlier:
        return True
    known = tuple(one for one in part.rebasings if one.on <= period(earlier[-1].period).starts_on)
    return signal(replace(part, points=earlier, rebasings=known)).mark != now.mark


def chart_of(part: IndicatorPart, *, narrow: bool = False) -> Picture:
    """The process with its limits where it has any; else the plain trend."""
    found = signal(part)
    if found.chart is None or found.chart.latest.limits is None:
        return trend_chart(part, narrow=narrow)
    return process_chart(part, found.chart, narrow=narrow)
