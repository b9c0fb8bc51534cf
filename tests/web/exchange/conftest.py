"""A small city in files, and a folder of the test's own for what stands beside the database."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kinfold import city
from kinfold.dataset import write


@pytest.fixture(scope="session")
def small_city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("city")
    write(folder, city.build(1500, 2, 11, date(2026, 3, 31)))
    return folder


@pytest.fixture(scope="session")
def smallest_city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("smallest_city")
    write(folder, city.build(120, 1, 3, date(2026, 3, 31)))
    return folder


@pytest.fixture(autouse=True)
def beside_the_database(settings: Any, tmp_path: Path) -> Path:
    settings.CARRIED = tmp_path / "carried"
    return tmp_path / "carried"
