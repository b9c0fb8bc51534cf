"""Where the database is: roles and addresses of this checkout's own PostgreSQL server, or of one that is supplied."""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from kinfold.web.config.postgres_server import SETUP_ROLE, DatabaseUnavailable, free_port, server_for

__all__ = [
    "DatabaseUnavailable", "carried", "drop_database", "ensure_database", "remove", "start", "stop", "supplied", "urls",
]  # fmt: skip

CHECKOUT = Path(__file__).resolve().parents[3]
RECORD = CHECKOUT / ".kinfold" / "database.json"

# What each role is beyond its grants. The owner migrates and loads, and never serves; it may make databases and act as
# the app, because tests arrange as owner and then look as the app.
ROLES = {
    "app": "NOCREATEDB NOBYPASSRLS",
    "extract": "NOCREATEDB BYPASSRLS",
    "backup": "NOCREATEDB BYPASSRLS",
    "owner": "CREATEDB NOBYPASSRLS",
}
GIVEN_BY_DEFAULT = (
    ("SELECT, INSERT, UPDATE", "TABLES", "app"),
    ("USAGE, SELECT", "SEQUENCES", "app"),
    *(("SELECT", kind, reader) for reader in ("extract", "backup") for kind in ("TABLES", "SEQUENCES")),
)
"""What a new table's or sequence's owner lets whom do with it."""
EXTENSIONS = ("pg_trgm", "unaccent", "fuzzystrmatch", "btree_gist")
SUPPLIED_BY = {
    "owner": "DATABASE_URL",
    "app": "DATABASE_APP_URL",
    "extract": "DATABASE_EXTRACT_URL",
    "backup": "DATABASE_BACKUP_URL",
}


def supplied(environment: Mapping[str, str] = os.environ) -> dict[str, str] | None:
    """The addresses set in the environment, by role; None where DATABASE_URL is not set."""
    if not environment.get("DATABASE_URL"):
        return None
    missing = [SUPPLIED_BY[role] for role in ("app", "extract") if not environment.get(SUPPLIED_BY[role])]
    if missing:
        raise DatabaseUnavailable(
            f"DATABASE_URL is set but {' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} not. "
            "Kinfold serves as a role that owns nothing and extracts as one that reads all, so it needs an address for "
            "each; see docs/how-to/use-your-own-database-server.md."
        )
    return {role: environment[name] for role, name in SUPPLIED_BY.items() if environment.get(name)}


def start() -> None:
    """Make sure that the server runs and has its roles; quick when it does, and safe to call twice at once."""
    if supplied():
        return
    with _one_at_a_time():
        server = server_for(CHECKOUT)
        record = _read_record()
        if record and _answers(record):
            if record.get("roles") != ROLES:
                _make_roles(record)
                _write_record(record)
            return
        password = record["passwords"]["setup"] if record else secrets.token_hex(16)
        if not server.made:
            server.make(password)
        else:
            server.stop()  # it runs but does not know our password, or does not answer
            if record is None:
                server.set_password_while_stopped(password)
        passwords = {role: secrets.token_hex(16) for role in ROLES} | (record["passwords"] if record else {})
        passwords["setup"] = password
        port = free_port(record["port"] if record else None)
        server.start(port)
        record = {"checkout": str(CHECKOUT), "folder": str(server.folder), "port": port, "passwords": passwords}
        _make_roles(record)
        _write_record(record)


def stop() -> None:
    """Stop the private server; its data stay where they are."""
    if not supplied():
        with _one_at_a_time():
            server_for(CHECKOUT).stop()


def remove() -> None:
    """Stop the private server and delete everything in it; the next start begins from nothing."""
    if supplied():
        raise DatabaseUnavailable("The database is a supplied one, and Kinfold never deletes such a database.")
    with _one_at_a_time():
        server = server_for(CHECKOUT)
        server.stop()
        server.delete()
        RECORD.unlink(missing_ok=True)
        shutil.rmtree(carried(), ignore_errors=True)


def carried() -> Path:
    """The folder of files that stand beside databases, each database's under its name, and go when it goes."""
    return CHECKOUT / ".kinfold" / "carried"


def urls(name: str) -> dict[str, str]:
    """Each role's address of the database `name`: owner, app, extract, backup.

    Starts nothing. A supplied server's addresses name their own database, so there `name` is not used.
    """
    if given := supplied():
        return given
    record = _read_record()
    if record is None:
        raise DatabaseUnavailable("There is no database yet. Start it with: kinfold database start")
    return {role: _url(record, role, name) for role in ROLES}


def ensure_database(name: str) -> None:
    """Make the database where it is missing, with its extensions and what each role may do with tables yet to come."""
    if not supplied():
        with _one_at_a_time(), _connect_for_set_up("postgres") as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                statement = sql.SQL("CREATE DATABASE {} OWNER kinfold_owner TEMPLATE template0")
                connection.execute(statement.format(sql.Identifier(name)))
            _prepare(name)
    else:
        _prepare(name)


def drop_database(name: str) -> None:
    """Remove a database of the private server, for tests; a supplied server's are never touched."""
    if not supplied():
        with _connect_for_set_up("postgres") as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        shutil.rmtree(carried() / name, ignore_errors=True)


def _prepare(name: str) -> None:
    """As owner: every extension here is one that a database's owner may create."""
    addresses = urls(name)
    users = {role: sql.Identifier(urlsplit(address).username or role) for role, address in addresses.items()}
    database = sql.Identifier(urlsplit(addresses["owner"]).path.lstrip("/"))
    everyone = sql.SQL(", ").join(users[role] for role in users if role != "owner")
    with psycopg.connect(addresses["owner"], autocommit=True) as connection:
        connection.execute("SET client_min_messages = warning")
        for extension in EXTENSIONS:
            connection.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension)))
        statements: tuple[sql.SQL | sql.Composed, ...] = (
            sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database),
            sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, everyone),
            sql.SQL("REVOKE CREATE ON SCHEMA public FROM PUBLIC"),
            sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(everyone),
            *(_by_default("GRANT {} ON {} TO {}", users, *given) for given in GIVEN_BY_DEFAULT if given[2] in users),
        )
        for statement in statements:
            connection.execute(statement)


def forget_defaults(name: str) -> None:
    """New tables are given to nobody, until a restore has said who may do what with each and puts the defaults back."""
    addresses = urls(name)
    users = {role: sql.Identifier(urlsplit(address).username or role) for role, address in addresses.items()}
    with psycopg.connect(addresses["owner"]) as connection:
        for given in GIVEN_BY_DEFAULT:
            if given[2] in users:
                connection.execute(_by_default("REVOKE {} ON {} FROM {}", users, *given))


def _by_default(words: str, users: dict[str, sql.Identifier], what: str, kind: str, role: str) -> sql.Composed:
    statement = sql.SQL("ALTER DEFAULT PRIVILEGES {}")
    return statement.format(sql.SQL(words).format(sql.SQL(what), sql.SQL(kind), users[role]))


def _make_roles(record: dict[str, Any]) -> None:
    with psycopg.connect(_url(record, "setup", "postgres"), autocommit=True) as connection:
        for role, attributes in ROLES.items():
            name = sql.Identifier(f"kinfold_{role}")
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [f"kinfold_{role}"]).fetchone():
                connection.execute(sql.SQL("CREATE ROLE {}").format(name))
            statement = sql.SQL("ALTER ROLE {} LOGIN NOSUPERUSER NOCREATEROLE {} PASSWORD {}")
            password = sql.Literal(record["passwords"][role])
            connection.execute(statement.format(name, sql.SQL(attributes), password))
        connection.execute("GRANT kinfold_app, kinfold_extract TO kinfold_owner")
    record["roles"] = ROLES


def _url(record: dict[str, Any], role: str, name: str) -> str:
    user = SETUP_ROLE if role == "setup" else f"kinfold_{role}"
    return f"postgresql://{user}:{record['passwords'][role]}@127.0.0.1:{record['port']}/{name}"


def _connect_for_set_up(name: str) -> psycopg.Connection[Any]:
    record = _read_record()
    if record is None:
        raise DatabaseUnavailable("There is no database server yet. Start it with: kinfold database start")
    return psycopg.connect(_url(record, "setup", name), autocommit=True)


def _answers(record: dict[str, Any]) -> bool:
    try:
        with psycopg.connect(_url(record, "setup", "postgres"), connect_timeout=5):
            return True
    except psycopg.OperationalError:
        return False


def _read_record() -> dict[str, Any] | None:
    """What was written by the last start, unless it came along with a copy of another checkout."""
    try:
        record: dict[str, Any] = json.loads(RECORD.read_text())
    except (FileNotFoundError, json.JSONDecodeError):
        return None
    return record if record.get("checkout") == str(CHECKOUT) else None


def _write_record(record: dict[str, Any]) -> None:
    """Replaced in one step, and never readable by others: it holds the passwords."""
    fresh = RECORD.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(record, file, indent=2)
    fresh.replace(RECORD)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    RECORD.parent.mkdir(exist_ok=True)
    with open(RECORD.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
