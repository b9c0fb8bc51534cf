"""A release of a small city's figures: counted once a session, put into each test's database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from kinfold import city
from kinfold.dataset import write
from kinfold.indicators.engine.figures import Figure as Counted
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.core import clock
from kinfold.web.insight import computing, folders
from kinfold.web.insight.models import Release
from kinfold.web.partnership import strategy
from kinfold.web.partnership.models import Duty, Priority
from tests.factories import worker

TODAY = date(2024, 6, 12)
NOW = datetime(2024, 6, 12, 9, 0, tzinfo=UTC)
QUARTER, SO_FAR = "2023-24-Q4", "2024-25-Q1"
# The quarters whose groups a page can show; with those of every other, each test would write 100,000 rows more.
BROKEN_DOWN = ("2023-24-Q1", "2023-24-Q2", "2023-24-Q3", QUARTER, SO_FAR)


@dataclass(frozen=True)
class CountedCity:
    dataset: Path
    numerators: Path
    figures: list[Counted]
    hidden: list[bool]


@pytest.fixture(scope="session")
def counted(tmp_path_factory: pytest.TempPathFactory) -> CountedCity:
    folder = tmp_path_factory.mktemp("release")
    dataset, numerators = folder / "dataset", folder / "numerators"
    write(dataset, city.build(700, 2, 5, date(2024, 6, 11)))
    figures, hidden = computing.counted_in(dataset, TODAY)
    computing.list_rows(dataset, numerators, TODAY)
    read = [each for each in zip(figures, hidden, strict=True) if each[0].by is None or each[0].period in BROKEN_DOWN]
    return CountedCity(dataset, numerators, [one for one, _ in read], [is_hidden for _, is_hidden in read])


@pytest.fixture(autouse=True)
def at_the_time(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages' day is the tests' day, and releases stand in a folder of the test's own."""
    settings.RELEASES = tmp_path / "releases"
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def release(counted: CountedCity) -> Release:
    made = Release.objects.create(
        state="complete", step="keeping", heard_from_at=NOW, finished_at=NOW, as_at=computing.known_to(TODAY)
    )
    computing.keep(made, counted.figures, counted.hidden)
    folders.of(made.pk).mkdir(parents=True)
    folders.numerators(made.pk).symlink_to(counted.numerators)
    return made


@pytest.fixture
def strategies() -> None:
    from django.apps import apps

    strategy.load(apps)


@pytest.fixture
def priority(strategies: None) -> Priority:
    return Priority.objects.get(key="priority_1")


@pytest.fixture
def duty(strategies: None) -> Duty:
    """The Early Help Board's quarterly report."""
    return Duty.objects.get(board__key="early_help_board", cycle="quarterly")


@pytest.fixture
def analyst() -> User:
    return worker(Role.ANALYST, name="Ada Lovell", post="Partnership analyst")


@pytest.fixture
def chair() -> User:
    return worker(Role.BOARD_CHAIR, name="Bo Chair", post="Chair, Early Help Board")
