"""A family at Tier 3, who leads its help, and a plan that is nearly ready to be agreed."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.casework.models import Episode
from kinfold.web.early_help import actions
from kinfold.web.early_help.models import Plan
from kinfold.web.people.models import Family
from kinfold.web.sharing.actions import record_agreement
from tests import factories
from tests.factories.days import A_WEEK_AGO, NOW, TODAY


@pytest.fixture
def family() -> Family:
    made = factories.family(children=2)
    for child in made.children:
        factories.address(child, ward="Fratton")
    made.father = factories.member(made, surname=made.name, born_on=A_WEEK_AGO.replace(year=1988))
    return made


@pytest.fixture
def episode(family: Family) -> Episode:
    return factories.episode(family, "early_help")


@pytest.fixture
def lead(episode: Episode) -> User:
    """The lead professional, with whom the family agreed to early help."""
    user = factories.worker(on=episode)
    factories.lead(episode, user)
    record_agreement(
        about=episode, person=episode.family.parent, purpose="early_help", agreed=True, given_how="in_person",
        given_on=A_WEEK_AGO, by=user, today=TODAY,
    )  # fmt: skip
    return user


@pytest.fixture
def colleague(episode: Episode) -> User:
    """Somebody at the school who is involved with the children."""
    user = factories.worker(Role.SAFEGUARDING_LEAD, on=episode)
    factories.lead(episode, user, role="school_contact")
    return user


@pytest.fixture
def stranger() -> User:
    return factories.worker()


@pytest.fixture
def plan(as_app: Callable, family: Family, episode: Episode, lead: User) -> Plan:
    """One goal, one action, shared with the mother; not yet agreed."""
    with as_app(lead):
        made = actions.write_plan(episode=episode, children=family.children, by=lead, at=NOW)
        goal = actions.add_goal(plan=made, title="Calm mornings", on=TODAY, by=lead)
        actions.promise(plan=made, text="We will ring", promised_by="service", promiser=lead, goal=goal, by=lead)
        actions.decide_sharing(plan=made, with_=family.parent, may_share=True, by=lead)
    return made


@pytest.fixture
def agreed_plan(as_app: Callable, plan: Plan, lead: User) -> Plan:
    with as_app(lead):
        return actions.agree_plan(plan=plan, by=lead, at=NOW)


@pytest.fixture
def asked() -> SimpleNamespace:
    """What a form posts for a date."""
    return SimpleNamespace(
        day=lambda name, on: {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}
    )
