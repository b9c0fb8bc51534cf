"""Counting with DuckDB, in this process."""

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import duckdb
import pyarrow as pa

from kinfold.dataset.declarations import Table, Type
from kinfold.indicators.engine.backends import selected, spelt_out

_TYPES: dict[Type, str] = {
    "text": "VARCHAR",
    "date": "DATE",
    "datetime_local": "TIMESTAMP",
    "instant": "TIMESTAMPTZ",
    "integer": "BIGINT",
    "number": "DOUBLE",
}
# Rows that do not fit go to a folder of ours alone, and with it: a hundred cities are counted in 8 GB, all told.
MOST_MEMORY = 7_000_000_000
# DuckDB shares one count among the cores, but sharing costs a quarter of the time: while there are cores, a count has
# one of its own, and others are made at the same time. Of many cities several at once would not fit in memory, and the
# groups of one are found period by period, which takes a sixth longer and a third less memory.
_AT_ONCE, _AT_ONCE_OF_MANY, _OF_MANY_CITIES = 8, 2, 500_000_000
# What is read often is read once and held while many counts are made, if it is no larger than some cities' people.
_HELD = 16_000_000


class DuckDB:
    damage = (duckdb.ConversionException, duckdb.InvalidInputException, duckdb.IOException, duckdb.OutOfRangeException)

    def __init__(self) -> None:
        self._spilt = mkdtemp(prefix="kinfold-counting-")
        settings: dict[str, Any] = {"autoinstall_known_extensions": False, "temp_directory": self._spilt}
        if 0.8 * _memory() > MOST_MEMORY:  # beyond which DuckDB itself does not go
            settings["memory_limit"] = f"{MOST_MEMORY}B"
        self._connection = duckdb.connect(":memory:", config=settings)
        self._bytes = 0  # in the files that are read
        self._to_hold: dict[str, str] = {}  # the SQL of what is read often, until it is held

    @property
    def one_by_one(self) -> bool:
        return self._bytes > _OF_MANY_CITIES

    def view(self, declared: Table, file: Path | None, there: Mapping[str, bool], *, often: bool = False) -> None:
        columns = ", ".join(selected(declared.fields, there if file else {}, '"', _TYPES))
        if file is None:
            self._connection.execute(f"CREATE VIEW {declared.name} AS SELECT {columns} WHERE false")
            return
        self._bytes += file.stat().st_size
        path = str(file).replace("'", "''")
        read = f"SELECT {columns} FROM read_parquet('{path}')"  # noqa: S608
        self._connection.execute(f"CREATE VIEW {declared.name} AS {read}")
        if often and file.stat().st_size < _HELD:
            self._to_hold[declared.name] = read

    def given(self, name: str, columns: Mapping[str, Type], rows: Sequence[tuple[Any, ...]]) -> None:
        self._connection.execute(f"CREATE OR REPLACE TABLE {name} AS {spelt_out(columns, rows, _TYPES)}")

    def at_once(self) -> "tuple[DuckDB, ...]":
        for name, read in self._to_hold.items():
            self._connection.execute(f"DROP VIEW {name}; CREATE TABLE {name} AS {read}")
        self._to_hold.clear()
        cores = os.cpu_count() or 1
        others = min(cores, _AT_ONCE_OF_MANY if self.one_by_one else _AT_ONCE) - 1
        self._connection.execute(f"SET threads = {cores - others}")
        return (self, *(_Beside(self._connection.cursor(), self._bytes) for _ in range(others)))

    def keep(self, name: str, sql: str) -> None:
        self._connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS\n{sql}")

    def rows(self, sql: str, given: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, list(given)).fetchall()

    def arrow(self, sql: str) -> pa.Table:
        return self._connection.execute(sql).to_arrow_table()

    def close(self) -> None:
        self._connection.close()
        shutil.rmtree(self._spilt, ignore_errors=True)


class _Beside(DuckDB):
    """Another connection to the same tables, which end with the first."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, size: int) -> None:
        self._connection, self._bytes = connection, size


def _memory() -> int:
    """What the machine has, in bytes."""
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
