"""An indicator as a frozen value that says what to count, never how, and checks itself when it is written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

from kinfold.indicators.engine.breakdowns import OF_THE_POPULATION
from kinfold.indicators.engine.subject import Subject
from kinfold.indicators.engine.subjects import SUBJECTS
from kinfold.indicators.engine.words import Expression
from kinfold.practice.timescales import TIMESCALES

Kind = Literal["events", "distinct", "stock", "rate", "share", "duration", "score", "money"]
Better = Literal["higher", "lower", "neither"]

# Known of a row whose deadline is looked up by `settles_after`.
DEADLINE_COLUMNS = ("due_on", "met_on", "met_in_time")

KEY = re.compile(r"[a-z_]+\.[a-z_]+")
REPORTED_IN = re.compile(r"(safeguarding|trust-plan|dataset|young-people|pcso) \S+")
_ENGINE_UNIT = 2


class DefinitionFault(ValueError):
    """The indicator is written wrongly; the message tells its author what to change."""


@dataclass(frozen=True)
class Rule:
    """A condition on a row: in words for people, and as an expression for engines."""

    words: str
    holds: Expression = field(compare=False, repr=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        if not isinstance(self.holds, Expression):
            raise DefinitionFault(
                f"“{self.words}”: the condition must be written with _, such as _.decided_on.notnull()"
            )
        object.__setattr__(self, "text", repr(self.holds))


@dataclass(frozen=True)
class Quantity:
    """What each counted row adds: whole days, months or points, of which the mean is given, or pounds, which add up.

    A row of which the value is not known is not counted.
    """

    words: str
    value: Expression = field(compare=False, repr=False)
    unit: Literal["days", "months", "points", "GBP"]
    text: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", repr(self.value))

    @property
    def adds_up(self) -> bool:
        return self.unit == "GBP"


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """What is counted, of what, when, and for whom it is reported.

    - `counts` a unit of the subject named by `of`: its rows, or something distinct among them, such as children.
    - With `dated_by`, rows are counted in the period that holds that day. Without, rows are counted that are open at
      the close of the period's last day.
    - `denominator` makes it a share, as a percentage; `per` makes it a rate of the population of `ages`. A child
      counted in a share is in the numerator if any row of theirs is.
    - `quantity` makes it the mean, or the sum, of something that every counted row has.
    - `unless_open_in` leaves out a child who at the same moment is in one of those subjects.
    - `settles_after` names the timescale whose deadline must have passed: a newer row is in neither count.
    """

    key: str
    title: str
    counts: str
    of: str
    numerator: Rule
    source: str
    better: Better
    dated_by: Expression | None = field(default=None, compare=False)
    denominator: Rule | None = None
    quantity: Quantity | None = None
    per: int | None = None
    ages: tuple[int, int] = (0, 17)
    unless_open_in: tuple[str, ...] = ()
    settles_after: str | None = None
    breakdowns: tuple[str, ...] = ()
    reported_in: tuple[str, ...] = ()
    note: str = ""
    collected: Literal["computed"] = "computed"

    def __post_init__(self) -> None:
        if not KEY.fullmatch(self.key):
            self._refuse("a key is two words joined by a dot, such as mash.contacts")
        if not (self.title and self.source and self.numerator.words):
            self._refuse("title, source and the words of the numerator must all be given")
        self._choose("of", self.of, tuple(SUBJECTS))
        self._choose("counts", self.counts, tuple(self.subject.units))
        for by in self.breakdowns:
            self._choose("breakdowns", by, self.subject.breakdowns)
        self._check_dates()
        self._check_measure()
        for expression in self.expressions:
            for column in sorted(expression.columns):
                self._choose(repr(expression), column, self.columns)
        for name in self.reported_in:
            if not REPORTED_IN.fullmatch(name):
                self._refuse(f"reported_in “{name}” names a document and a number in it, such as safeguarding 1.2a")

    def _check_dates(self) -> None:
        if self.dated_by is None and self.subject.open_between is None:
            self._refuse(f"rows of {self.of} do not last, so say by which day they are dated: dated_by=_.…")
        if self.unless_open_in and (self.dated_by is not None or self.counts != "children"):
            self._refuse("unless_open_in needs a count of children at a moment, without dated_by")
        for other in self.unless_open_in:
            of_children = (key for key, one in SUBJECTS.items() if one.open_between and "children" in one.units)
            self._choose("unless_open_in", other, tuple(of_children))
        if self.settles_after is not None:
            self._choose("settles_after", self.settles_after, tuple(TIMESCALES))
            if self.dated_by is None:
                self._refuse("settles_after needs dated_by: what is open at a moment has no deadline to wait for")

    def _check_measure(self) -> None:
        if self.per is not None and self.denominator is not None:
            self._refuse("it is a rate of the population (per) or a share of rows (denominator), not both")
        if self.per is not None and self.per < _ENGINE_UNIT:
            self._refuse("a rate is per at least 2 people, such as 10_000")
        if self.per is not None and not set(self.breakdowns) <= {*OF_THE_POPULATION}:
            self._refuse("the population is known by ward and age only, so a rate can be broken down by these alone")
        if self.quantity is not None and (self.denominator or self.per or self.counts != self.subject.first_unit):
            self._refuse("a quantity is of each row, and neither a share nor a rate")

    def _choose(self, what: str, given: str, allowed: tuple[str, ...]) -> None:
        if given not in allowed:
            near = get_close_matches(given, allowed, 1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(allowed) or 'none'}."
            self._refuse(f"{what}: {self.of} has no “{given}”; {hint}")

    def _refuse(self, why: str) -> None:
        raise DefinitionFault(f"{self.key}: {why}")

    @property
    def subject(self) -> Subject:
        return SUBJECTS[self.of]

    @property
    def unit_column(self) -> str:
        return self.subject.units[self.counts]

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column a condition may name."""
        return (*self.subject.sources, *(DEADLINE_COLUMNS if self.settles_after else ()))

    @property
    def expressions(self) -> tuple[Expression, ...]:
        rules = (self.numerator, self.denominator)
        dated = () if self.dated_by is None else (self.dated_by,)
        quantity = () if self.quantity is None else (self.quantity.value,)
        return (*dated, *quantity, *(rule.holds for rule in rules if rule is not None))

    @property
    def kind(self) -> Kind:
        if self.quantity is not None:
            return {"points": "score", "GBP": "money"}.get(self.quantity.unit, "duration")  # type: ignore[return-value]
        if self.denominator is not None:
            return "share"
        if self.per is not None:
            return "rate"
        if self.dated_by is None:
            return "stock"
        return "events" if self.counts == self.subject.first_unit else "distinct"

    @property
    def reading(self) -> tuple[str, ...]:
        """Indicators with the same reading share one pass over the rows."""
        return (self.of, repr(self.dated_by), *sorted(self.unless_open_in))

    @property
    def measure(self) -> str:
        """What is counted, whatever it is divided by: a number and the rate made of it have the same measure."""
        denominator = self.denominator.text if self.denominator else ""
        quantity = self.quantity.text if self.quantity else ""
        return " | ".join(
            (*self.reading, self.settles_after or "", self.counts, self.numerator.text, denominator, quantity)
        )

    def sides(self, number: int) -> tuple[str, str]:
        """The columns of the relation that its figure is made of, where its measure has this number."""
        return (f"q_{number}", f"n_{number}") if self.quantity is not None else (f"n_{number}", f"d_{number}")

    @property
    def needs(self) -> frozenset[str]:
        """The tables without which nothing can be said; other lookups only feed breakdowns."""
        named = {column for expression in self.expressions for column in expression.columns} | {self.unit_column}
        tables = self.subject.tables_for(named)
        extra = {"deadlines"} if self.settles_after else set()
        return frozenset(tables | extra | {*self.unless_open_in} | ({"population"} if self.per else set()))

    @property
    def unit(self) -> str:
        """As a heading says it."""
        if self.quantity is not None:
            return {"GBP": "£"}.get(self.quantity.unit, self.quantity.unit)
        if self.kind == "share":
            return f"% of {self.counts}"
        return f"per {self.per:,} children aged {self.ages[0]} to {self.ages[1]}" if self.per else self.counts


def sides_of(together: Iterable[Indicator]) -> dict[str, tuple[str, str]]:
    """For indicators with one reading, by measure, the columns of their relation that its figures are made of."""
    first_with: dict[str, Indicator] = {}
    for one in together:
        first_with.setdefault(one.measure, one)
    return {measure: one.sides(number) for number, (measure, one) in enumerate(first_with.items())}
