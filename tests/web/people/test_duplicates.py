"""Nobody is recorded a second time unawares: likely people are shown first, and going on takes a reason."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core.ids import new_id
from kinfold.web.mash.models import ContactChild
from kinfold.web.people.models import FamilyMember, OtherName, Person, Relationship
from tests import factories

BORN = {"born_on-day": "9", "born_on-month": "4", "born_on-year": "2017"}
NEW = {"who": "child", "forename": "Lizzie", "surname": "Oke", **BORN}


@pytest.fixture
def hub() -> User:
    return factories.worker(Role.MASH_MANAGER)


@pytest.fixture
def known() -> Person:
    return factories.person(forename="Elizabeth", surname="Oke", born_on=date(2017, 4, 9))


def test_the_familys_page_shows_who_is_like_them_and_keeps_what_was_typed(hub, browser_of, known):
    family = factories.family()

    answer = browser_of(hub).post(f"/people/families/{family.pk}/add", NEW).text

    for words in ("Is it one of these?", "Another form of that name", "Choose one of them", 'value="Lizzie"',
                  str(known.pk)):  # fmt: skip
        assert words in answer, words
    assert not Person.objects.filter(forename="Lizzie").exists()


def test_going_on_takes_a_reason_which_the_audit_keeps(hub, browser_of, known):
    family, key = factories.family(), str(new_id())
    sent = NEW | {"key": key, "not_known": "Her cousin, her mother says"}
    browser = browser_of(hub)

    for _ in range(2):
        assert browser.post(f"/people/families/{family.pk}/add", sent)["Location"] == f"/children/{key}"

    made = AuditEvent.objects.get(action="person.created", person_ids=[key])
    assert made.details == {"reason": "Her cousin, her mother says"}


def test_whoever_is_on_file_joins_the_family_with_one_press(hub, browser_of, known):
    family = factories.family()
    browser = browser_of(hub)
    offered = browser.post(f"/people/families/{family.pk}/add", NEW).text
    assert f'action="/people/families/{family.pk}/add-known"' in offered

    browser.post(f"/people/families/{family.pk}/add-known", {"person": str(known.pk)})

    assert FamilyMember.objects.filter(family=family, person=known).exists()
    for odd in ("", "x", str(new_id())):
        assert browser.post(f"/people/families/{family.pk}/add-known", {"person": odd}).status_code == 404


def test_nobody_like_them_means_no_question(hub, browser_of):
    answer = browser_of(hub).post(f"/people/families/{factories.family().pk}/add", NEW | {"surname": "Unheardof"})

    assert answer.status_code == 302


def test_a_relative_on_file_is_chosen_instead_of_recorded_again(hub, browser_of):
    child = factories.family().children[0]
    gran = factories.person(forename="Peggy", surname="Tolliver", born_on=None)
    said = {"related": "new", "forename": "Peggy", "surname": "Tolliver", "kind": "grandparent",
            "parental_responsibility": "no"}  # fmt: skip
    browser = browser_of(hub)

    offered = browser.post(f"/people/{child.pk}/relationship", said).text
    assert f'value="{gran.pk}"' in offered
    assert "Is it one of these?" in offered
    browser.post(f"/people/{child.pk}/relationship", said | {"related": str(gran.pk)})

    assert Relationship.objects.get(person=child, kind="grandparent").related == gran
    assert Person.objects.filter(surname="Tolliver").count() == 1


def test_a_relative_whom_one_may_not_see_cannot_be_chosen(hub, browser_of):
    child = factories.family().children[0]
    hidden = factories.person(record=factories.record("restricted"))
    said = {"related": str(hidden.pk), "kind": "grandparent", "parental_responsibility": "no"}

    assert "There is a problem" in browser_of(hub).post(f"/people/{child.pk}/relationship", said).text


def test_the_hub_is_shown_who_is_like_a_child_before_they_are_recorded(hub, browser_of, known):
    child = factories.contact_child(factories.contact(), described_forename="Lizzie", described_surname="Oke")
    browser = browser_of(hub)
    where = f"/mash/contacts/child/{child.pk}/new-person"
    version = re.search(r'name="version" value="(\d+)"', browser.get(where).text)
    assert version
    told = {"forename": "Lizzie", "surname": "Oke", "unborn": "no", "family": "new", "version": version[1], **BORN}

    shown = browser.post(where, told).text
    assert "Is it one of these?" in shown
    assert "This is the child" in shown
    assert not Person.objects.filter(forename="Lizzie").exists()
    browser.post(where, told | {"not_known": "Her aunt says she has just come here"})

    recorded = ContactChild.objects.get(pk=child.pk).person
    assert recorded
    assert recorded.forename == "Lizzie"


def test_another_name_has_the_days_between_which_it_was_theirs(hub, browser_of):
    person = factories.person()
    when = {"used_from-day": "1", "used_from-month": "2", "used_from-year": "2010", "used_until-day": "3",
            "used_until-month": "5", "used_until-year": "2019"}  # fmt: skip
    browser = browser_of(hub)
    browser.post(f"/people/{person.pk}/other-name", {"name": "Helena Trelawney", "kind": "former", **when})

    assert "Helena Trelawney (from 1 February 2010 until 3 May 2019)" in browser.get(f"/children/{person.pk}").text
    wrong = browser.post(f"/people/{person.pk}/other-name", {"name": "X", "kind": "also", **when,
                                                             "used_until-year": "2001"})  # fmt: skip
    assert "The last day must follow the first" in wrong.text
    assert OtherName.objects.filter(person=person).count() == 1
