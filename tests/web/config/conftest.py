"""A server of the tests' own, so that starting, killing and losing it disturbs nobody."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kinfold.web.config import cluster
from kinfold.web.config.postgres_server import server_for


@contextmanager
def checkout_of_its_own(folder: Path) -> Iterator[Path]:
    """A checkout with a server of its own; the variables that would point elsewhere are unset."""
    with pytest.MonkeyPatch.context() as patch:
        for variable in cluster.SUPPLIED_BY.values():
            patch.delenv(variable, raising=False)
        patch.setattr(cluster, "CHECKOUT", folder)
        patch.setattr(cluster, "RECORD", folder / ".kinfold" / "database.json")
        try:
            yield folder
        finally:
            cluster.stop()
            shutil.rmtree(server_for(folder).folder, ignore_errors=True)


@pytest.fixture(scope="module")
def private_checkout(tmp_path_factory):
    with checkout_of_its_own(tmp_path_factory.mktemp("checkout")) as folder:
        yield folder


@pytest.fixture
def running(private_checkout):
    cluster.start()
    cluster.ensure_database("city")
    return private_checkout
