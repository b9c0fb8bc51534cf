"""PostgreSQL ▶ dataset: every table as of one moment, by COPY, with the values that were in force beside it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

import psycopg
import pyarrow as pa
import pyarrow.csv

from kinfold.dataset import write
from kinfold.dataset.declarations import Table
from kinfold.dataset.tables import table as declared
from kinfold.web.exchange import rows
from kinfold.web.exchange.maps import MAPS
from kinfold.web.exchange.practice_tables import calendar, practice

MADE_AT_EXTRACT: Mapping[str, Callable[[date], pa.Table]] = {"practice": practice, "calendar": calendar}


class Extract(Mapping[str, pa.Table]):
    """Each table when it is asked for, all read in one snapshot."""

    def __init__(self, connection: psycopg.Connection, today: date) -> None:
        self._connection = connection
        self._today = today

    def __iter__(self) -> Iterator[str]:
        return iter([*MAPS, *MADE_AT_EXTRACT])

    def __len__(self) -> int:
        return len(MAPS) + len(MADE_AT_EXTRACT)

    def __getitem__(self, name: str) -> pa.Table:
        if name in MADE_AT_EXTRACT:
            return MADE_AT_EXTRACT[name](self._today)
        query = rows.extract_query(MAPS[name])
        sink = BytesIO()
        with self._connection.cursor() as cursor, cursor.copy(f"COPY ({query}) TO STDOUT (FORMAT csv, HEADER)") as copy:
            for part in copy:
                sink.write(part)
        sink.seek(0)
        return _parsed(declared(name), sink)


def extract(url: str, out: Path, *, today: date) -> dict[str, int]:
    """Writes the dataset of one moment to ``out``, whole or not at all. Returns rows by table."""
    counts: dict[str, int] = {}
    with psycopg.connect(url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        connection.execute("SET TIME ZONE 'UTC'")
        tables = _Counted(Extract(connection, today), counts)
        write(out, tables)
    return counts


class _Counted(Mapping[str, pa.Table]):
    def __init__(self, tables: Mapping[str, pa.Table], counts: dict[str, int]) -> None:
        self._tables, self._counts = tables, counts

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def __getitem__(self, name: str) -> pa.Table:
        table = self._tables[name]
        self._counts[name] = table.num_rows
        return table


def _parsed(table: Table, source: BytesIO) -> pa.Table:
    schema = table.schema_in_code
    stamps = ["%Y-%m-%d %H:%M:%S", pyarrow.csv.ISO8601]
    return pyarrow.csv.read_csv(
        source,
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types=schema, strings_can_be_null=True, quoted_strings_can_be_null=False, null_values=[""],
            timestamp_parsers=stamps,
        ),
    )  # fmt: skip
