"""The demonstration's returns are sent as an agency would send them, and the persona's newest is left to fill in."""

from __future__ import annotations

import pytest

from kinfold.web.access.models import User
from kinfold.web.access.personas import PERSONAS
from kinfold.web.config import personas, returns
from kinfold.web.intake.models import Return, ReturnedFigure, ReturnVersion
from tests.factories import agency, team
from tests.web.intake.conftest import OCTOBER, POLICE

COUNCIL = "Portsmouth City Council"


@pytest.fixture
def settled(monkeypatch) -> User:
    monkeypatch.setattr(returns, "QUARTERS", 2)
    for name, kind, service in ((POLICE, "police", "police"), (COUNCIL, "council", "business_unit")):
        team(service, agency=agency(kind, name=name))
    personas.settle(today=OCTOBER.date())
    return User.objects.get(email=PERSONAS["agency-contact"].email)


def states() -> dict[tuple[str, str], str]:
    return {(one.agency.name, one.period): one.state for one in Return.objects.select_related("agency")}


def test_all_but_the_personas_newest_are_signed_and_a_second_run_changes_nothing(settled):
    assert returns.fill(now=OCTOBER, today=OCTOBER.date()) == 3
    made = states()
    assert made == {
        (COUNCIL, "2024-25-Q1"): "signed", (COUNCIL, "2024-25-Q2"): "signed",
        (POLICE, "2024-25-Q1"): "signed", (POLICE, "2024-25-Q2"): "open",
    }  # fmt: skip
    assert returns.fill(now=OCTOBER, today=OCTOBER.date()) == 0
    assert states() == made


def test_a_person_signed_each_and_every_note_says_that_it_is_invented(settled):
    returns.fill(now=OCTOBER, today=OCTOBER.date())
    assert set(ReturnedFigure.objects.filter(by="").values_list("note", flat=True)) == {
        "Invented for the demonstration."
    }
    signed = {version.agency.name: version.signed_off_by for version in ReturnVersion.objects.all()}
    assert signed[POLICE] == settled
    assert signed[COUNCIL].email is None
    assert all(version.signed_off_at <= OCTOBER for version in ReturnVersion.objects.all())
