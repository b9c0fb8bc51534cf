"""A folder that holds one dataset: its files' names, and putting a whole new one in place or nothing at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from kinfold.dataset.declarations import Table
from kinfold.dataset.tables import TABLES

Format = Literal["parquet", "ssd-csv"]
ENDINGS: dict[Format, str] = {"parquet": ".parquet", "ssd-csv": ".csv"}
NOTES = "import-notes.jsonl"

_OURS = {table.file + ending for table in TABLES for ending in ENDINGS.values()} | {NOTES}


class FolderNotFree(ValueError):
    """The folder cannot be written to without losing what is in it and is not a dataset's."""


def file_of(directory: Path, table: Table, format: Format) -> Path:
    return directory / (table.file + ENDINGS[format])


def files_in(directory: Path, format: Format) -> dict[Table, Path]:
    """The files of declared tables that are there. Files of any other name are left alone."""
    paths = {table: file_of(directory, table, format) for table in TABLES}
    return {table: path for table, path in paths.items() if path.is_file()}


def require_replaceable(directory: Path) -> None:
    if not directory.exists():
        return
    if not directory.is_dir():
        raise FolderNotFree(f"{directory} is a file, not a folder.")
    others = sorted(path.name for path in directory.iterdir() if path.name not in _OURS or not path.is_file())
    if others:
        raise FolderNotFree(
            f"{directory} holds {others[0]}, which is not a dataset's. Give a new folder, or one with only a dataset."
        )


@contextmanager
def replaced_whole(directory: Path) -> Iterator[Path]:
    """A new folder beside `directory` that takes its place at the end; after an error the old one is untouched."""
    directory = directory.resolve()  # a link stays a link
    require_replaceable(directory)
    directory.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{directory.name}-", dir=directory.parent))
    try:
        yield new
        umask = os.umask(0)
        os.umask(umask)
        new.chmod(0o777 & ~umask)  # mkdtemp shuts everyone else out
        if directory.exists():
            old = Path(tempfile.mkdtemp(prefix=f".{directory.name}-", dir=directory.parent))
            directory.rename(old)
            try:
                new.rename(directory)
            except OSError:
                old.rename(directory)
                raise
            shutil.rmtree(old)
        else:
            new.rename(directory)
    finally:
        shutil.rmtree(new, ignore_errors=True)
