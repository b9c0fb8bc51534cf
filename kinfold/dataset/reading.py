"""Reading a dataset: each table when it is asked for, in the words of code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kinfold.dataset.declarations import Table
from kinfold.dataset.folder import files_in
from kinfold.dataset.tables import table as declared
from kinfold.dataset.writing import WrongColumns


class NoDataset(ValueError):
    """The folder holds no file of any declared table."""


class TableNotInDataset(KeyError):
    """The dataset has no file of this table."""

    def __str__(self) -> str:
        return str(self.args[0])


class Dataset(Mapping[str, pa.Table]):
    """The tables of one folder: `dataset["contacts"]`. A table is read once, when first asked for."""

    def __init__(self, directory: Path, files: Mapping[str, Path]) -> None:
        self.directory = directory
        self._files = dict(files)
        self._read: dict[str, pa.Table] = {}

    def __getitem__(self, name: str) -> pa.Table:
        if name not in self._read:
            self._read[name] = self.columns(name, [field.name for field in declared(name).fields])
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __contains__(self, name: object) -> bool:
        return name in self._files  # without reading the table

    def path(self, name: str) -> Path:
        """The table's file, for an engine that reads Parquet itself; its columns have the file's words."""
        try:
            return self._files[declared(name).name]
        except KeyError:
            raise TableNotInDataset(f"{self.directory} has no file {declared(name).file}.parquet") from None

    def columns(self, name: str, fields: Sequence[str]) -> pa.Table:
        """Some columns of a table, which is all that is read from disk."""
        table = declared(name)
        wanted = [table.field(field) for field in fields]
        path = self.path(name)
        there = set(pq.read_schema(path).names)
        if lacking := [field.column for field in wanted if field.column not in there and not field.may_be_absent]:
            raise WrongColumns(f"{path} lacks {', '.join(lacking)}. Run: kinfold dataset check")
        rows = pq.read_table(path, columns=[field.column for field in wanted if field.column in there])
        for field in wanted:
            if field.column not in there:
                rows = rows.append_column(field.column, pa.nulls(len(rows), pa.string()))
        rows = rows.select([field.column for field in wanted]).rename_columns([field.name for field in wanted])
        return _cast(table, rows, path)


def _cast(table: Table, rows: pa.Table, path: Path) -> pa.Table:
    schema = pa.schema([table.schema_in_code.field(name) for name in rows.column_names])
    try:
        return rows.cast(schema)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as fault:
        raise WrongColumns(f"{path}: {fault}. Run: kinfold dataset check") from fault


def read(directory: Path | str) -> Dataset:
    """The Parquet dataset in a folder; NoDataset where there is none, with what to do about it."""
    directory = Path(directory)
    files = files_in(directory, "parquet")
    if not files:
        if files_in(directory, "ssd-csv"):
            raise NoDataset(
                f"{directory} holds CSV files. Import them first: "
                f"kinfold dataset import --format ssd-csv {directory} --out FOLDER"
            )
        raise NoDataset(f"{directory} holds no file of a dataset, such as ssd_contacts.parquet.")
    return Dataset(directory, {table.name: path for table, path in files.items()})
