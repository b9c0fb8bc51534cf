"""What a declared table is: its fields, what a row means, and the rules its rows keep among themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import pyarrow as pa

Type = Literal[
    "id",
    "text",
    "date",
    "datetime_local",
    "instant",
    "yes_no",
    "integer",
    "number",
    "json",
    "code",
]
Sensitivity = Literal["public", "internal", "personal", "special"]

ARROW: dict[Type, pa.DataType] = {
    "id": pa.string(),
    "text": pa.string(),
    "date": pa.date32(),
    "datetime_local": pa.timestamp("us"),  # Europe/London as the clock on the wall showed it
    "instant": pa.timestamp("us", tz="UTC"),
    "yes_no": pa.string(),  # Y or N
    "integer": pa.int64(),
    "number": pa.float64(),
    "json": pa.string(),
    "code": pa.string(),
}


@dataclass(frozen=True)
class Field:
    """One column of a table.

    `name` is the practitioners' word, used in code; `column` is the word in files, the same unless said otherwise.
    `references` is "table.field" in code names. `feeds` are the statutory and sector returns the column goes into.
    `coded_on` is the field with the day on which a code has to have been in use.
    `longest` is the most characters the standard allows. A column that `may_be_absent` is missing from some editions
    of the standard: a file without it is read as if it were empty.
    """

    name: str
    type: Type
    meaning: str
    column: str = ""
    key: bool = False
    references: str | None = None
    code_list: str | None = None
    coded_on: str | None = None
    sensitivity: Sensitivity = "internal"
    feeds: tuple[str, ...] = ()
    required: bool = True
    longest: int | None = None
    between: tuple[int, int] | None = None
    may_be_absent: bool = False

    def __post_init__(self) -> None:
        if not self.column:
            object.__setattr__(self, "column", self.name)
        if (self.type == "code") != (self.code_list is not None):
            raise ValueError(f"{self.name}: a code list goes with the type code, and only with it")
        if self.key and not self.required:
            raise ValueError(f"{self.name}: a key is always required")


@dataclass(frozen=True)
class InOrder:
    """A row's later date is not before its earlier one; either may be empty."""

    earlier: str
    later: str


@dataclass(frozen=True)
class NotInFuture:
    """The date is not after the day of the check."""

    field: str


@dataclass(frozen=True)
class OneAtATime:
    """Rows that share `by` do not overlap: each ends by the day the next one starts; an open row is the last."""

    by: str
    started: str
    ended: str


@dataclass(frozen=True)
class OneOf:
    """At most one of the fields is filled, such as a birth date and an expected birth date."""

    fields: tuple[str, ...]


@dataclass(frozen=True)
class ValidIdentifier:
    """The value passes the check digit of its `standard`; with `kind`, only where that field names the standard."""

    value: str
    standard: Literal["NHS number", "UPN"]
    kind: str | None = None


@dataclass(frozen=True)
class DatedElsewhere:
    """The row's key is also the key of a row in another table, which `kind` chooses: "table.field" by its code."""

    key: str
    kind: str
    kept_in: tuple[tuple[str, str], ...]


Rule = InOrder | NotInFuture | OneAtATime | OneOf | ValidIdentifier | DatedElsewhere


@dataclass(frozen=True)
class Table:
    """`name` is used in code, `file` is the file's name without its ending; a row means `row_means`."""

    name: str
    file: str
    title: str
    row_means: str
    fields: tuple[Field, ...]
    rules: tuple[Rule, ...] = ()

    def __post_init__(self) -> None:
        for words in ([f.name for f in self.fields], [f.column for f in self.fields]):
            if len(set(words)) != len(words):
                raise ValueError(f"{self.name}: a field is declared twice")
        if not self.key:
            raise ValueError(f"{self.name}: a table needs a key")

    @cached_property
    def schema(self) -> pa.Schema:
        """The columns of the file, in the file's words."""
        return pa.schema([(field.column, ARROW[field.type]) for field in self.fields])

    @cached_property
    def schema_in_code(self) -> pa.Schema:
        """The same columns in the words of code, as `Dataset` gives them and `write` takes them."""
        return pa.schema([(field.name, ARROW[field.type]) for field in self.fields])

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields if field.key)

    def field(self, name: str) -> Field:
        for field in self.fields:
            if field.name == name or field.column == name:
                return field
        raise KeyError(f"{self.name} has no field {name}")
