"""Counting in the memory that there is: what does not fit is put on disk, in a folder that goes with the counting."""

import tempfile
from pathlib import Path

import pytest

from kinfold.indicators.engine.backends import on_duckdb
from kinfold.indicators.engine.backends.on_duckdb import DuckDB
from kinfold.indicators.periods import quarter
from kinfold.indicators.scorecard import scorecard
from tests.indicators.drawn import DrawnDataset

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


def test_many_cities_are_added_up_period_by_period_to_the_same_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    drawn = DrawnDataset(tmp_path / "dataset")
    drawn.draw("contacts", """
        contact_id | person_id | received_on | ward
        -----------+-----------+-------------+--------
                 1 | Ann       | 2024-05-07  | Fratton
                 2 | Ann       | 2024-06-07  | Nelson
                 3 | Ann       | 2024-07-07  | Fratton
                 4 | Ben       | 2024-08-07  |
    """)  # fmt: skip
    folder, periods = drawn.write(), [quarter("2024-25-Q1"), quarter("2024-25-Q2")]

    def counted():
        return scorecard(folder, periods, ["ward"], "practice", cache_folder=tmp_path / "cache")

    together = counted()
    monkeypatch.setattr(on_duckdb, "_OF_MANY_CITIES", 0)
    assert counted() == together
    children = {(one.period, one.group): one.value for one in together if one.indicator == "mash.children"}
    assert (children["2024-25-Q1", None], children["2024-25-Q1", "Fratton"], children["2024-25-Q2", None]) == (1, 1, 2)
