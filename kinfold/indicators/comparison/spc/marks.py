"""The two marks of a chart: what its latest point says, and whether the process can be relied on to meet its target."""

from typing import Literal

from kinfold.indicators.comparison.exact import Better, Number, exact
from kinfold.indicators.comparison.spc.baselines import Limits
from kinfold.indicators.comparison.spc.special_causes import SpecialCause

Variation = Literal["improving", "concerning", "neither_high", "neither_low", "common_cause"]
Assurance = Literal["passing", "failing", "inconsistent"]


def variation(latest: SpecialCause | None, better: Better) -> Variation:
    """What the latest point says, and no other. A special cause that is neither better nor worse keeps its side."""
    if latest is None:
        return "common_cause"
    if better == "neither":
        return "neither_high" if latest.side == "high" else "neither_low"
    return "improving" if (latest.side == "high") == (better == "higher") else "concerning"


def assurance(limits: Limits | None, target: Number | None, better: Better) -> Assurance | None:
    """`passing` where the whole of the usual variation meets the target, `failing` where none of it does.

    A target that lies between the limits, or on one, is met or missed by chance: `inconsistent`. None without limits or
    target, or where neither direction is better.
    """
    if limits is None or target is None or better == "neither":
        return None
    wanted = exact(target)
    if limits.lower <= wanted <= limits.upper:
        return "inconsistent"
    return "passing" if (wanted < limits.lower) == (better == "higher") else "failing"
