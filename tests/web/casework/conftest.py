"""A family, who helps it, and the deadline and notice pages that the engines point at."""

from collections.abc import Callable

import pytest

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.people.models import Family, Person
from kinfold.web.sharing.actions import record_agreement
from tests import factories
from tests.factories.days import A_WEEK_AGO, TODAY


@pytest.fixture
def family() -> Family:
    made = factories.family(children=2)
    for child in made.children:
        factories.address(child, ward="Fratton")
    return made


@pytest.fixture
def lead(family: Family) -> User:
    """A lead professional in the Family Support service, to whom the family's file is open."""
    return factories.worker(on=family, team=factories.team("family_support"))


@pytest.fixture
def manager() -> User:
    """The manager of an Early Help team that does not yet know the family."""
    return factories.worker(Role.EARLY_HELP_MANAGER)


@pytest.fixture
def social_worker() -> User:
    return factories.worker(Role.SOCIAL_WORKER)


@pytest.fixture
def hub() -> User:
    return factories.worker(Role.MASH_DECISION_MAKER)


@pytest.fixture
def agreed() -> Callable[..., object]:
    def record(episode: object, person: Person, by: User, purpose: str = "early_help", agreed: bool = True) -> object:
        return record_agreement(
            about=episode, person=person, purpose=purpose, agreed=agreed, given_how="in_person", given_on=A_WEEK_AGO,
            by=by, today=TODAY,
        )  # fmt: skip

    return record
