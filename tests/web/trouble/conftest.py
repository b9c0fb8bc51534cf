"""A real server with a database of its own, which these tests flood and ask twice at once."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psycopg
import pytest

from kinfold.web.config import cluster
from kinfold.web.config.postgres_server import free_port
from tests.migrated import copy
from tests.web.mash.told import PAGES, page_of

NAME = "test_kinfold_trouble" + os.environ.get("PYTEST_XDIST_WORKER", "")
SECONDS = 60


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    location: str
    headers: Message  # whose names may be written in either case


@dataclass
class Browser:
    """Somebody's browser as far as trouble goes: it keeps cookies and follows nothing by itself."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {})

    def post(self, path: str, fields: Mapping[str, Any] | None = None) -> Answer:
        token = {"csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}
        body = urlencode({**token, **(fields or {})}, doseq=True).encode()
        return self.send(path, body, "application/x-www-form-urlencoded")

    def send(self, path: str, body: bytes, content_type: str, key: str = "") -> Answer:
        headers = {"Content-Type": content_type, "X-CSRFToken": self.cookies.get("csrftoken", "")}
        return self._ask("POST", path, body, {**headers, **({"Authorization": f"Bearer {key}"} if key else {})})

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            connection.request(method, path, body=body, headers={**headers, **({"Cookie": cookies} if cookies else {})})
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        finally:
            connection.close()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, rest = cookie.partition("=")
            self.cookies[name] = rest.split(";")[0]
        return Answer(answer.status, text, answer.headers.get("Location", ""), answer.headers)


@dataclass(frozen=True)
class Served:
    port: int

    def browser_of(self, persona: str) -> Browser:
        browser = Browser(self.port)
        assert browser.get(f"/demo/as/{persona}").status == 302
        return browser

    def count(self, statement: str, *values: Any) -> int:
        with psycopg.connect(cluster.urls(NAME)["owner"]) as connection:
            row = connection.execute(statement, values).fetchone()
        assert row is not None
        return int(row[0])

    def add_job(self) -> int:
        """A job for the worker to take up, which finds nothing to do."""
        with psycopg.connect(cluster.urls(NAME)["owner"]) as connection:
            row = connection.execute(
                """
                INSERT INTO procrastinate_jobs (queue_name, task_name, args)
                VALUES ('default', 'notices.send_by_email', jsonb_build_object('notice_id', gen_random_uuid()))
                RETURNING id
                """
            ).fetchone()
        assert row is not None
        return int(row[0])


def kinfold(*verb: str) -> subprocess.CompletedProcess[str]:
    """A verb of the command line, pointed at the private database."""
    command = [sys.executable, "-m", "kinfold.cli", *verb]
    return subprocess.run(command, env=environment(), capture_output=True, text=True)


def environment() -> dict[str, str]:
    addresses = cluster.urls(NAME)
    pointed = {variable: addresses[role] for role, variable in cluster.SUPPLIED_BY.items()}
    without = {name: value for name, value in os.environ.items() if not name.startswith(("KINFOLD_", "DJANGO_"))}
    return without | pointed | {"KINFOLD_DEMO": "1"}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Kinfold with the personas in it, serving from a database of its own."""
    copy(NAME)
    with serving(tmp_path_factory.mktemp("trouble") / "serve.log") as server:
        yield server
    cluster.drop_database(NAME)


@contextmanager
def serving(log: Path) -> Iterator[Served]:
    done = kinfold("personas")
    assert done.returncode == 0, done.stderr
    port = free_port()
    with log.open("wb") as out:
        command = [sys.executable, "-m", "kinfold.cli", "serve", "--port", str(port), "--workers", "1"]
        server = subprocess.Popen(command, env=environment(), stdout=out, stderr=out)
    try:
        wait_until(lambda: _is_ready(port), f"the server became ready; it said: {log}")
        yield Served(port)
    finally:
        server.terminate()
        server.wait(timeout=30)


def _is_ready(port: int) -> bool:
    try:
        return Browser(port).get("/healthz").status == 200
    except OSError:
        return False


def wait_until(holds: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < until, f"It did not come about that {what}"
        time.sleep(0.2)


def begin(teacher: Browser) -> str:
    """The first page of a new contact."""
    teacher.get("/mash/tell-us")
    return teacher.post("/mash/tell-us").location


def fill_in(teacher: Browser, address: str, *, until: str = "check", **changed: dict[str, Any]) -> str:
    """Answers page after page from ``address`` on, and returns the address of the page called ``until``."""
    pages = {**PAGES, **changed}
    for _ in range(40):
        if page_of(address) == until:
            return address
        answer = teacher.post(address, pages[page_of(address)])
        assert answer.status == 302, f"{address}: {answer.status}"
        address = answer.location
    raise AssertionError(f"The form did not come to {until}: {address}")


def words_of(answer: Answer) -> str:
    """The page's text as a person reads it."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.text)))
