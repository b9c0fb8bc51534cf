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
from kinfold.indicators.engine.backends import selected

_TYPES: dict[Type, str] = {
    "text": "VARCHAR",
    "date": "DATE",
    "datetime_local": "TIMESTAMP",
    "instant": "TIMESTAMPTZ",
    "integer": "BIGINT",
    "number": "DOUBLE",
}
# Rows that do not fit go to a folder of ours alone, and with it: a hundred cities are counted in 8 GB, all told.
MOST_MEMORY = 6_000_000_000


class DuckDB:
    damage = (duckdb.ConversionException, duckdb.InvalidInputException, duckdb.IOException, duckdb.OutOfRangeException)

    def __init__(self) -> None:
        self._spilt = mkdtemp(prefix="kinfold-counting-")
        settings: dict[str, Any] = {"autoinstall_known_extensions": False, "temp_directory": self._spilt}
        if 0.8 * _memory() > MOST_MEMORY:  # beyond which DuckDB itself does not go
            settings["memory_limit"] = f"{MOST_MEMORY}B"
        self._connection = duckdb.connect(":memory:", config=settings)

    def view(self, declared: Table, file: Path | None, there: Mapping[str, bool]) -> None:
        if file is None:
            self._connection.register(declared.name, declared.schema_in_code.empty_table())
            return
        columns = ", ".join(selected(declared.fields, there, '"', _TYPES))
        self._connection.from_parquet(str(file)).project(columns).create_view(declared.name)

    def given(self, name: str, rows: pa.Table) -> None:
        self._connection.register(name, rows)

    def keep(self, name: str, sql: str) -> None:
        self._connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS\n{sql}")

    def rows(self, sql: str, given: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, list(given)).fetchall()

    def arrow(self, sql: str) -> pa.Table:
        return self._connection.execute(sql).to_arrow_table()

    def close(self) -> None:
        self._connection.close()
        shutil.rmtree(self._spilt, ignore_errors=True)


def _memory() -> int:
    """What the machine has, in bytes."""
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
