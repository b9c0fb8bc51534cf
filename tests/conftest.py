"""What holds for every test: the database is up, nothing is asked of the outside world, Chromium is Debian's."""

from __future__ import annotations

import ipaddress
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from playwright.sync_api import Playwright, sync_playwright

from kinfold.web.config import cluster
from tests.migrated import migrated

CHROMIUM = Path("/usr/bin/chromium")


def pytest_configure() -> None:
    cluster.start()
    # A browser test leaves Playwright's event loop running in this thread, where Django would then refuse the database.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    sys.addaudithook(_refuse_the_outside_world)


def _refuse_the_outside_world(event: str, arguments: tuple[Any, ...]) -> None:
    """No sockets but loopback: a test that needs the internet is a test that fails on a train."""
    if event != "socket.connect":
        return
    address = arguments[1]
    if not isinstance(address, tuple):  # a Unix socket
        return
    host = address[0]
    try:
        outside = not ipaddress.ip_address(host).is_loopback
    except ValueError:
        outside = host != "localhost"
    if outside:
        raise ConnectionRefusedError(f"a test tried to reach {host}; only this machine may be reached")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """The test database is a copy of one with every table in it. On a supplied server it is migrated from nothing."""
    if not cluster.supplied():
        connections["default"].settings_dict["TEST"]["TEMPLATE"] = migrated()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:
    """The connection on which refusals are written is closed too, before the test database is taken away."""
    yield
    connections["audit"].close()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Django keeps connections of their own for where an event loop runs, as one does from here to the end.

    Those of before and of here are closed when they go out of sight; else the test database could not be dropped.
    """
    connections.close_all()
    with sync_playwright() as started:
        yield started
        connections.close_all()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    if not CHROMIUM.exists():
        pytest.fail("Chromium is not installed, and the browser tests need it: apt-get install chromium")
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    as_root = ["--no-sandbox"] if os.getuid() == 0 else []
    return browser_type_launch_args | {"executable_path": str(CHROMIUM), "args": [*as_root, *quiet]}
