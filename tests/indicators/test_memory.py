"""Counting in the memory that there is: what does not fit is put on disk, in a folder that goes with the counting."""

import tempfile
from pathlib import Path

import pytest

from kinfold.indicators.engine.backends import on_duckdb
from kinfold.indicators.engine.backends.on_duckdb import DuckDB

# A million ids, none twice: some 40 MB to keep, and as much again to count.
IDS = "SELECT md5(n::varchar) AS id FROM range(1_000_000) AS numbers(n)"


@pytest.fixture
def folder(monkeypatch, tmp_path) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(on_duckdb, "MOST_MEMORY", 40_000_000)
    return tmp_path


def test_what_does_not_fit_into_memory_is_put_on_disk_and_counted_all_the_same(folder):
    counting = DuckDB()
    counting.keep("kept", IDS)
    assert counting.rows("SELECT count(DISTINCT id) FROM kept") == [(1_000_000,)]
    assert any(file.stat().st_size for file in folder.glob("*/*"))
    counting.close()
    assert list(folder.iterdir()) == []


def test_nobody_else_may_read_what_is_put_on_disk(folder):
    counting = DuckDB()
    (spilt,) = folder.iterdir()
    assert spilt.stat().st_mode & 0o077 == 0
    counting.close()
