"""The morning's job keeps forward plans going without anybody's press of a button."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.apps import apps

from kinfold.web.access.permissions import Role
from kinfold.web.core import clock
from kinfold.web.partnership import strategy, tasks
from kinfold.web.partnership.actions import boards
from kinfold.web.partnership.models import Board, DueReport
from tests.factories import worker

TODAY = date(2024, 6, 12)
NOW = datetime(2024, 6, 12, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def boards_there(monkeypatch: pytest.MonkeyPatch) -> None:
    strategy.load(apps)
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def test_every_board_that_is_looked_after_is_planned_and_no_other():
    officer = worker(Role.BOARD_SUPPORT)
    boards.support(board=Board.objects.get(key="semh"), team=officer.teams[0], by=officer, at=NOW)
    tasks.plan_ahead(0)
    tasks.plan_ahead(0)
    assert set(DueReport.objects.values_list("duty__board__key", "period")) == {
        ("semh", key) for key in ("2023-24-Q4", "2024-25-Q1", "2024-25-Q2", "2024-25-Q3", "2024-25-Q4")
    }


def test_a_report_that_comes_as_it_comes_is_never_due():
    officer = worker(Role.BOARD_SUPPORT)
    boards.support(board=Board.objects.get(key="cabinet_member"), team=officer.teams[0], by=officer, at=NOW)
    tasks.plan_ahead(0)
    assert not DueReport.objects.exists()
