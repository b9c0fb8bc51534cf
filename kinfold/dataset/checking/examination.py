"""One examination of a folder: its files understood as tables in an engine on disk, and everything wrong with them."""

# ruff: noqa: S608   names come from the declarations, values are quoted by `sql.text`

from __future__ import annotations

import tempfile
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from kinfold.dataset.checking import sql
from kinfold.dataset.checking.between_rows import searches
from kinfold.dataset.checking.conditions import conditions
from kinfold.dataset.checking.csv_source import open_csv
from kinfold.dataset.checking.retired_codes import uses_out_of_period
from kinfold.dataset.checking.source import Opened, Source, open_parquet, unreadable
from kinfold.dataset.checking.understanding import Understood, understand
from kinfold.dataset.declarations import Table
from kinfold.dataset.faults import Fault, ReadAs, shown
from kinfold.dataset.folder import ENDINGS, Format, files_in

MOST_OF_A_KIND = 1_000

# What the engine says of a damaged file. Other errors of the engine are ours, and are not caught.
DAMAGED = (duckdb.IOException, duckdb.InvalidInputException, duckdb.SerializationException)


class Examination:
    """`faults` are in the tables' order; `remarks` are worth knowing and no reason to refuse.

    `rows` gives a table as it was understood, known spellings as their codes.
    """

    def __init__(self, directory: Path, format: Format, today: date, work: Path) -> None:
        self.directory = directory
        self.format: Format = format
        self.today = today
        self.faults: list[Fault] = []
        self.remarks: list[str] = []
        self.sources: dict[Table, Source] = {}
        self._understood: dict[Table, Understood] = {}
        self._work = work
        self._engine = duckdb.connect(str(work / "examination.duckdb"))
        self._engine.execute("SET TimeZone = 'UTC'")

    def run(self) -> None:
        files = files_in(self.directory, self.format)
        for table, path in files.items():
            opened = open_parquet(table, path) if self.format == "parquet" else open_csv(table, path, self._work)
            self._take(table, opened)
        if not self.sources and not self.faults:
            ending = ENDINGS[self.format]
            message = f"There is no file of a table of the dataset in {self.directory}, such as ssd_contacts{ending}."
            self.faults.append(Fault("", None, None, None, "no_files", message))
        for table, source in tuple(self.sources.items()):
            self._say_which_tables_lack(table, source, {each.name for each in files})
            self._check(table, source)

    def rows(self, table: Table) -> pa.Table:
        there = self.sources[table].there
        columns = ", ".join(
            (
                sql.name(field.name)
                if field.name in there
                else f"NULL::{sql.DUCKDB[field.type]} AS {sql.name(field.name)}"
            )
            for field in table.fields
        )
        return self._engine.sql(f"SELECT {columns} FROM {sql.name(table.name)}").to_arrow_table()

    def read_as(self) -> Iterator[ReadAs]:
        """Every value that was read as the code it is a known spelling of."""
        for table, understood in self._understood.items():
            key = f"concat_ws(', ', {', '.join(sql.name(name) for name in table.key)})"
            for name in understood.respelt:
                field = table.field(name)
                column, raw = sql.name(name), sql.raw(field)
                query = f"SELECT {sql.ROW}, {key}, {raw}, {column} FROM {sql.name(table.name)} WHERE {raw} IS NOT NULL"
                for row, keyed, value, code in self._engine.execute(f"{query} ORDER BY 1").fetchall():
                    yield ReadAs(table.file, self._row(table, row), keyed, field.column, value, code)

    def close(self) -> None:
        self._engine.close()

    def _take(self, table: Table, opened: Opened) -> None:
        self.faults += opened.faults
        self.remarks += opened.remarks
        if opened.source is None:
            return
        try:
            self._understood[table] = understand(self._engine, table, opened.source)
        except DAMAGED as error:
            self.faults.append(_damaged(table, error))
        else:
            self.sources[table] = opened.source

    def _say_which_tables_lack(self, table: Table, source: Source, known: set[str]) -> None:
        for field in table.fields:
            if field.references is None or field.name not in source.there:
                continue
            other = field.references.partition(".")[0]
            if other not in known and self._any_value(table, field.name):
                message = f"The column points to {field.references}, and there is no file of that table to look in."
                self.faults.append(Fault(table.file, None, field.column, None, "table_missing", message))

    def _any_value(self, table: Table, name: str) -> bool:
        query = f"SELECT 1 FROM {sql.name(table.name)} WHERE {sql.name(name)} IS NOT NULL LIMIT 1"
        return bool(self._engine.execute(query).fetchall())

    def _has(self, name: str, field: str) -> bool:
        return any(table.name == name and field in source.there for table, source in self.sources.items())

    def _check(self, table: Table, source: Source) -> None:
        kept_raw = self._understood[table].kept_raw
        possible = list(conditions(table, source.there, kept_raw, self.today))
        counts = ", ".join(f"count(*) FILTER (WHERE {condition.holds})" for condition in possible)
        found = self._engine.execute(f"SELECT {counts} FROM {sql.name(table.name)}").fetchall()[0] if counts else ()
        for condition, count in zip(possible, found, strict=True):
            if count:
                shown_columns = f"{sql.ROW}, {condition.value}, {condition.other}"
                query = f"SELECT {shown_columns} FROM {sql.name(table.name)} WHERE {condition.holds}"
                self._report(table, condition.column, condition.rule, query, condition.message)
        for search in searches(table, self._has):
            self._report(table, search.column, search.rule, search.query, search.message)

        for use in uses_out_of_period(table, source.there):
            rows, first = self._engine.execute(use.query).fetchall()[0]
            if rows:
                self.remarks.append(
                    f"{table.file}, {use.column}: {use.code} was not in use on the day in {use.dated_by}; "
                    f"rows: {rows:,}, the first is {self._row(table, first):,}. It was read all the same."
                )

    def _report(self, table: Table, column: str, rule: str, query: str, message: str) -> None:
        """The first thousand by row, and how many more there are."""
        found = self._engine.execute(
            f"SELECT r, CAST(v AS VARCHAR), CAST(o AS VARCHAR), count(*) OVER () FROM ({query}) AS found(r, v, o) "
            f"ORDER BY r LIMIT {MOST_OF_A_KIND}"
        ).fetchall()
        other_is_row = rule in ("key_twice", "overlap")
        for row, value, other, _ in found:
            said = message.format(
                value=shown(value), other=f"{self._row(table, int(other)):,}" if other_is_row else other
            )
            self.faults.append(Fault(table.file, self._row(table, row), column, shown(value), rule, said))
        if found and found[0][3] > MOST_OF_A_KIND:
            said = f"{found[0][3] - MOST_OF_A_KIND:,} more rows have the same fault."
            self.faults.append(Fault(table.file, None, column, None, rule, said))

    def _row(self, table: Table, row: int) -> int:
        """From the engine's count, which starts at 0 and skips the rows left out, to the file's."""
        source = self.sources[table]
        number = row + source.first_row
        if source.left_out:
            while (moved := row + source.first_row + bisect_right(source.left_out, number)) != number:
                number = moved
        return number


def _damaged(table: Table, error: Exception) -> Fault:
    return unreadable(table, f"The file is damaged and cannot be read to its end: {str(error).splitlines()[0]}")


@contextmanager
def examined(directory: Path, format: Format, *, today: date) -> Iterator[Examination]:
    """An examination that has run; its tables can be read until the block ends."""
    with tempfile.TemporaryDirectory(prefix="kinfold-") as work:
        examination = Examination(Path(directory), format, today, Path(work))
        try:
            examination.run()
            yield examination
        finally:
            examination.close()


def check(directory: Path, format: Format = "parquet", *, today: date) -> list[Fault]:
    with examined(directory, format, today=today) as examination:
        return examination.faults
