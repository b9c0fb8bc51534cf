"""Journeys run in a real browser against a real server, which serves a small imaginary city as the app role."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from kinfold.web.config import cluster
from tests.migrated import copy

CHILDREN = os.environ.get("KINFOLD_JOURNEY_CHILDREN", "900")
NAME = "test_kinfold_journeys" + os.environ.get("PYTEST_XDIST_WORKER", "")
DEMO = os.environ.get("KINFOLD_JOURNEYS_AT")  # a demonstration to walk in instead, such as http://127.0.0.1:8000
PICTURES = os.environ.get("KINFOLD_PICTURES")  # a folder: every page looked at is also kept as a picture
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}

expect.set_options(timeout=10_000)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with a freshly loaded city; both go when the session ends."""
    if DEMO:
        yield DEMO
        return
    city = tmp_path_factory.mktemp("city")
    log = tmp_path_factory.mktemp("log") / "serve.log"
    copy(NAME)
    _kinfold("city", "--children", CHILDREN, "--years", "2", "--seed", "7", "--out", str(city))
    _kinfold("load", str(city), "--name", NAME)
    _kinfold("personas", "--name", NAME)
    _kinfold("demo", "fill-returns", "--name", NAME)
    _kinfold("figures", "--name", NAME)
    port = _free_port()
    with log.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "kinfold.cli", "serve", "--name", NAME, "--port", str(port), "--workers", "1"],
            env=os.environ | {"KINFOLD_DEMO": "1", "KINFOLD_ROLE": "app", "KINFOLD_DATABASE": NAME},
            stdout=out,
            stderr=out,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, server, log)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)
        cluster.drop_database(NAME)


@pytest.fixture
def as_persona(browser: Browser, served: str) -> Iterator[Callable[..., Page]]:
    """``as_persona("mash-manager")`` opens a browser of that person's own, signed in; ``narrow=True`` for a phone."""
    opened = []

    def open_as(slug: str, *, narrow: bool = False, scripts: bool = True) -> Page:
        context = browser.new_context(
            base_url=served, viewport=NARROW if narrow else WIDE, locale="en-GB", java_script_enabled=scripts
        )
        opened.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"The page's script failed: {error}"))
        page.goto(f"/demo/as/{slug}")
        return page

    yield open_as
    for context in opened:
        context.close()


@pytest.fixture
def looked_at(request: pytest.FixtureRequest) -> Callable[..., None]:
    """``looked_at(page, "name")``: no axe violations, and a picture of it where pictures are kept."""

    def look(page: Page, name: str) -> None:
        page.wait_for_load_state()  # a click returns when the next page has begun: axe would look at half of it
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        if PICTURES:
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            width = page.viewport_size["width"] if page.viewport_size else 0
            page.screenshot(path=f"{PICTURES}/{name}-{width}.png", full_page=True)

    return look


def _kinfold(*verb: str) -> None:
    done = subprocess.run([sys.executable, "-m", "kinfold.cli", *verb], capture_output=True, text=True)
    assert done.returncode == 0, f"kinfold {' '.join(verb)}: {done.stderr}"


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"The server did not start: {log.read_text()}")
