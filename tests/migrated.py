"""A database with every table and no rows, made once from the source as it is now; tests are given copies of it."""

from __future__ import annotations

import fcntl
import hashlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from kinfold.web.config import cluster

NAME = "test_kinfold_migrated"
READ_BY_MIGRATIONS = (".py", ".sql", ".toml", ".tsv")


def migrated() -> str:
    """Its name. Whichever process comes first makes it, and the others wait."""
    with _one_at_a_time():
        made_from = _fingerprint()
        if _comment() != made_from:
            cluster.drop_database(NAME)
            cluster.ensure_database(NAME)
            migrate = [sys.executable, "-m", "kinfold.cli", "migrate", "--name", NAME]
            done = subprocess.run(migrate, capture_output=True, text=True)
            assert done.returncode == 0, done.stderr
            with psycopg.connect(cluster.urls(NAME)["owner"], autocommit=True) as connection:
                connection.execute(f"COMMENT ON DATABASE {NAME} IS '{made_from}'")
        return NAME


def copy(name: str) -> None:
    """A database of this name, as if it had just been migrated; one of that name goes."""
    like = migrated()
    cluster.drop_database(name)
    with psycopg.connect(cluster.urls("postgres")["owner"], autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
    cluster.ensure_database(name)


def _fingerprint() -> str:
    files = (file for file in (cluster.CHECKOUT / "kinfold").rglob("*") if file.suffix in READ_BY_MIGRATIONS)
    return hashlib.sha256(b"".join(file.read_bytes() for file in sorted(files))).hexdigest()


def _comment() -> str | None:
    with psycopg.connect(cluster.urls("postgres")["owner"]) as connection:
        row = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [NAME]
        ).fetchone()
    return row[0] if row else None


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    with (cluster.RECORD.parent / "migrated.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
