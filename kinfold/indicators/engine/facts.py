"""Facts found for each counted row in other rows, so that a definition can name them like the row's own columns.

Each finds one row or none, or says one thing of many rows: no fact can multiply what is counted. The first three are
known of a row whenever it is read; the others at a moment: the day that dates the row, or the close of the period.
"""

from dataclasses import dataclass, field
from typing import Literal

from kinfold.dataset.tables import table
from kinfold.indicators.engine.words import Expression

Unit = Literal["hours", "days", "months", "working_days"]


@dataclass(frozen=True)
class Lookup:
    """`columns` of the one row of `table` whose key is in our column `by`; renamed with (theirs, ours)."""

    table: str
    by: str
    columns: tuple[str | tuple[str, str], ...]

    def __post_init__(self) -> None:
        declared = table(self.table)
        if len(declared.key) != 1:
            raise ValueError(f"A lookup in {self.table} could find several rows: its key is {', '.join(declared.key)}.")
        for theirs in self.named:
            declared.field(theirs)

    @property
    def key(self) -> str:
        return table(self.table).key[0]

    @property
    def named(self) -> dict[str, str]:
        """Our name for each of their columns, by theirs."""
        return dict(column if isinstance(column, tuple) else (column, column) for column in self.columns)

    @property
    def starts_from(self) -> tuple[str, ...]:
        return (self.by,)

    @property
    def gives(self) -> tuple[str, ...]:
        return tuple(self.named.values())


@dataclass(frozen=True)
class Earlier:
    """`columns` of the row `steps` before ours among those of `table`, our own, about the same `by`.

    Rows follow one another by `ordered_by`, then by their keys; columns are named by (theirs, ours). Rows of which
    `among`, if it is given, does not hold neither precede another nor have one before them.
    """

    table: str
    ordered_by: str
    columns: tuple[tuple[str, str], ...]
    by: str = "person_id"
    steps: int = 1
    among: Expression | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        named = self.among.columns if self.among is not None else ()
        for theirs in (self.ordered_by, self.by, *named, *dict(self.columns)):
            table(self.table).field(theirs)

    @property
    def starts_from(self) -> tuple[str, ...]:
        return (self.by,)

    @property
    def gives(self) -> tuple[str, ...]:
        return tuple(ours for _, ours in self.columns)


@dataclass(frozen=True)
class AnyOf:
    """Whether the condition holds for any row of `table` whose `by` is our `ours`; false where there is no row."""

    table: str
    by: str
    name: str
    holds: Expression = field(compare=False, repr=False)
    ours: str = ""

    def __post_init__(self) -> None:
        for theirs in (self.by, *self.holds.columns):
            table(self.table).field(theirs)

    @property
    def starts_from(self) -> tuple[str, ...]:
        return (self.ours or self.by,)

    @property
    def gives(self) -> tuple[str, ...]:
        return (self.name,)


@dataclass(frozen=True)
class OpenThen:
    """Whether, at the moment, a row of `table` about the same `by` is open and, if it is given, the condition holds."""

    table: str
    name: str
    between: tuple[str, str]
    holds: Expression | None = field(default=None, compare=False, repr=False)
    by: str = "person_id"

    def __post_init__(self) -> None:
        for theirs in (self.by, *self.between, *(self.holds.columns if self.holds is not None else ())):
            table(self.table).field(theirs)

    @property
    def starts_from(self) -> tuple[str, ...]:
        return (self.by,)

    @property
    def gives(self) -> tuple[str, ...]:
        return (self.name,)


@dataclass(frozen=True)
class Latest:
    """`columns` of the last row of `table` about the same `by` that was dated by the moment; (theirs, ours)."""

    table: str
    dated_by: str
    columns: tuple[tuple[str, str], ...]
    by: str = "person_id"

    def __post_init__(self) -> None:
        for theirs in (self.by, self.dated_by, *dict(self.columns)):
            table(self.table).field(theirs)

    @property
    def starts_from(self) -> tuple[str, ...]:
        return (self.by,)

    @property
    def gives(self) -> tuple[str, ...]:
        return tuple(ours for _, ours in self.columns)


@dataclass(frozen=True)
class InTheYear:
    """How many rows of `table` about the same `by` were open in the twelve months that end with the moment."""

    table: str
    between: tuple[str, str]
    name: str
    holds: Expression = field(compare=False, repr=False)
    by: str = "person_id"

    def __post_init__(self) -> None:
        for theirs in (self.by, *self.between, *self.holds.columns):
            table(self.table).field(theirs)

    @property
    def starts_from(self) -> tuple[str, ...]:
        return (self.by,)

    @property
    def gives(self) -> tuple[str, ...]:
        return (self.name,)


@dataclass(frozen=True)
class Elapsed:
    """Whole units from the day in `since` to the day in `until`, or to the moment; nothing where either is unknown.

    Hours are between instants. Months are by the calendar: from 31 January, a month is over on the first of March.
    Working days are England's, counted after the first day up to and including the last.
    """

    name: str
    since: str
    unit: Unit
    until: str = ""
    table: str = field(default="", init=False)  # it reads the row alone

    @property
    def starts_from(self) -> tuple[str, ...]:
        return (self.since, self.until) if self.until else (self.since,)

    @property
    def gives(self) -> tuple[str, ...]:
        return (self.name,)


Fact = Lookup | Earlier | AnyOf | OpenThen | Latest | InTheYear | Elapsed
"""Each says the table it reads, which of our columns it `starts_from`, and the columns it `gives`."""
OF_MANY_ROWS = (Earlier, AnyOf)
OF_A_MOMENT = (OpenThen, Latest, InTheYear, Elapsed)
