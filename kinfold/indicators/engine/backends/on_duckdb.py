"""Counting with DuckDB, in this process."""

from collections.abc import Mapping, Sequence
from pathlib import Path
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


class DuckDB:
    damage = (duckdb.ConversionException, duckdb.InvalidInputException, duckdb.IOException, duckdb.OutOfRangeException)

    def __init__(self) -> None:
        self._connection = duckdb.connect(":memory:", config={"autoinstall_known_extensions": False})

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
