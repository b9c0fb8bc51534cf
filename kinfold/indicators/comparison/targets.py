"""Targets: what somebody decided a figure should reach, from when to when, and whether it did."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kinfold.indicators.comparison.exact import Better, Number, exact

Judgement = Literal["met", "within_tolerance", "missed", "no_target", "no_figure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """`value` and `tolerance` in the figure's own unit. The last day is the one before `ends_on`; None is for ever.

    `source` is the document or meeting that set it. ValueError, in words, for what no target can be.
    """

    value: Number
    better: Better
    starts_on: date
    ends_on: date | None = None
    tolerance: Number = 0
    source: str

    def __post_init__(self) -> None:
        if self.better == "neither":
            raise ValueError("A target needs to say whether higher or lower is better.")
        if exact(self.tolerance) < 0:
            raise ValueError("A tolerance is 0 or more.")
        if self.ends_on is not None and self.ends_on <= self.starts_on:
            raise ValueError("A target must start before it ends.")
        if not self.source.strip():
            raise ValueError("A target needs its source: the document or the meeting that set it.")
        exact(self.value)

    def holds_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)

    def judge(self, figure: Number) -> Judgement:
        """A figure equal to the target has met it; one that is off by the tolerance exactly is within it."""
        off = exact(self.value) - exact(figure) if self.better == "higher" else exact(figure) - exact(self.value)
        if off <= 0:
            return "met"
        return "within_tolerance" if off <= exact(self.tolerance) else "missed"


def target_on(targets: Iterable[Target], day: date) -> Target | None:
    """The target in force on `day`, which for a period is its last one. ValueError where two are."""
    found = [target for target in targets if target.holds_on(day)]
    if len(found) > 1:
        raise ValueError(f"There are {len(found)} targets for {day}; one figure has one at a time.")
    return found[0] if found else None


def judged(figure: Number | None, targets: Iterable[Target], day: date) -> Judgement:
    """The figure of the period that ends on `day`: `no_target` where none was in force then, whatever holds now."""
    target = target_on(targets, day)
    if target is None:
        return "no_target"
    return "no_figure" if figure is None else target.judge(figure)
