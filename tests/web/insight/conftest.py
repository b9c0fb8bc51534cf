"""A release of a small city's figures: counted once a session, put into each test's database."""

from __future__ import annotations

from collections.abc import Callable
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
from kinfold.web.intake.actions import asking, filling, publishing, signing
from kinfold.web.intake.models import Return
from kinfold.web.local.models import LocalValue
from kinfold.web.partnership import strategy
from kinfold.web.partnership.models import Duty, Priority
from tests import factories
from tests.factories import worker
from tests.indicators.gathering.test_published_file import OHID, file_of
from tests.web.intake.conftest import POLICE, figures

TODAY = date(2024, 6, 12)
NOW = datetime(2024, 6, 12, 9, 0, tzinfo=UTC)
QUARTER, SO_FAR = "2023-24-Q4", "2024-25-Q1"
# The quarters whose groups a page can show; with those of every other, each test would write 100,000 rows more.
BROKEN_DOWN = ("2023-24-Q1", "2023-24-Q2", "2023-24-Q3", QUARTER, SO_FAR)

Sign = Callable[..., Return]


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


@pytest.fixture
def contact() -> User:
    team = factories.team("police", agency=factories.agency("police", name=POLICE))
    return factories.worker(Role.AGENCY_DATA_CONTACT, team=team)


@pytest.fixture
def sign(contact: User, analyst: User) -> Sign:
    """``sign("2023-24-Q4", 12)`` sends every police figure of the quarter and signs them, again where they are."""

    def signed(period: str, number: int, reason: str = "") -> Return:
        asking.ask(period=period, by=analyst, now=NOW, today=TODAY)
        of = Return.objects.get(period=period)
        if reason:
            signing.reopen(of=of, reason=reason, version=of.version, by=contact)
        for key, typed in figures(period, number).items():
            version = getattr(of.answers.filter(indicator=key).first(), "version", 0)
            filling.save(of=of, indicator=key, typed=typed, note="Checked", version=version, by=contact, now=NOW)
        of.refresh_from_db()
        signing.sign_off(of=of, version=of.version, by=contact, now=NOW, today=TODAY)
        return of

    return signed


@pytest.fixture
def suppressed(analyst: User) -> None:
    LocalValue.objects.create(
        key="board_small_numbers", value="suppressed", valid_from=TODAY, set_by=analyst, reason="The board asked"
    )


def publish(by: User, *lines: dict[str, str]) -> None:
    publishing.load(
        publisher=OHID, title="Injuries", published_on=TODAY, licence="Open Government Licence v3.0", address="",
        name="a.csv", content=file_of(*lines), by=by, now=datetime(2024, 6, 1, tzinfo=UTC), today=TODAY,
    )  # fmt: skip
