"""A table's file as it came: which columns it has, and where its rows are for the engine to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kinfold.dataset.declarations import Field, Table
from kinfold.dataset.faults import Fault, shown


@dataclass(frozen=True)
class Source:
    """`rows` is a Parquet file. `text` are the fields whose values are still text to be understood.

    `left_out` are the numbers, in order, of rows that could not be split into columns: those after them moved up.
    """

    rows: Path
    there: frozenset[str]
    text: frozenset[str]
    first_row: int
    left_out: Sequence[int] = ()


@dataclass(frozen=True)
class Opened:
    """What opening a file gave: a source unless the file cannot be read at all, its faults, and remarks."""

    source: Source | None
    faults: tuple[Fault, ...] = ()
    remarks: tuple[str, ...] = ()


def open_parquet(table: Table, path: Path) -> Opened:
    try:
        schema = pq.read_schema(path)
    except (pa.ArrowException, OSError):
        return Opened(None, (unreadable(table, "The file is not Parquet, or it is damaged."),))
    faults = column_faults(table, schema.names)
    if any(fault.rule == "column_twice" for fault in faults):
        return Opened(None, tuple(faults))
    there, text = set(), set()
    for field in table.fields:
        if field.column not in schema.names:
            continue
        kind = schema.field(field.column).type
        if not _fits(field, kind):
            message = f"The column holds {kind}, which cannot be read as {field.type}."
            faults.append(Fault(table.file, None, field.column, None, "type", message))
            continue
        there.add(field.name)
        if _is_text(kind):
            text.add(field.name)
    return Opened(Source(path, frozenset(there), frozenset(text), first_row=1), tuple(faults))


def column_faults(table: Table, columns: Sequence[str]) -> list[Fault]:
    """Columns that lack, that nobody declared, or that come twice."""
    declared = [field.column for field in table.fields]
    faults = []
    for column in sorted({column for column in columns if columns.count(column) > 1}):
        message = f"The column {shown(column)} comes {columns.count(column)} times. Keep one."
        faults.append(Fault(table.file, None, shown(column), None, "column_twice", message))
    for field in table.fields:
        if field.column not in columns and not field.may_be_absent:
            message = f"The column {field.column} is missing. It holds: {field.meaning[:1].lower()}{field.meaning[1:]}."
            faults.append(Fault(table.file, None, field.column, None, "column_missing", message))
    for column in dict.fromkeys(column for column in columns if column not in declared):
        message = f"There is no column {shown(column) or 'without a name'} in {table.file}."
        if near := get_close_matches(column.strip().lower(), declared, n=1, cutoff=0.7):
            message += f" Is it {near[0]}?"
        faults.append(Fault(table.file, None, shown(column), None, "column_unknown", message))
    return faults


def unreadable(table: Table, message: str, row: int | None = None) -> Fault:
    return Fault(table.file, row, None, None, "unreadable", message)


def _is_text(kind: pa.DataType) -> bool:
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _fits(field: Field, kind: pa.DataType) -> bool:
    """Text can always be tried; other kinds only where nothing would be lost."""
    if _is_text(kind) or pa.types.is_null(kind):
        return True
    types = pa.types
    match field.type:
        case "date":
            return bool(types.is_date(kind))
        case "datetime_local":
            return bool(types.is_date(kind) or (types.is_timestamp(kind) and kind.tz is None))
        case "instant":
            return bool(types.is_timestamp(kind) and kind.tz is not None)
        case "integer":
            return bool(types.is_integer(kind))
        case "number":
            return bool(types.is_integer(kind) or types.is_floating(kind) or types.is_decimal(kind))
        case _:
            return False
