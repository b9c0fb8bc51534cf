"""Backs the database up as the role that may read all and change nothing, and restores into an empty database."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg

from kinfold.web.config import cluster
from kinfold.web.config.postgres_server import programs


def backup(*, name: str, file: Path) -> None:
    """One consistent copy of everything, readable by its owner alone. Appears under its name only when it is whole."""
    addresses = cluster.urls(name)
    if "backup" not in addresses:
        raise cluster.DatabaseUnavailable("DATABASE_BACKUP_URL is not set, and a backup is taken as that role.")
    unfinished = file.with_name(f".{file.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        _run("pg_dump", addresses["backup"], "--format=custom", f"--file={unfinished}")
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def restore(*, name: str, file: Path) -> None:
    """All of a backup or nothing of it, into a database that is still empty: a restore never overwrites records."""
    owner = cluster.urls(name)["owner"]
    with psycopg.connect(owner) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    if tables != (0,):
        raise cluster.DatabaseUnavailable(
            f"The database {name} is not empty, and a restore never overwrites. Restore into a new one: "
            f"KINFOLD_DATABASE={name}_restored kinfold database start, then the same with kinfold database restore."
        )
    cluster.forget_defaults(name)  # or a table whose rows nobody may change could be changed again
    _run("pg_restore", owner, "--no-owner", "--single-transaction", "--exit-on-error", str(file))


def _run(program: str, address: str, *arguments: str) -> None:
    url = urlsplit(address)
    place = ["--host", url.hostname or "", "--port", str(url.port or 5432), "--username", unquote(url.username or "")]
    command = [str(programs() / program), *place, "--dbname", url.path.lstrip("/"), *arguments]
    # The password goes by the environment: anybody on the machine can read a command line.
    environment = os.environ | {"PGPASSWORD": unquote(url.password or "")}
    result = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if result.returncode:
        raise cluster.DatabaseUnavailable(f"{program} failed: {result.stderr.strip()}")
