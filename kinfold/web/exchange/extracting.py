"""PostgreSQL ▶ dataset: every table as of one moment, by COPY, with the values that were in force beside it.

The tables that no slice keeps yet go out as they came in."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import psycopg
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
from django.db import connections

from kinfold.dataset import write
from kinfold.dataset.declarations import Table
from kinfold.dataset.tables import table as declared
from kinfold.web.exchange import carried, rows
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


def extract(url: str, out: Path, *, today: date, say: Callable[[str], None] = lambda words: None) -> dict[str, int]:
    """Writes the dataset of one moment to ``out``, whole or not at all. Returns rows by table."""
    counts: dict[str, int] = {}
    with psycopg.connect(url) as connection, ThreadPoolExecutor(1) as reader:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        connection.execute("SET TIME ZONE 'UTC'")
        beside = carried.files(connection.info.dbname)
        if beside is None:
            say(f"Without {len(carried.CARRIED)} tables: the database does not keep them, and no files stand beside it")
            beside = {}
        try:
            write(out, _ReadAhead(Extract(connection, today), reader, counts), as_they_are=beside)
        finally:
            reader.submit(
                connections.close_all
            ).result()  # a thread's own, opened where practice's values are asked for
    return counts | {name: pq.read_metadata(path).num_rows for name, path in beside.items()}


class _ReadAhead(Mapping[str, pa.Table]):
    """While one table is written the next is read, one at a time, since there is one connection."""

    def __init__(self, tables: Mapping[str, pa.Table], reader: Executor, counts: dict[str, int]) -> None:
        self._tables, self._reader, self._counts = tables, reader, counts
        self._next = dict(pairwise(tables))
        self._ahead: dict[str, Future[pa.Table]] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def __getitem__(self, name: str) -> pa.Table:
        table = (self._ahead.pop(name, None) or self._read(name)).result()
        self._counts[name] = table.num_rows
        if (following := self._next.get(name)) is not None:
            self._ahead[following] = self._read(following)
        return table

    def _read(self, name: str) -> Future[pa.Table]:
        return self._reader.submit(self._tables.__getitem__, name)


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
