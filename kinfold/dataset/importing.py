"""Importing other people's files: all of it, checked and in the dataset's own form, or none of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa

from kinfold.dataset.checking import Examination, examined
from kinfold.dataset.faults import Fault
from kinfold.dataset.folder import FolderNotFree, Format, require_replaceable
from kinfold.dataset.tables import TABLES
from kinfold.dataset.tables import table as declared
from kinfold.dataset.writing import write


@dataclass(frozen=True)
class Imported:
    """What came of an import. With any fault, nothing was written and `rows` is empty."""

    faults: list[Fault]
    remarks: list[str]
    rows: dict[str, int]
    read_as: int = 0


class _Understood(Mapping[str, pa.Table]):
    """The examination's tables, each made when it is asked for, so that one at a time is in memory."""

    def __init__(self, examination: Examination) -> None:
        self._examination = examination
        self._names = [table.name for table in TABLES if table in examination.sources]
        self.rows: dict[str, int] = {}

    def __getitem__(self, name: str) -> pa.Table:
        rows = self._examination.rows(declared(name))
        self.rows[name] = len(rows)
        return rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def import_files(source: Path, out: Path, format: Format, *, today: date) -> Imported:
    """Checks the files in `source` and writes them to `out` as Parquet.

    Values read as another code are kept as they came in `import-notes.jsonl` beside the tables.
    """
    if source.resolve() == out.resolve():
        raise FolderNotFree("The files and the new dataset cannot be in the same folder.")
    require_replaceable(out)
    with examined(source, format, today=today) as examination:
        if examination.faults:
            return Imported(examination.faults, examination.remarks, {})
        notes = [json.dumps(asdict(each), ensure_ascii=False) + "\n" for each in examination.read_as()]
        understood = _Understood(examination)
        write(out, understood, notes="".join(notes) if notes else None)
        return Imported([], examination.remarks, understood.rows, len(notes))
