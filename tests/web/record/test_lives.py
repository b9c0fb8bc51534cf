"""A birth, a death and a move: said once, at the head of the page, and told to whoever helps without a name."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.core.versions import StaleVersion
from kinfold.web.notices.models import Notice
from kinfold.web.people.models import Family, Person
from kinfold.web.people.selectors import heads
from kinfold.web.record.actions.lives import record_birth, record_death, record_move_away, record_return
from tests import factories
from tests.factories.days import NOW, TODAY


@pytest.fixture
def hub() -> User:
    return factories.worker(Role.MASH_MANAGER)


@pytest.fixture
def family() -> Family:
    return factories.family(1)


@pytest.fixture
def child(family) -> Person:
    return family.children[0]


@pytest.fixture
def helper(family) -> User:
    user = factories.worker()
    factories.lead(factories.episode(family, "early_help"), user)
    return user


def flags(viewer: User, person: Person) -> list[str]:
    return [flag["text"] for flag in heads(viewer, [person], TODAY)[person.pk].flags if not isinstance(flag, str)]


def test_the_expected_child_keeps_their_file_when_they_are_born(as_app, hub):
    baby = factories.person(forename="", surname="Larch", born_on=None, unborn=True, expected_on=TODAY)
    with as_app(hub):
        record_birth(person=baby, born_on=TODAY, facts={"forename": "Wren"}, by=hub, at=NOW)
        with pytest.raises(ValidationError, match="born already"):
            record_birth(person=baby, born_on=TODAY, facts={}, by=hub, at=NOW)
    baby.refresh_from_db()
    assert (baby.unborn, baby.born_on, baby.forename) == (False, TODAY, "Wren")


def test_a_death_stands_at_the_head_of_the_page_and_their_age_stands_still(as_app, hub, child, helper):
    on = date(child.born_on.year + 5, child.born_on.month, child.born_on.day)
    with as_app(hub):
        record_death(person=child, died_on=on, by=hub, at=NOW)
        assert flags(hub, child) == [f"Died {on:%-d %B %Y}"]
        assert heads(hub, [child], TODAY)[child.pk].age == "5"
    told = Notice.objects.get()
    assert told.user == helper
    assert child.name not in told.words


def test_nobody_dies_before_they_live_or_after_today(as_app, hub, child):
    baby = factories.person(born_on=None, unborn=True, expected_on=TODAY)
    with as_app(hub):
        with pytest.raises(ValidationError, match="not born yet"):
            record_death(person=baby, died_on=TODAY, by=hub, at=NOW)
        for on in (TODAY + timedelta(days=1), child.born_on - timedelta(days=1)):
            with pytest.raises(ValidationError):
                record_death(person=Person.objects.get(pk=child.pk), died_on=on, by=hub, at=NOW)


def test_a_move_says_where_to_and_what_was_passed_on_until_they_come_back(as_app, hub, child):
    with as_app(hub):
        record_move_away(person=child, on=TODAY, to="Southampton", passed_on="Rang their MASH.", by=hub, at=NOW)
        assert flags(hub, child) == [f"Moved away to Southampton, {TODAY:%-d %B %Y}"]
        record_return(person=child, by=hub, at=NOW)
        assert flags(hub, child) == []


def test_where_an_address_is_secret_the_head_does_not_say_where_to(as_app, hub, child):
    Person.objects.filter(pk=child.pk).update(has_confidential_address=True)
    child.refresh_from_db()
    with as_app(hub):
        record_move_away(person=child, on=TODAY, to="Southampton", passed_on="Rang their MASH.", by=hub, at=NOW)
        assert flags(hub, child) == [f"Moved away, {TODAY:%-d %B %Y}"]


def test_two_editors_notice_each_other(as_app, hub, child, browser_of):
    stale = child.version
    with as_app(hub):
        record_move_away(person=child, on=TODAY, to="Southampton", passed_on="Rang.", by=hub, at=NOW)
        with pytest.raises(StaleVersion):
            record_death(person=Person.objects.get(pk=child.pk), died_on=TODAY, by=hub, at=NOW, version=stale)
    page = f"/people/{child.pk}/died"
    said = {"died_on-day": "1", "died_on-month": "6", "died_on-year": "2024", "version": str(stale)}
    assert browser_of(hub).post(page, said).status_code == 409
    child.refresh_from_db()
    assert child.died_on is None
    assert "They live here again" in browser_of(hub).get(f"/children/{child.pk}").content.decode()
    assert browser_of(hub).post(f"/people/{child.pk}/came-back").status_code == 302
