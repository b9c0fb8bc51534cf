"""From nothing to a running partnership on this machine: the steps of `make demo`, each shown with its time."""

from __future__ import annotations

import fcntl
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
from psycopg import sql

from kinfold.web.config import cluster

STATE = cluster.CHECKOUT / ".kinfold"
RECORD = STATE / "serve.json"
LOG = STATE / "serve.log"
LOCK = STATE / "demo.lock"
CITY = STATE / "demo" / "city"

CHILDREN = int(os.environ.get("KINFOLD_DEMO_CHILDREN", "41639"))  # all of Portsmouth's in 2019-20, as published
YEARS = 5
SEED = 1
WAIT_SECONDS = 60

LOADING, LOADED, READY = "loading the city", "city loaded", "ready"


def start(*, name: str, port: int) -> None:
    with _one_start_at_a_time():
        _start(name, port)


def _start(name: str, port: int) -> None:
    began = time.monotonic()
    process, its_port = _record()
    if not (_group_of(process) and its_port == port):
        _require_free(port)  # before the one that runs is stopped for nothing
    stop_server()
    _require_free(port)
    os.environ["KINFOLD_DATABASE"] = name
    _step("Starting PostgreSQL", "database", "start", "--name", name)
    _step("Making the tables", "migrate")
    come_to = _how_far(name)
    if come_to is None:
        _refuse_to_mix(name)
        city = ("city", "--children", str(CHILDREN), "--years", str(YEARS), "--seed", str(SEED), "--out", str(CITY))
        _step(f"Imagining {CHILDREN:,} children and their families", *city)
        _set_mark(name, LOADING)
        _step("Loading the city", "load", str(CITY))
        _set_mark(name, LOADED)
    if come_to != READY:
        _step("Giving the personas their work", "personas")
        _step("Filling in the agencies’ returns, with invented figures", "demo", "fill-returns", "--name", name)
        _step("Giving everybody a day’s work", "demo", "fill-work", "--name", name)
        _step("Computing the figures", "figures", "--name", name)
        _set_mark(name, READY)
    _start_server(name, port)
    print(f"Kinfold is ready after {time.monotonic() - began:.0f} s: http://127.0.0.1:{port}", flush=True)  # noqa: T201
    _say("Every child in it is imaginary. Stop it with: make stop")


def stop() -> None:
    stop_server()
    cluster.stop()


def stop_server() -> None:
    """End the server that an earlier start left running, and no other process that has its number by now."""
    process, _ = _record()
    until = time.monotonic() + WAIT_SECONDS
    if process is not None and process in _group_of(process):
        os.kill(process, signal.SIGTERM)
    while process in _group_of(process) and time.monotonic() < until:
        time.sleep(0.1)
    # One that was killed leaves its web server and its worker behind.
    while (members := _group_of(process)) and time.monotonic() < until + WAIT_SECONDS:
        for member in members:
            with suppress(ProcessLookupError):
                os.kill(member, signal.SIGTERM if time.monotonic() < until else signal.SIGKILL)
        time.sleep(0.1)
    RECORD.unlink(missing_ok=True)


def _record() -> tuple[int | None, int | None]:
    """The process and port of the server that the last start began, whether or not it still runs."""
    try:
        record = json.loads(RECORD.read_text())
        return int(record["process"]), int(record["port"])
    except (FileNotFoundError, ValueError, KeyError):
        return None, None


def _group_of(leader: int | None) -> list[int]:
    """The processes of the group that a server leads, or led before it was killed; its number means no other group."""
    members: list[int] = []
    if leader is None:
        return members
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _parent, group = stat.read_text().rpartition(")")[2].split()[:3]
            ours = stat.with_name("cmdline").read_bytes().split(b"\0")[0] == sys.executable.encode()
        except (OSError, ValueError):
            continue
        if int(group) == leader and state != "Z" and ours:
            members.append(int(stat.parent.name))
    return members


def _start_server(name: str, port: int) -> None:
    began = _begin("Opening the doors")
    with open(LOG, "wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "kinfold.cli", "serve", "--port", str(port), "--name", name],
            stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True,
            env=os.environ | {"KINFOLD_DEMO": "1"},
        )  # fmt: skip
    RECORD.write_text(json.dumps({"process": process.pid, "port": port}))
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until and process.poll() is None:
        if _is_healthy(port):
            _done(began)
            return
        time.sleep(0.2)
    _failed()
    stop_server()
    raise cluster.DatabaseUnavailable(
        f"The server did not become ready. The end of {LOG}:\n{_end_of(LOG.read_text(errors='replace'))}"
    )


def _step(title: str, *verb: str) -> None:
    """One verb of the command line in its own process; what it says is shown only when it fails."""
    began = _begin(title)
    result = subprocess.run([sys.executable, "-m", "kinfold.cli", *verb], capture_output=True, text=True)
    if result.returncode:
        _failed()
        said = _end_of(result.stdout + result.stderr)
        raise cluster.DatabaseUnavailable(f"The end of what kinfold {' '.join(verb)} said:\n{said}")
    _done(began)


@contextmanager
def _one_start_at_a_time() -> Iterator[None]:
    """Two starts at once would make the same tables twice; the second waits, and finds everything done."""
    LOCK.parent.mkdir(exist_ok=True)
    with LOCK.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("Another start of this demo is under way. Waiting for it to end.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _how_far(name: str) -> str | None:
    """How far an earlier start came. Loading is all or nothing: where it was cut short there are people or there are
    none."""
    mark = _mark(name)
    if mark == LOADING:
        return LOADED if _holds_people(name) else None
    return mark


def _mark(name: str) -> str | None:
    """What an earlier start wrote down last, kept in the database itself so that it is lost when the database is."""
    with psycopg.connect(cluster.urls(name)["owner"]) as connection:
        row = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
        ).fetchone()
        comment = row[0] if row else None
        return comment.removeprefix("Kinfold demo: ") if comment and comment.startswith("Kinfold demo: ") else None


def _set_mark(name: str, mark: str) -> None:
    with psycopg.connect(cluster.urls(name)["owner"]) as connection:
        database = sql.Identifier(connection.info.dbname)
        connection.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(database, f"Kinfold demo: {mark}"))


def _refuse_to_mix(name: str) -> None:
    """An imaginary city is never loaded among records that somebody else put there."""
    if _holds_people(name):
        raise cluster.DatabaseUnavailable(
            "The database holds people that the demo did not put there, so the imaginary city was not loaded. "
            "Use another: KINFOLD_DATABASE=kinfold_demo make demo"
        )


def _holds_people(name: str) -> bool:
    with psycopg.connect(cluster.urls(name)["owner"]) as connection:
        return connection.execute("SELECT EXISTS (SELECT FROM people_person)").fetchone() == (True,)


def _is_healthy(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def _require_free(port: int) -> None:
    if not _is_free(port):
        raise cluster.DatabaseUnavailable(
            f"Port {port} is taken by another program. Choose another: make demo PORT={port + 1}"
        )


def _is_free(port: int) -> bool:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def _end_of(words: str) -> str:
    return "\n".join(words.rstrip().splitlines()[-30:])


def _begin(title: str) -> float:
    print(f"▸ {title:58}", end="", file=sys.stderr, flush=True)  # noqa: T201
    return time.monotonic()


def _done(began: float) -> None:
    _say(f"{time.monotonic() - began:4.0f} s")


def _failed() -> None:
    _say("failed")


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)  # noqa: T201
