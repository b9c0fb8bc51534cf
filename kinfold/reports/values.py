"""What a report is made of: frozen values that check themselves and hold text that is safe to print."""

import math
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from kinfold.indicators.comparison.spc import Rebasing
from kinfold.indicators.comparison.targets import Target
from kinfold.reports.cleaned import Value

UnitKind = Literal["count", "rate", "share", "days", "weeks", "months", "score", "points", "money"]
PointStatus = Literal["shown", "suppressed", "not_covered", "no_cases", "not_submitted"]
ActionStatus = Literal["not_started", "on_track", "at_risk", "off_track", "complete"]
Better = Literal["higher", "lower", "neither"]
Number = int | float
LATER = {"later": True}
"""Of a part that was added when reports were kept already: see `kinfold.reports.keeping`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Value):
    """How a figure reads. A rate is per `per` of `of`; a share is a percentage of `of`, from 0 to 100.

    A score is out of 10; points are on any other scale, which `counts` names.
    """

    kind: UnitKind
    counts: str
    of: str = ""
    per: int = 1

    def _check(self) -> None:
        if self.kind in {"rate", "share"} and not self.of:
            raise ValueError(f"A {self.kind} must say what it is of")
        if self.kind == "rate" and self.per < 2:
            raise ValueError("A rate must be per at least 2, such as 10,000")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(Value):
    """One figure of one period; a figure that may not or cannot be shown has no value at all, never nought."""

    period: str
    value: Number | None
    status: PointStatus = "shown"
    numerator: Number | None = None
    denominator: Number | None = None

    def _check(self) -> None:
        if self.status == "shown" and self.value is None:
            raise ValueError(f"{self.period}: a shown figure needs its value")
        if any(part is not None and not math.isfinite(part) for part in (self.value, self.numerator, self.denominator)):
            raise ValueError(f"{self.period}: a figure must be a finite number")
        if self.status != "shown" and (self.value is not None or self.numerator or self.denominator):
            raise ValueError(f"{self.period}: a figure that is {self.status} must not carry its value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Value):
    """A figure that someone else published, in their words; `why_not` says what makes it not comparable.

    `ours` is of the same period, or of the last one like it: a year beside a year, an autumn beside an autumn.
    """

    title: str
    period: str
    value: Number
    unit: Unit
    source: str
    comparable: bool = True
    why_not: str = ""
    ours: Point | None = None

    def _check(self) -> None:
        if not self.comparable and not self.why_not:
            raise ValueError(f"{self.title}: say why the figure is not comparable")


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakdownGroup(Value):
    """One row of a breakdown, such as a ward, with a figure for each period."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown(Value):
    """An indicator by ward, age or another grouping, over the same periods in every group."""

    by: str
    groups: tuple[BreakdownGroup, ...]

    def _check(self) -> None:
        if len({tuple(point.period for point in group.points) for group in self.groups}) > 1:
            raise ValueError(f"Breakdown by {self.by}: every group needs the same periods in the same order")

    @property
    def periods(self) -> tuple[str, ...]:
        return tuple(point.period for point in self.groups[0].points) if self.groups else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionBreak(Value):
    """From `period` on the figure is counted in another way; `words` say how."""

    period: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPart(Value):
    """One indicator with its figures, oldest period first and none left out.

    `so_far` is of a period that is not over: it is said beside the others, never drawn or compared with them.
    `rebasings`, `target` and `breaks` are what people decided: each new mean and limits, the target of the last period,
    and each change of what is counted.
    `under` is the priority, or the title of the chapter, that it stands under. `years` are the figures of whole years,
    where a report is of a year.
    """

    key: str
    number: str
    title: str
    definition: str
    unit: Unit
    points: tuple[Point, ...]
    comparisons: tuple[Comparison, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    periods_in_year: int = 4
    better: Better = "neither"
    so_far: Point | None = None
    under: str = field(default="", metadata=LATER)
    rebasings: tuple[Rebasing, ...] = field(default=(), metadata=LATER)
    target: Target | None = field(default=None, metadata=LATER)
    breaks: tuple[DefinitionBreak, ...] = field(default=(), metadata=LATER)
    years: tuple[Point, ...] = field(default=(), metadata=LATER)

    def _check(self) -> None:
        if not self.points:
            raise ValueError(f"{self.title}: an indicator needs at least one period, even one not covered")
        if unknown := {one.period for one in self.breaks} - {point.period for point in self.points}:
            raise ValueError(f"{self.title}: a definition changes in {', '.join(sorted(unknown))}, which is not shown")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionProgress(Value):
    """Where one action of the implementation plan stands; owned by a post, never by a name."""

    number: str
    action: str
    owner_post: str
    status: ActionStatus
    note: str = ""
    updated_on: date | None = None
    under: str = field(default="", metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Value):
    """What a named author says of the period, of one priority where it is `under` one."""

    text: str
    author: str
    written_on: date
    under: str = field(default="", metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter(Value):
    """A chapter's words. The indicators and actions `under` its title follow them, its indicators by ward if asked."""

    title: str
    remarks: tuple[Remark, ...] = ()
    by_ward: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DataNotes(Value):
    """What a reader must know of the figures before relying on them."""

    as_at: date
    lag: str
    suppression: str
    further: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Value):
    """A report in the Trust Plan's three parts, or in chapters where it has any.

    A draft until it has both sign-off and publication date. `subject` is what it reports on, in the strategy's words.
    """

    title: str
    board: str
    subject: str = ""
    period: str
    marking: str
    circulation: tuple[str, ...]
    author: str
    prepared_on: date
    published_on: date | None = None
    signed_off_by: str = ""
    indicators: tuple[IndicatorPart, ...]
    actions: tuple[ActionProgress, ...]
    going_well: tuple[Remark, ...] = ()
    needs_to_improve: tuple[Remark, ...] = ()
    chapters: tuple[Chapter, ...] = field(default=(), metadata=LATER)
    notes: DataNotes

    def _check(self) -> None:
        if not self.marking:
            raise ValueError("A report needs its protective marking")
        if bool(self.signed_off_by) != (self.published_on is not None):
            raise ValueError("A report is published by the person who signs it off: give both or neither")

    @property
    def is_draft(self) -> bool:
        return self.published_on is None

    @property
    def quarters(self) -> int:
        """How many quarters have gone by since the report before: one, two for half a year, four for a year."""
        return {"Q": 1, "H": 2, "T": 1}.get(self.period[-2:-1], 4)
