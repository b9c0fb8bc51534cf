"""The boxes of a return: one for each number that an indicator is asked for, of the whole and of each group."""

from dataclasses import dataclass
from typing import Literal

from kinfold.indicators.engine.gathered import Gathered

Part = Literal["value", "numerator", "denominator"]
PARTS: tuple[Part, ...] = ("value", "numerator", "denominator")


@dataclass(frozen=True)
class Box:
    """`by` and `group` are empty for the whole figure. `name` is how what was typed into it is kept, and read."""

    indicator: str
    by: str
    group: str
    part: Part

    @property
    def name(self) -> str:
        return f"{self.by}: {self.group}, {self.part}" if self.by else f"Whole, {self.part}"


def boxes_of(one: Gathered) -> tuple[Box, ...]:
    """The whole first, then each breakdown's groups."""
    parts: tuple[Part, ...] = ("numerator", "denominator") if one.numerator else ("value",)
    places = [("", ""), *((by, group) for by, groups in one.breakdowns for group in groups)]
    return tuple(Box(one.key, by, group, part) for by, group in places for part in parts)


def asks(one: Gathered, box: Box) -> str:
    """What goes into a box, as its label says it."""
    return {"value": sentence(one.unit), "numerator": one.numerator, "denominator": one.denominator}[box.part]


def sentence(words: str) -> str:
    return "Pounds" if words == "GBP" else words[:1].upper() + words[1:]
