"""A hub at work: a decision-maker, a manager, the teams that take families on, and contacts as they come in."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kinfold.web.access.models import Team, User
from kinfold.web.access.permissions import Role
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.mash.actions.deciding import Said
from kinfold.web.mash.deadline_kinds import CONTACT_DECISION, FEEDBACK_TO_REFERRER
from kinfold.web.mash.models import ChildWorry, Contact, ContactChild
from kinfold.web.people.models import Family
from tests import factories
from tests.factories.days import NOW

Told = Callable[..., ContactChild]


@pytest.fixture
def hub_team() -> Team:
    return factories.team("mash", name="The hub")


@pytest.fixture
def decider(hub_team: Team) -> User:
    return factories.worker(Role.MASH_DECISION_MAKER, team=hub_team)


@pytest.fixture
def manager(hub_team: Team) -> User:
    return factories.worker(Role.MASH_MANAGER, team=hub_team)


@pytest.fixture
def teacher() -> User:
    return factories.worker(Role.SAFEGUARDING_LEAD)


@pytest.fixture
def help_team() -> Team:
    return factories.team("early_help", name="Early Help North")


@pytest.fixture
def care_team() -> Team:
    return factories.team("social_care", name="Assessment team")


@pytest.fixture
def family() -> Family:
    made = factories.family(children=2, name="Pellworth")
    for child in made.children:
        factories.address(child, ward="Fratton")
    return made


@pytest.fixture
def told(teacher: User, hub_team: Team) -> Told:
    """A child in a contact that a teacher sent, on the clocks that sending starts."""

    def tell(
        contact: Contact | None = None, *, worries: tuple[str, ...] = ("neglect",), **fields: object
    ) -> ContactChild:
        of_contact = {name: fields.pop(name) for name in list(fields) if hasattr(Contact, name) and name != "ward"}
        if contact is None:
            contact = factories.contact(teacher, **of_contact)
            if not contact.anonymous:
                deadlines.start(FEEDBACK_TO_REFERRER, about=contact, at=contact.received_at, team=hub_team)
        child = factories.contact_child(contact, **fields)
        for worry in worries:
            ChildWorry.objects.create(child=child, record=contact.record, worry=worry)
        deadlines.start(CONTACT_DECISION, about=child, at=contact.received_at, team=hub_team)
        return child

    return tell


@pytest.fixture
def matched(told: Told, family: Family) -> Told:
    """The same, already known to be the family's eldest child."""

    def tell(contact: Contact | None = None, *, who: int = 0, **fields: object) -> ContactChild:
        child = told(contact, **fields)
        person = family.children[who]
        ContactChild.objects.filter(pk=child.pk).update(person=person, record=person.record)
        child.refresh_from_db()
        return child

    return tell


def said(decision: str, **more: object) -> Said:
    more.setdefault("rationale", "What the school saw, and what we know of the family.")
    more.setdefault("tier", 2)
    return Said(decision=decision, **more)


def words_in(answer: Any) -> str:
    """What stands in the box for the referrer's answer, as a browser would read it."""
    box = re.search(r'<textarea[^>]*name="words"[^>]*>(.*?)</textarea>', answer.content.decode(), re.DOTALL)
    assert box is not None
    return html.unescape(box[1]).strip()


BORN = date(2018, 3, 1)
__all__ = ["BORN", "NOW", "Told", "said", "words_in"]
