"""Disproportionality: how a group's share or rate compares with everybody else's, in words that claim no more."""

import math
from dataclasses import dataclass
from typing import Literal

from kinfold.indicators.comparison.intervals import USUAL, deviate

FEWEST_EXPECTED = 10
"""With fewer cases expected in the group, or in the rest, the limits are too rough to be printed."""
CAUTION = "Differences in need, recording or response could each explain this."

Measure = Literal["share", "rate"]
WhyNone = Literal["suppressed", "too_few", "no_cases"]

_WHY: dict[WhyNone, str] = {
    "suppressed": "No comparison: a number is suppressed.",
    "too_few": f"No comparison: on one side fewer than {FEWEST_EXPECTED} would be expected, too few to compare.",
    "no_cases": f"No ratio: none at all on one side, where {FEWEST_EXPECTED} or more would be expected. Ask why.",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """Cases among a number of people, or events in a population; None where a number is suppressed."""

    cases: int | None
    of: int | None


@dataclass(frozen=True, slots=True)
class Ratio:
    """A group's share or rate divided by that of the rest, with log-normal (Katz) limits; 1 is no difference."""

    measure: Measure
    value: float
    lower: float
    upper: float
    confidence: float

    @property
    def clear(self) -> bool:
        """Whether chance alone is an unlikely explanation."""
        return not self.lower <= 1 <= self.upper

    @property
    def words(self) -> str:
        """“About 1.4 times as likely, between 1.1 and 1.8. Differences in need, recording or response could …”"""
        value, lower, upper = self._printed()
        kind = "as likely" if self.measure == "share" else "the rate"
        if not self.clear:
            return f"No clear difference: about {value} times {kind}, between {lower} and {upper}, which may be chance."
        return f"About {value} times {kind}, between {lower} and {upper}. {CAUTION}"

    def _printed(self) -> tuple[str, str, str]:
        """With one decimal, or as many more as it takes to show on which side of 1 each limit is."""
        for decimals in (1, 2, 3):
            printed = tuple(f"{number:,.{decimals}f}" for number in (self.value, self.lower, self.upper))
            if not self.clear or not {0.0, 1.0} & {float(text.replace(",", "")) for text in printed}:
                break
        return printed[0], printed[1], printed[2]


@dataclass(frozen=True, slots=True)
class NoRatio:
    """Why two cells are not compared."""

    why: WhyNone

    @property
    def words(self) -> str:
        return _WHY[self.why]


def ratio(group: Cell, rest: Cell, *, measure: Measure, confidence: float = USUAL) -> Ratio | NoRatio:
    """A group compared with all who are not in it (decision 0083). The two must not share a person.

    `share`: cases are some of the people (Katz and others, Biometrics 34, 1978). `rate`: events in a population, each
    person as often as it happens. ValueError where a share has more cases than people, or a number is below 0.
    """
    if group.cases is None or group.of is None or rest.cases is None or rest.of is None:
        return NoRatio("suppressed")
    for cases, of in ((group.cases, group.of), (rest.cases, rest.of)):
        if min(cases, of) < 0 or (measure == "share" and cases > of):
            raise ValueError(f"{cases} of {of} is no {measure}.")
    everybody = group.of + rest.of
    if min(group.of, rest.of) * (group.cases + rest.cases) < FEWEST_EXPECTED * everybody or not everybody:
        return NoRatio("too_few")
    if not (group.cases and rest.cases):
        return NoRatio("no_cases")
    variance = 1 / group.cases + 1 / rest.cases
    if measure == "share":
        variance -= 1 / group.of + 1 / rest.of
    value = (group.cases / group.of) / (rest.cases / rest.of)
    factor = math.exp(deviate(confidence) * math.sqrt(variance))
    return Ratio(measure, value, value / factor, value * factor, confidence)
