"""How far down and up a figure can go at all, so that no limit is drawn at fewer than no children or over 100%."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from kinfold.indicators.comparison.spc.baselines import Limits

Kind = Literal["count", "rate", "share", "days", "weeks", "months", "score", "points", "money"]


@dataclass(frozen=True, slots=True)
class NaturalBounds:
    """`highest` is None where there is none."""

    lowest: int | None
    highest: int | None

    def drawn(self, limits: Limits) -> tuple[float, float]:
        """Lower and upper limit as a chart shows them. The rules keep to the limits as they were worked out."""
        return float(self._within(limits.lower)), float(self._within(limits.upper))

    def _within(self, limit: Fraction) -> Fraction:
        if self.lowest is not None and limit < self.lowest:
            return Fraction(self.lowest)
        return Fraction(self.highest) if self.highest is not None and limit > self.highest else limit


_BOUNDS: dict[Kind, NaturalBounds] = {
    "count": NaturalBounds(0, None),
    "rate": NaturalBounds(0, None),
    "share": NaturalBounds(0, 100),
    "days": NaturalBounds(0, None),
    "weeks": NaturalBounds(0, None),
    "months": NaturalBounds(0, None),
    "score": NaturalBounds(0, 10),
    "points": NaturalBounds(None, None),  # how pupils progress can be below nought
    "money": NaturalBounds(0, None),
}


def bounds_of(kind: Kind) -> NaturalBounds:
    """By kind of figure; a share is a percentage, a score is out of 10, and points are on a scale of their own."""
    return _BOUNDS[kind]
