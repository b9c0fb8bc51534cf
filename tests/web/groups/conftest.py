"""A group that a team runs, somebody of that team, and a family whose father comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

import pytest

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.directory.models import Organisation, Service
from kinfold.web.groups.actions import sessions
from kinfold.web.groups.actions.sessions import Told
from kinfold.web.groups.models import Session
from kinfold.web.people.models import Family, Person
from tests import factories
from tests.factories.days import LONG_AGO_AT, NOW, TODAY

MORNING = time(9, 30)


def service(name: str = "Dadzclub", **told: Any) -> Service:
    run = Organisation.objects.get_or_create(name="Harbour Hubs")[0]
    return Service.objects.create(
        organisation=run, name=name, description="For fathers.", changed_at=NOW, created_at=LONG_AGO_AT, **told
    )


@dataclass
class Arranged:
    service: Service
    runs: User
    family: Family
    as_app: Any

    @property
    def father(self) -> Person:
        return self.family.parent

    def add(self, person: Person | None = None, on: date = TODAY, **said: Any) -> Any:
        with self.as_app(self.runs):
            return sessions.add_to_register(
                service=self.service, person=person or self.father, on=on, by=self.runs, at=NOW,
                **{"knows": True, **said},
            )  # fmt: skip

    def meet(self, on: date = TODAY, at: time = MORNING, by: User | None = None, **said: Any) -> Session:
        by = by or self.runs
        led = {} if said.get("cancelled_because") or "led_by" in said else {"led_by": by}
        with self.as_app(by):
            return sessions.record_session(
                service=self.service, told=Told(on, at, **led, **said), by=by, at=said.pop("now", NOW)
            )


@pytest.fixture
def group(as_app: Any) -> Arranged:
    """It meets on Wednesday mornings; the family is known to whoever runs it."""
    family = factories.family(children=1, name="Whitlock")
    runs = factories.worker(on=family)
    opening = [{"day": "WE", "opens_at": "09:30", "closes_at": "11:30"}]
    return Arranged(service(team=runs.teams[0], opening=opening), runs, family, as_app)


@pytest.fixture
def colleague(group: Arranged) -> User:
    """Of the same team, and involved with nobody."""
    return factories.person_in_role(Role.EARLY_HELP_LEAD, team=group.runs.teams[0])
