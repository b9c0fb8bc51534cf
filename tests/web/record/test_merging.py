"""The pages on which two records are compared, joined by two people, parted again and kept apart."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from kinfold.web.access.models import Grant, User
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core import clock
from kinfold.web.local.models import LocalValue
from kinfold.web.mash.models import ChildWorry, ContactChild
from kinfold.web.notices.models import Notice
from kinfold.web.people import actions
from kinfold.web.people.models import Address, FamilyMember, KeptApart, Merge, Person
from tests import factories
from tests.factories.days import LONG_AGO

WHY = {"reason": "Same NHS number"}


@pytest.fixture
def hub() -> User:
    return factories.worker(Role.MASH_DECISION_MAKER)


@pytest.fixture
def colleague(hub) -> User:
    return factories.worker(Role.MASH_MANAGER, team=hub.teams[0])


@pytest.fixture
def one_is_enough(hub):
    LocalValue.objects.create(key="second_person_for_merge", value=False, valid_from=LONG_AGO, set_by=hub)


def twins() -> tuple[Person, Person]:
    return factories.person(forename="Elsie", surname="Venning"), factories.person(forename="Elsie", surname="Vening")


def joined(browser, duplicate: Person, into: Person) -> Merge:
    browser.post(f"/people/{duplicate.pk}/same-person/{into.pk}", WHY)
    return Merge.objects.get(duplicate=duplicate, ended_at__isnull=True)


def test_two_people_look_at_both_before_they_are_one(hub, colleague, browser_of):
    one, other = twins()
    factories.address(other, line_1="5 Kept Road")
    factories.contact_child(factories.contact(), person=one)
    browser = browser_of(hub)
    assert f"/people/{one.pk}/same-person/{other.pk}" in browser.get(f"/people/{one.pk}/same-person").text
    compared = browser.get(f"/people/{one.pk}/same-person/{other.pk}").text
    for words in ("Vening", "5 Kept Road", "1 contact to the MASH", "Somebody else must look"):
        assert words in compared, words

    merge = joined(browser, one, other)
    assert Person.objects.get(pk=one.pk).merged_into is None
    assert "Somebody else must look at both" in browser.get(f"/children/{other.pk}").text
    browser.post(f"/people/joined/{merge.pk}", {"agree": "yes"})
    assert Person.objects.get(pk=one.pk).merged_into is None  # one person twice is not two
    told = Notice.objects.get(user=colleague, about_id=merge.pk)
    assert "Elsie" not in told.words
    second = browser_of(colleague)
    assert "Same NHS number" in second.get(f"/people/joined/{merge.pk}").text
    second.post(f"/people/joined/{merge.pk}", {"agree": "yes"})

    assert Person.objects.get(pk=one.pk).merged_into == other
    assert Notice.objects.filter(user=hub, about_id=merge.pk).exists()
    assert "second record of the same person" in browser.get(f"/children/{one.pk}").text


def test_a_second_person_must_say_why_they_do_not_agree(hub, colleague, browser_of):
    merge = joined(browser_of(hub), *twins())
    second = browser_of(colleague)

    assert "There is a problem" in second.post(f"/people/joined/{merge.pk}", {"decline": "yes", "reason": ""}).text
    second.post(f"/people/joined/{merge.pk}", {"decline": "yes", "reason": "Born a year apart"})

    assert Merge.objects.get(pk=merge.pk).ended_reason == "Born a year apart"


def test_a_reason_is_asked_and_what_was_typed_stays(hub, browser_of):
    one, other = twins()
    answer = browser_of(hub).post(f"/people/{one.pk}/same-person/{other.pk}", {"reason": " "})

    assert "Say how you know that they are one person" in answer.text
    assert not Merge.objects.exists()


def test_what_was_added_while_they_were_joined_is_listed_and_each_may_be_placed(hub, browser_of, as_app, one_is_enough):
    one, other = twins()
    browser = browser_of(hub)
    merge = joined(browser, one, other)
    with as_app(hub):
        lives = actions.record_address(person=other, lines={"line_1": "3 Later Road"}, on=clock.today(), by=hub)
        actions.record_other_name(person=other, name="Elsie Marsh", kind="also", today=clock.today(), by=hub)
    contact = factories.contact_child(factories.contact(), person=other, record=other.record, matched_at=clock.now(),
                                      matched_by=hub)  # fmt: skip
    ChildWorry.objects.create(child=contact, worry="neglect", record=other.record)
    factories.status(other, "child_in_need")
    page = browser.get(f"/people/joined/{merge.pk}/two-people").text
    for words in ("3 Later Road", "Elsie Marsh", "Contact to the MASH of", "Child in need, since"):
        assert words in page, words

    placed = {f"address-{lives.pk}": "other", f"contactchild-{contact.pk}": "other", "reason": "Two girls"}
    browser.post(f"/people/joined/{merge.pk}/two-people", placed)

    assert Person.objects.get(pk=one.pk).merged_into is None
    assert Address.objects.get(pk=lives.pk).person == one
    moved = ContactChild.objects.get(pk=contact.pk)
    assert (moved.person, moved.record, ChildWorry.objects.get(child=moved).record) == (one, one.record, one.record)
    later = browser.get(f"/people/joined/{merge.pk}/two-people").text
    assert "Elsie Marsh" in later
    assert "3 Later Road" not in later


def test_both_chronologies_say_when_why_and_by_whom_they_were_joined_and_parted(hub, browser_of, one_is_enough):
    one, other = twins()
    factories.contact_child(factories.contact(), person=one)
    browser = browser_of(hub)
    merge = joined(browser, one, other)
    assert f"On the joined record of {one.name}" in browser.get(f"/children/{other.pk}/chronology?period=all").text
    browser.post(f"/people/joined/{merge.pk}/two-people", {"reason": "Two girls of that name"})

    for person in (one, other):
        shown = browser.get(f"/children/{person.pk}/chronology?period=all").text
        for words in ("Two records joined as one person", "Same NHS number", "parted again", "Two girls", hub.name):
            assert words in shown, words
    assert "Contact to the MASH" not in browser.get(f"/children/{other.pk}/chronology?period=all").text


def test_the_page_of_the_record_in_use_shows_what_both_knew(hub, browser_of, one_is_enough):
    one, other = twins()
    factories.address(one, line_1="8 Second Road")
    browser = browser_of(hub)
    joined(browser, one, other)

    assert "8 Second Road" in browser.get(f"/children/{other.pk}").text


def test_a_family_keeps_its_child_when_their_record_is_joined_with_another(hub, browser_of, one_is_enough):
    family = factories.family()
    kept = factories.person(forename="Kept", surname="Elsewhere")
    FamilyMember.objects.create(family=family, person=kept, record=family.record)
    browser = browser_of(hub)
    joined(browser, family.children[0], kept)

    shown = browser.get(f"/families/{family.pk}").text

    assert shown.count(f'href="/children/{kept.pk}"') == 1
    assert f'href="/children/{family.children[0].pk}"' not in shown


def test_whoever_may_not_see_the_record_in_use_reads_their_own_as_before(hub, browser_of, one_is_enough):
    family = factories.family()
    helper = factories.worker(Role.EARLY_HELP_LEAD, on=family)
    hidden = factories.person(forename="Hidden", record=factories.record("restricted"))
    Grant.objects.create(record=hidden.record, user=hub, reason="", started_at=clock.now() - timedelta(days=1))
    child = family.children[0]
    joined(browser_of(hub), child, hidden)
    browser = browser_of(helper)

    shown = browser.get(f"/children/{child.pk}").text

    assert "second record" not in shown
    assert str(hidden.pk) not in shown
    assert "Joined with" not in shown
    assert f'href="/children/{child.pk}"' in browser.get(f"/families/{family.pk}").text


def test_two_kept_apart_are_offered_to_nobody_and_refused_without_a_reason(hub, browser_of):
    one, other = twins()
    browser = browser_of(hub)
    browser.post(f"/people/{one.pk}/same-person/{other.pk}/never", {"reason": "Adopted in 2019"})
    assert KeptApart.objects.count() == 1

    mine = browser.get(f"/people/{one.pk}/same-person").text
    assert "Adopted in 2019" in mine
    stranger = browser_of(factories.worker(Role.MASH_MANAGER))
    offered = stranger.get(f"/people/{one.pk}/same-person").text
    assert str(other.pk) not in offered
    assert "Adopted" not in offered
    refused = stranger.post(f"/people/{one.pk}/same-person/{other.pk}", WHY).text
    assert "recorded as two different people" in refused
    assert "Adopted" not in refused
    for person in (one, other):
        assert "Adopted" not in stranger.get(f"/children/{person.pk}").text
    kept = AuditEvent.objects.get(action="person.kept_apart")
    assert kept.person_ids == []
    ended = re.search(r'href="(/people/kept-apart/[^"]+)"', mine)
    assert ended
    assert stranger.get(ended[1]).status_code == 404
    browser.post(ended[1], {"reason": "One girl after all"})
    assert str(other.pk) in stranger.get(f"/people/{one.pk}/same-person").text
