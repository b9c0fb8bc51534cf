"""An indicator that Kinfold does not compute: an agency submits it each quarter, or somebody else publishes it."""

import re
from dataclasses import dataclass
from typing import Literal

from kinfold.indicators.engine.definition import KEY, REPORTED_IN, Better, DefinitionFault

Collected = Literal["submitted", "published"]
Kind = Literal["count", "rate", "share", "duration", "score", "money"]
Every = Literal["quarter", "term", "year"]

_PER = re.compile(r"per [\d,]+ .+")


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """A figure that comes from outside, with what whoever sends it must know to count it in one way.

    - `unit` is what a heading says: crimes, % of pupils, per 10,000 children aged 0 to 14, days.
    - `owner` is the agency that submits it, or the body that publishes it.
    - `numerator` and `denominator` are asked for beside a share or a rate, which is worked out from them; where only
      the finished figure exists, as for a standardised rate, both are empty and no count is ever made of it.
    - `most` is the largest that one counted thing can add, where there is such: 40 points, 520 weeks.
    - `breakdowns` name what the figure is also asked for by, each with its groups.
    """

    key: str
    title: str
    definition: str
    kind: Kind
    unit: str
    population: str
    owner: str
    collected: Collected
    source: str
    better: Better
    every: Every = "quarter"
    numerator: str = ""
    denominator: str = ""
    per: int = 1
    most: int | None = None
    breakdowns: tuple[tuple[str, tuple[str, ...]], ...] = ()
    reported_in: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if not KEY.fullmatch(self.key):
            self._refuse("a key is two words joined by a dot, such as police.crimes_of_neglect")
        if not all((self.title, self.definition, self.unit, self.population, self.owner, self.source)):
            self._refuse("title, definition, unit, population, owner and source must all be given")
        if bool(self.numerator) != bool(self.denominator):
            self._refuse("a numerator is asked for with its denominator, or neither is")
        if self.numerator and self.kind not in ("share", "rate", "duration", "score"):
            self._refuse(f"a {self.kind} has no denominator")
        if self.kind == "rate" and not _PER.fullmatch(self.unit):
            self._refuse("the unit of a rate says per how many of whom, such as per 10,000 children aged 0 to 17")
        for name in self.reported_in:
            if not REPORTED_IN.fullmatch(name):
                self._refuse(f"reported_in “{name}” names a document and a number in it, such as safeguarding 2.3")
        for name, groups in self.breakdowns:
            if len(set(groups)) < 2:
                self._refuse(f"the breakdown by {name} needs at least two different groups")

    def _refuse(self, why: str) -> None:
        raise DefinitionFault(f"{self.key}: {why}")

    @property
    def whole(self) -> bool:
        """Whether the figure itself is a whole number."""
        return self.kind == "count"
