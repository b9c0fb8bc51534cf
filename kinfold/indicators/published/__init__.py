"""Figures that the partnership has published, kept with their source to stand beside those that Kinfold computes."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import StringIO

from kinfold.indicators.catalogue import indicator
from kinfold.indicators.periods import Period, period


@dataclass(frozen=True)
class PublishedFigure:
    """`words` are the source's own. A figure that is not `comparable` says why in `note`."""

    indicator: str
    period: Period
    value: float
    source: str
    words: str
    comparable: bool
    note: str = ""

    def __post_init__(self) -> None:
        indicator(self.indicator)
        if not (self.source and self.words):
            raise ValueError(f"{self.indicator}, {self.period.key}: a published figure needs its source and its words.")
        if not self.comparable and not self.note:
            raise ValueError(f"{self.indicator}, {self.period.key}: say why the figure is not comparable.")


def published_for(key: str) -> tuple[PublishedFigure, ...]:
    """What was published of an indicator, oldest first."""
    return tuple(figure for figure in all_published() if figure.indicator == key)


@cache
def all_published() -> tuple[PublishedFigure, ...]:
    text = resources.files(__name__).joinpath("figures.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)
    found = [
        PublishedFigure(
            row["indicator"],
            period(row["period"]),
            float(row["value"]),
            row["source"],
            row["words"],
            {"yes": True, "no": False}[row["comparable"]],
            row["note"],
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda figure: (figure.indicator, figure.period)))
