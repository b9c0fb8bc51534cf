"""What counts: DuckDB where Kinfold runs, Spark for the datasets of many cities. Both read the same SQL."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Protocol

import pyarrow as pa

from kinfold.dataset.declarations import Field, Table, Type

Engine = Literal["duckdb", "spark"]


class EngineMissing(ValueError):
    """The engine asked for is not installed; the message says how to install it."""


class Backend(Protocol):
    """A dataset's tables as views, and SQL over them. Data that cannot be read raise one of `damage`."""

    @property
    def damage(self) -> tuple[type[Exception], ...]: ...

    @property
    def one_by_one(self) -> bool:
        """Whether the periods are to be added up one after the other, because together they would not fit."""

    def view(self, declared: Table, file: Path | None, there: Mapping[str, bool], *, often: bool = False) -> None:
        """The table in the words of code: without a file empty, and empty the fields that are not `there`.

        A field that is there as text, `True`, is read as what it should hold. What is read `often` may be held.
        """

    def given(self, name: str, columns: Mapping[str, Type], rows: Sequence[tuple[Any, ...]]) -> None:
        """A small table that does not come from the dataset; it takes the place of the one before of that name."""

    def at_once(self) -> "tuple[Backend, ...]":
        """Those that can count at the same time, this one first: over the same tables, each with what it keeps.

        Asked for once, when every table has its view.
        """

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


def selected(fields: Sequence[Field], there: Mapping[str, bool], quote: str, types: Mapping[Type, str]) -> list[str]:
    """The file's columns under the words of code; `types` are the engine's words for what is not text."""

    def found(field: Field) -> str:
        kind = types.get(field.type, types["text"])
        if field.name not in there:
            return f"CAST(NULL AS {kind})"
        column = f"{quote}{field.column}{quote}"
        return f"CAST({column} AS {kind})" if there[field.name] else column

    return [f"{found(field)} AS {quote}{field.name}{quote}" for field in fields]


def spelt_out(columns: Mapping[str, Type], rows: Sequence[tuple[Any, ...]], types: Mapping[Type, str]) -> str:
    """Texts, days and whole numbers as SQL. As Arrow's arrays they would cost an import of pandas, which is 0.4 s."""
    cast = ", ".join(f"CAST({name} AS {types[kind]}) AS {name}" for name, kind in columns.items())
    lines = ", ".join(f"({', '.join(map(_literal, row))})" for row in rows or [(None,) * len(columns)])
    none = "" if rows else " WHERE false"
    return f"SELECT {cast} FROM (VALUES {lines}) AS given({', '.join(columns)}){none}"  # noqa: S608


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"
