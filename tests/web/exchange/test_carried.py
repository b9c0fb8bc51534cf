"""Tables that no slice keeps yet stand beside the database, whole or not at all, for the server's own user alone."""

import shutil
import stat
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from kinfold.dataset import Dataset, read, write
from kinfold.dataset.tables import TABLES
from kinfold.web.config import cluster
from kinfold.web.exchange import carried, loading
from kinfold.web.exchange.extracting import MADE_AT_EXTRACT, extract
from kinfold.web.exchange.maps import MAPS
from kinfold.web.people.models import Person
from tests.dataset.sample import tables

NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
TODAY = date(2026, 1, 15)


@pytest.fixture
def dataset(smallest_city: Path, tmp_path: Path) -> Path:
    """A city with a row in every carried table."""
    folder = shutil.copytree(smallest_city, tmp_path / "dataset")
    write(tmp_path / "sample", {name: rows for name, rows in tables().items() if name in carried.CARRIED})
    return shutil.copytree(tmp_path / "sample", folder, dirs_exist_ok=True)


def here() -> str:
    return str(connection.settings_dict["NAME"])


def test_every_table_is_kept_by_the_database_or_carried_beside_it_and_none_is_both():
    kept = set(MAPS) | set(MADE_AT_EXTRACT)
    assert kept | carried.CARRIED == {table.name for table in TABLES}
    assert kept & carried.CARRIED == set()


def test_a_table_waits_for_one_slice_alone():
    waiting = [name for names in carried.TO_BE_TAKEN_IN_BY.values() for name in names]
    assert len(waiting) == len(set(waiting))


def test_loading_puts_the_carried_files_beside_the_database_byte_for_byte(dataset: Path):
    loading.load(dataset, now=NOW)

    files = carried.files(here())
    assert files is not None
    assert set(files) == carried.CARRIED
    for path in files.values():
        assert path.read_bytes() == (dataset / path.name).read_bytes()


def test_nobody_but_the_servers_own_user_may_read_them(dataset: Path, beside_the_database: Path):
    carried.keep(read(dataset), here())

    for place in (beside_the_database, beside_the_database / here()):
        assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in (beside_the_database / here()).iterdir()} == {0o600}


def test_a_load_that_fails_at_the_very_end_leaves_neither_rows_nor_files(
    dataset: Path, monkeypatch: pytest.MonkeyPatch
):
    def keep_and_fail(*given: Any) -> None:
        keep(*given)
        raise OSError("The disk is full")

    keep = carried.keep
    monkeypatch.setattr(carried, "keep", keep_and_fail)
    with pytest.raises(OSError, match="disk is full"):
        loading.load(dataset, now=NOW)

    assert carried.files(here()) is None
    assert not Person.objects.exists()


def test_files_that_cannot_all_be_copied_are_not_copied_at_all(dataset: Path, beside_the_database: Path):
    files = {"courses": dataset / "kf_courses.parquet", "audits": dataset / "lost.parquet"}
    with pytest.raises(FileNotFoundError):
        carried.keep(Dataset(dataset, files), here())

    assert list(beside_the_database.iterdir()) == []


def test_a_second_load_is_refused_and_leaves_the_files_alone(dataset: Path):
    loading.load(dataset, now=NOW)
    (dataset / "kf_audits.parquet").unlink()
    with pytest.raises(loading.NotEmpty):
        loading.load(dataset, now=NOW)

    files = carried.files(here())
    assert files is not None
    assert set(files) == carried.CARRIED


def test_what_an_earlier_database_of_that_name_left_is_replaced(dataset: Path):
    carried.keep(read(dataset), here())
    (dataset / "kf_audits.parquet").unlink()
    carried.keep(read(dataset), here())

    files = carried.files(here())
    assert files is not None
    assert set(files) == carried.CARRIED - {"audits"}


def test_an_extract_holds_the_carried_files_and_counts_their_rows(dataset: Path, tmp_path: Path):
    carried.keep(read(dataset), here())
    counts = extract(cluster.urls(here())["extract"], tmp_path / "out", today=TODAY)

    assert counts["audits"] == 1
    for name in carried.CARRIED:
        file = read(dataset).path(name)
        assert (tmp_path / "out" / file.name).read_bytes() == file.read_bytes()


def test_where_nothing_stands_beside_the_database_the_extract_says_so_and_writes_what_there_is(tmp_path: Path):
    said: list[str] = []
    counts = extract(cluster.urls(here())["extract"], tmp_path / "out", today=TODAY, say=said.append)

    assert said == [
        f"Without {len(carried.CARRIED)} tables: the database does not keep them, and no files stand beside it"
    ]
    assert set(read(tmp_path / "out")) == set(counts) == set(MAPS) | set(MADE_AT_EXTRACT)
