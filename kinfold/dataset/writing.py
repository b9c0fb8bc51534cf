"""Writing a dataset: the same rows give the same bytes, whatever order they come in."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from kinfold.dataset.declarations import Table
from kinfold.dataset.folder import NOTES, Format, file_of, replaced_whole
from kinfold.dataset.tables import table as declared

ROWS_IN_A_GROUP = 131_072


class WrongColumns(ValueError):
    """A table does not have the columns, or the kinds of value, that its declaration says."""


def write(
    directory: Path | str,
    tables: Mapping[str, pa.Table],
    format: Format = "parquet",
    notes: str | None = None,
    as_they_are: Mapping[str, Path] = MappingProxyType({}),
) -> None:
    """Replaces the dataset in `directory` by these tables, whole or not at all.

    Tables are named and columned in the words of code. Rows are put in the order of their key. Empty text becomes no
    value, since a CSV file cannot tell the two apart. A mapping that makes each table when asked keeps memory small.
    `as_they_are` are further tables' files, put in byte for byte.
    """
    with replaced_whole(Path(directory)) as folder:
        for name in tables:
            table = declared(name)
            rows = in_file_order(table, tables[name])
            path = file_of(folder, table, format)
            if format == "parquet":
                _write_parquet(rows, path)
            else:
                _write_csv(rows, path)
        for name, path in as_they_are.items():
            shutil.copyfile(path, file_of(folder, declared(name), format))
        if notes is not None:
            (folder / NOTES).write_text(notes, encoding="utf-8")


def in_file_order(table: Table, rows: pa.Table) -> pa.Table:
    """The rows with the file's columns and types, sorted by key."""
    names = [field.name for field in table.fields]
    if missing := [name for name in names if name not in rows.column_names]:
        raise WrongColumns(f"{table.name} lacks {', '.join(missing)}")
    if unknown := [name for name in rows.column_names if name not in names]:
        raise WrongColumns(f"{table.name} has no {', '.join(unknown)}")
    try:
        rows = rows.select(names).cast(table.schema_in_code)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as fault:
        raise WrongColumns(f"{table.name}: {fault}") from fault
    columns = [_without_empty_text(column) for column in rows.columns]
    rows = pa.table(columns, schema=table.schema_in_code)
    order = pc.sort_indices(rows, sort_keys=[(name, "ascending") for name in table.key])
    return rows.take(order).combine_chunks().rename_columns(table.schema.names)


def _without_empty_text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if not pa.types.is_string(column.type):
        return column
    empty = pc.equal(column, "")
    if not pc.any(empty).as_py():
        return column
    return pc.if_else(pc.fill_null(empty, False), pa.scalar(None, pa.string()), column)


def _write_parquet(rows: pa.Table, path: Path) -> None:
    pq.write_table(
        rows,
        path,
        row_group_size=ROWS_IN_A_GROUP,
        compression="zstd",
        compression_level=3,
        version="2.6",
        data_page_version="1.0",
        store_schema=False,  # nothing in the file but the rows
    )


def _write_csv(rows: pa.Table, path: Path) -> None:
    """The standard's CSV, exact: nothing is put before a formula, see decision 0018."""
    text = pa.table([_as_text(column) for column in rows.columns], names=rows.column_names)
    pyarrow.csv.write_csv(text, path, pyarrow.csv.WriteOptions(quoting_style="needed", quoting_header="none"))


def _as_text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if not pa.types.is_timestamp(column.type):
        return column.cast(pa.string())
    utc = column.type.tz is not None
    text = pc.strftime(column.cast(pa.timestamp("us")), "%Y-%m-%dT%H:%M:%S")
    text = pc.replace_substring_regex(text, r"\.000000$", "")
    return pc.binary_join_element_wise(text, "Z", "") if utc else text
