"""A CSV file of the standard as columns of text: any size, any of the encodings councils' exports come in."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from kinfold.dataset.checking.source import Opened, Source, column_faults, unreadable
from kinfold.dataset.declarations import Table
from kinfold.dataset.faults import Fault, shown

CHUNK = 1 << 20
LONGEST_HEADING = 1 << 16
BLOCK = 1 << 24  # a row longer than this is refused
MOST_SHAPE_FAULTS = 1_000

_NAMES = {"cp1252": "Windows-1252", "utf-16": "UTF-16"}


def open_csv(table: Table, path: Path, work: Path) -> Opened:
    """Copies the file's rows to `work` as Parquet text, in pieces, so that a huge file needs little memory."""
    encoding = _encoding(path)
    if encoding is None:
        return Opened(None, (unreadable(table, "The file is neither UTF-8 nor Windows-1252 text. Export it again."),))
    remarks = []
    if encoding != "utf-8":
        path = _in_utf8(path, encoding, work)
        remarks.append(f"{table.file} is not UTF-8. It was read as {_NAMES[encoding]}: look at names with accents.")
    heading, has_rows, fault = _heading(table, path)
    if fault:
        return Opened(None, (fault,))
    faults = column_faults(table, heading)
    there = [field for field in table.fields if field.column in heading]
    if not there or any(fault.rule == "column_twice" for fault in faults):
        return Opened(None, tuple(faults))
    staged = work / f"{table.file}.text.parquet"
    schema = pa.schema([(field.column, pa.string()) for field in there])
    left_out: list[int] = []
    try:
        with pq.ParquetWriter(staged, schema, compression="lz4") as writer:
            if has_rows:
                for batch in _batches(path, schema, table, faults, left_out):
                    writer.write_batch(batch)
    except pa.ArrowException as error:
        return Opened(None, (*faults, unreadable(table, _in_plain_words(error))))
    names = frozenset(field.name for field in there)
    return Opened(Source(staged, names, names, first_row=2, left_out=left_out), tuple(faults), tuple(remarks))


def _encoding(path: Path) -> str | None:
    with path.open("rb") as file:
        start = file.read(2)
    if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16" if _decodes(path, "utf-16") else None
    return next((encoding for encoding in ("utf-8", "cp1252") if _decodes(path, encoding)), None)


def _decodes(path: Path, encoding: str) -> bool:
    try:
        for _ in _pieces(path, encoding):
            pass
    except UnicodeDecodeError:
        return False
    return True


def _pieces(path: Path, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def _in_utf8(path: Path, encoding: str, work: Path) -> Path:
    copy = work / f"{path.stem}.utf8.csv"
    with copy.open("w", encoding="utf-8", newline="") as file:
        file.writelines(_pieces(path, encoding))
    return copy


def _heading(table: Table, path: Path) -> tuple[list[str], bool, Fault | None]:
    """The column names, whether anything follows them, and what is wrong with the first line."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        start = file.read(LONGEST_HEADING)
    lines = re.split(r"\r\n|\n|\r", start.removesuffix("\n"))  # CSV knows no other line ends, unlike splitlines
    if not start.strip():
        return [], False, unreadable(table, "The file is empty. It needs at least the row of column names.")
    if len(lines) == 1 and len(start) == LONGEST_HEADING:
        return [], False, unreadable(table, f"The first line is longer than {LONGEST_HEADING:,} characters.", 1)
    if "\0" in lines[0]:
        words = "The first line holds NUL characters: it is UTF-16 or UTF-32 without its mark. Export it as UTF-8."
        return [], False, unreadable(table, words, 1)
    heading = next(csv.reader(lines[:1]))
    for mark, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(heading) == 1 and mark in heading[0]:
            return [], False, unreadable(table, f"The columns are separated by {name}. Use commas.", 1)
    return heading, len(lines) > 1 or start.endswith("\n"), None


def _batches(
    path: Path, schema: pa.Schema, table: Table, faults: list[Fault], left_out: list[int]
) -> Iterator[pa.RecordBatch]:
    def leave_out(row: pa.csv.InvalidRow) -> str:
        left_out.append(row.number)
        if len(left_out) <= MOST_SHAPE_FAULTS:
            message = f"The row has {row.actual_columns} values where the heading has {row.expected_columns}."
            faults.append(Fault(table.file, row.number, None, shown(row.text), "row_shape", message))
        return "skip"

    reader = pa.csv.open_csv(
        path,
        read_options=pa.csv.ReadOptions(use_threads=False, block_size=BLOCK),
        parse_options=pa.csv.ParseOptions(
            newlines_in_values=True,
            ignore_empty_lines=False,  # so that rows are counted as a spreadsheet does
            invalid_row_handler=leave_out,
        ),
        convert_options=pa.csv.ConvertOptions(
            include_columns=schema.names,
            column_types=schema,
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
        ),
    )
    with reader:
        yield from reader


def _in_plain_words(error: pa.ArrowException) -> str:
    if "straddling" in str(error) or "out of sync" in str(error) or "overflow" in str(error):
        return f"A row is longer than {BLOCK:,} bytes. Is a quotation mark never closed?"
    return f"The file cannot be read as CSV: {str(error).rstrip('.')}."
