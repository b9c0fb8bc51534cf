"""What counts: DuckDB where Kinfold runs, Spark for the datasets of many cities. Both read the same SQL."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, Protocol

import pyarrow as pa

from kinfold.dataset.declarations import Field, Table

Engine = Literal["duckdb", "spark"]


class EngineMissing(ValueError):
    """The engine asked for is not installed; the message says how to install it."""


class Backend(Protocol):
    """A dataset's tables as views, and SQL over them."""

    def view(self, declared: Table, file: Path | None, there: set[str]) -> None:
        """The table in the words of code: without a file empty, and empty the columns that are not `there`."""

    def keep(self, name: str, sql: str) -> None:
        """What the SQL finds, worked out once and kept under this name until the next of that name."""

    def rows(self, sql: str, given: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        """What the SQL finds, with each `?` in it taken from `given`."""

    def arrow(self, sql: str) -> pa.Table: ...

    def close(self) -> None: ...


def connect(engine: Engine) -> Backend:
    """EngineMissing where Spark is asked for and is not there. Each engine is imported only when it is used."""
    if engine == "spark":
        from kinfold.indicators.engine.backends.on_spark import Spark

        return Spark()
    from kinfold.indicators.engine.backends.on_duckdb import DuckDB

    return DuckDB()


def selected(fields: Sequence[Field], there: set[str], quote: str, text: str) -> list[str]:
    """The file's columns under the words of code; `text` is the engine's word for a column of it."""
    return [
        f"{quote}{field.column}{quote} AS {quote}{field.name}{quote}"
        if field.column in there
        else f"CAST(NULL AS {text}) AS {quote}{field.name}{quote}"
        for field in fields
    ]
