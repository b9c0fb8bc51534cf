"""A quarter that has ended: the police have been asked for its figures, and one of them fills them in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from kinfold.indicators.gathering import asked_of, boxes_of
from kinfold.web.access.models import Agency, User
from kinfold.web.access.permissions import Role
from kinfold.web.intake.actions import asking, filling, signing
from kinfold.web.intake.models import Return
from tests import factories

POLICE = "Hampshire Constabulary"
QUARTER, NEXT_QUARTER = "2024-25-Q1", "2024-25-Q2"
JULY = datetime(2024, 7, 3, 9, 0, tzinfo=UTC)
OCTOBER = datetime(2024, 10, 2, 9, 0, tzinfo=UTC)

Fill = Callable[..., Return]


@pytest.fixture
def police() -> Agency:
    return factories.agency("police", name=POLICE)


@pytest.fixture
def contact(police: Agency) -> User:
    return factories.worker(Role.AGENCY_DATA_CONTACT, team=factories.team("police", agency=police))


@pytest.fixture
def analyst() -> User:
    return factories.worker(Role.ANALYST)


@pytest.fixture
def asked(contact: User, analyst: User) -> Return:
    """April to June 2024, asked for on 3 July."""
    (made,) = asking.ask(period=QUARTER, by=analyst, now=JULY, today=JULY.date())
    return made


def figures(period: str = QUARTER, number: int = 0) -> dict[str, dict[str, str]]:
    """What can be typed of every police figure: `number` in the first group of each breakdown and in the whole."""
    typed: dict[str, dict[str, str]] = {}
    for one in asked_of(POLICE, period):
        first = {(by, groups[0]) for by, groups in one.breakdowns} | {("", "")}
        typed[one.key] = {box.name: str(number if (box.by, box.group) in first else 0) for box in boxes_of(one)}
    return typed


@pytest.fixture
def fill(contact: User) -> Fill:
    """``fill(a_return, number=12)`` saves every figure of it."""

    def filled(of: Return, *, number: int = 0, now: datetime = JULY) -> Return:
        for key, typed in figures(of.period, number).items():
            version = getattr(of.answers.filter(indicator=key).first(), "version", 0)
            filling.save(of=of, indicator=key, typed=typed, note="", version=version, by=contact, now=now)
        return of

    return filled


@pytest.fixture
def signed(asked: Return, contact: User, fill: Fill) -> Return:
    fill(asked, number=12)
    signing.sign_off(of=asked, version=asked.version, by=contact, now=JULY, today=JULY.date())
    asked.refresh_from_db()
    return asked
