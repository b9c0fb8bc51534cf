"""Cities to ask questions of, built once: a small one for how lives go, and the published size for how many."""

from collections.abc import Callable
from datetime import date
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from kinfold.city import build

UNTIL = date(2025, 3, 31)
SMALL, FULL_SIZE = 1_500, 41_639

Ask = Callable[..., list[tuple[Any, ...]]]


def asking(tables: dict[str, pa.Table]) -> Ask:
    """A question in SQL about a city's tables, by their code names; instants are in London time."""
    connection = duckdb.connect(":memory:")
    connection.execute("SET TimeZone = 'Europe/London'")
    for name, rows in tables.items():
        connection.register(name, rows)

    def ask(sql: str, *values: object) -> list[tuple[Any, ...]]:
        return connection.execute(sql, list(values)).fetchall()

    return ask


@pytest.fixture(scope="session")
def small_city() -> dict[str, pa.Table]:
    return build(SMALL, 5, 7, UNTIL)


@pytest.fixture(scope="session")
def full_size_city() -> dict[str, pa.Table]:
    return build(FULL_SIZE, 5, 1, UNTIL)


@pytest.fixture(scope="session")
def ask(small_city: dict[str, pa.Table]) -> Ask:
    return asking(small_city)


@pytest.fixture(scope="session")
def ask_full_size(full_size_city: dict[str, pa.Table]) -> Ask:
    return asking(full_size_city)
