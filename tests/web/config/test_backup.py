"""A backup holds everything, a restore puts it back into an empty database and never over anything."""

import stat

import psycopg
import pytest

from kinfold.web.config import cluster
from kinfold.web.config.backup import backup, restore


@pytest.fixture
def database(running):
    cluster.ensure_database("kept")
    with psycopg.connect(cluster.urls("kept")["owner"], autocommit=True) as connection:
        connection.execute("CREATE TABLE families (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text)")
        connection.execute("ALTER TABLE families ENABLE ROW LEVEL SECURITY")
        connection.execute("CREATE INDEX ON families USING gin (name gin_trgm_ops)")
        connection.execute("INSERT INTO families (name) VALUES ('Khan'), ('Okafor')")
    yield "kept"
    cluster.drop_database("kept")


@pytest.fixture
def empty(running):
    cluster.ensure_database("empty")
    yield "empty"
    cluster.drop_database("empty")


def test_everything_in_a_backup_comes_back_with_its_privileges(database, empty, tmp_path):
    file = tmp_path / "all.backup"
    backup(name=database, file=file)
    restore(name=empty, file=file)
    with psycopg.connect(cluster.urls(empty)["extract"]) as connection:
        assert connection.execute("SELECT name FROM families ORDER BY name").fetchall() == [("Khan",), ("Okafor",)]
    with psycopg.connect(cluster.urls(empty)["app"]) as connection:
        assert connection.execute("SELECT count(*) FROM families").fetchone() == (0,)


def test_a_backup_is_readable_by_its_owner_alone(database, tmp_path):
    file = tmp_path / "all.backup"
    backup(name=database, file=file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_a_restore_never_overwrites(database, tmp_path):
    file = tmp_path / "all.backup"
    backup(name=database, file=file)
    with pytest.raises(cluster.DatabaseUnavailable, match="is not empty"):
        restore(name=database, file=file)


def test_a_damaged_backup_leaves_nothing_behind(empty, tmp_path):
    file = tmp_path / "all.backup"
    file.write_bytes(b"PGDMP and then nothing")
    with pytest.raises(cluster.DatabaseUnavailable, match="pg_restore failed"):
        restore(name=empty, file=file)


def test_a_backup_that_fails_leaves_no_file(running, tmp_path):
    with pytest.raises(cluster.DatabaseUnavailable, match="pg_dump failed"):
        backup(name="nowhere", file=tmp_path / "all.backup")
    assert list(tmp_path.iterdir()) == []
