"""What every test of the application starts from: a database arranged as its owner and looked at as the app."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import User
from kinfold.web.access.row_security import APP

HERE = Path(__file__).parent
# Servers of their own; the look of pages, which asks no database.
WITHOUT_DATABASE = (HERE / "config", HERE / "core", HERE / "trouble")
BACKEND = "django.contrib.auth.backends.ModelBackend"
AsApp = Callable[[User | None], AbstractContextManager[None]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Each test here gets the database, and the connection for refusals; both are taken back when it ends."""
    for item in items:
        here = item.path.is_relative_to(HERE) and not any(map(item.path.is_relative_to, WITHOUT_DATABASE))
        if here and item.get_closest_marker("django_db") is None:
            item.add_marker(pytest.mark.django_db(databases=["default", "audit"]))


@contextmanager
def acting_as_app(user: User | None) -> Iterator[None]:
    """Until the block ends the database takes us for the app, and for this person."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {APP}")
    act_as(user)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
        act_as(None)


class AppClient(Client):
    """A browser whose every request reaches the database as the app, with row security on."""

    def request(self, **request: Any) -> Any:
        with acting_as_app(None):
            return super().request(**request)


@pytest.fixture
def as_app() -> AsApp:
    """``with as_app(worker): …`` — act and assert as that person, in the app's role."""
    return acting_as_app


@pytest.fixture
def browser_of() -> Callable[[User], AppClient]:
    """``browser_of(worker).get("/…")`` — a signed-in person's browser."""

    def signed_in(user: User) -> AppClient:
        browser = AppClient()
        browser.force_login(user, backend=BACKEND)
        return browser

    return signed_in
