"""Columns as Arrow keeps them: days, moments, keys, codes, each made whole from numbers, with nulls where nothing
happened."""

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from kinfold.city.draws import Flags, Ints
from kinfold.city.history import DAY, NEVER, to_utc
from kinfold.dataset import tables

Columns = Mapping[str, pa.Array]
Tables = dict[str, pa.Table]


def dates(days: Ints) -> pa.Array:
    return pa.array(days.astype(np.int32), mask=_absent(days, NEVER)).cast(pa.date32())


def midnights(days: Ints) -> pa.Array:
    """Days where the standard asks for a date and a time and the time means nothing."""
    return moments(np.where(_absent(days, NEVER), NEVER, days) * DAY)


def moments(london: Ints) -> pa.Array:
    """London wall-clock seconds, to the standard's naive time stamps."""
    return _stamps(london, pa.timestamp("us"))


def instants(utc: Ints) -> pa.Array:
    return _stamps(utc, pa.timestamp("us", tz="UTC"))


def instants_of(london: Ints) -> pa.Array:
    return instants(np.where(_absent(london, NEVER * DAY), london, to_utc(london)))


def days_of(london: Ints) -> Ints:
    """The local day of a moment; NEVER stays NEVER."""
    return np.where(_absent(london, NEVER * DAY), NEVER, london // DAY)


def keys(ids: pa.Array, places: Ints) -> pa.Array:
    """The identifiers at these places; none where the place is negative."""
    return ids.take(pa.array(places, mask=places < 0))


def codes(values: Sequence[str | None], places: Ints) -> pa.Array:
    """One of `values` for each place; none where the place is negative."""
    return pa.array(values, pa.string()).take(pa.array(places, mask=places < 0))


def texts(values: NDArray[np.object_]) -> pa.Array:
    return pa.array(values, pa.string())


def yes_no(flags: Flags) -> pa.Array:
    return codes(("N", "Y"), flags.astype(np.int64))


def integers(values: Ints, present: Flags | None = None) -> pa.Array:
    return pa.array(values, pa.int64(), mask=None if present is None else ~present)


def every(value: str | int | float, count: int) -> pa.Array:
    return pa.repeat(pa.scalar(value), count)


def none(count: int, kind: pa.DataType | None = None) -> pa.Array:
    return pa.nulls(count, kind or pa.string())


def joined(*parts: pa.Array | str) -> pa.Array:
    return pc.binary_join_element_wise(*parts, "")


def table(name: str, columns: Columns) -> pa.Table:
    """The declared table from its columns, in declared order; a column left out is empty."""
    schema = tables.table(name).schema_in_code
    unknown = set(columns) - set(schema.names)
    if unknown:
        raise KeyError(f"{name} has no column {', '.join(sorted(unknown))}")
    count = len(next(iter(columns.values())))
    filled = [
        columns[field.name].cast(field.type) if field.name in columns else none(count, field.type) for field in schema
    ]
    return pa.Table.from_arrays(filled, schema=schema)


def _stamps(seconds: Ints, kind: pa.DataType) -> pa.Array:
    absent = _absent(seconds, NEVER * DAY)
    return pa.array(np.where(absent, 0, seconds) * 1_000_000, mask=absent).cast(kind)


def _absent(values: Ints, limit: int) -> Flags:
    return np.abs(values) >= limit
