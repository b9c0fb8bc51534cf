"""A hub that takes files in, and the police with a system of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kinfold.web.access import connecting
from kinfold.web.access.models import Agency, User
from kinfold.web.access.permissions import Role
from kinfold.web.mash.actions.delivering import deliver, take_in
from kinfold.web.mash.models import Delivery
from tests import factories
from tests.factories.days import NOW, TODAY

TakenIn = Callable[..., Delivery]


@pytest.fixture
def decider() -> User:
    return factories.worker(Role.MASH_DECISION_MAKER, team=factories.team("mash", name="The hub"))


@pytest.fixture
def police() -> Agency:
    agency = Agency.objects.create(name="Hampshire Constabulary", kind="police")
    agency.teams.create(name="Public protection", service="police")
    return agency


@pytest.fixture
def system(police: Agency) -> tuple[User, str]:
    """The police's own system, and its key."""
    administrator = factories.worker(Role.ACCOUNT_ADMINISTRATOR)
    return connecting.connect(agency=police, name="Notices", on=TODAY, by=administrator, at=NOW)


@pytest.fixture
def taken_in(decider: User, police: Agency, as_app) -> TakenIn:
    """``taken_in(content)`` — the hub takes a file of the police in, as the app."""

    def take(content: bytes, *, by: User = decider, way: Delivery.Way = Delivery.Way.FILE) -> Delivery:
        with as_app(by):
            delivery = deliver(agency=police, way=way, name="notices.csv", content=content, by=by, at=NOW)
            return take_in(delivery=delivery, by=by, at=NOW)

    return take
