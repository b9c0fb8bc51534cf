"""What to mind before a visit: recorded with a reason, shown to those who may see the person, and looked at again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.deadlines.models import Deadline
from kinfold.web.people.models import Caution, Family
from kinfold.web.people.selectors import heads
from kinfold.web.record import actions
from tests import factories
from tests.factories.days import NOW, TODAY

DOG = "Ask about the dog before you visit"


@pytest.fixture
def hub() -> User:
    return factories.worker(Role.MASH_MANAGER)


@pytest.fixture
def family() -> Family:
    return factories.family(2)


def about(person, by: User, kind: str = "dog", **more) -> Caution:
    return actions.record_caution(person=person, kind=kind, reason="It bit a postman in May", by=by, at=NOW, **more)


def flagged(viewer: User, person) -> bool:
    return any(flag == {"text": DOG, "tone": "yellow"} for flag in heads(viewer, [person], TODAY)[person.pk].flags)


def test_the_head_of_every_page_says_what_to_do_and_only_its_own_page_says_why(hub, browser_of, family):
    child, browser = family.children[0], browser_of(hub)
    saved = browser.post(
        f"/people/{child.pk}/something-to-mind",
        {"kind": "dog", "about": "person", "reason": "It bit a postman in May"},
    )
    caution = Caution.objects.get(person=child)

    assert saved.headers["Location"] == f"/children/{child.pk}"
    for page in (f"/children/{child.pk}", f"/families/{family.pk}"):
        shown = browser.get(page).text
        head = shown[shown.index('class="kf-case"') : shown.index("govuk-grid-row")]
        assert DOG in head
        assert "postman" not in head
    one = browser.get(f"/people/to-mind/{caution.pk}").text
    assert "It bit a postman in May" in one
    assert hub.name in one
    assert browser_of(factories.worker()).get(f"/people/to-mind/{caution.pk}").status_code == 404
    history = browser.get(f"/children/{child.pk}/chronology?period=all").text
    assert f"To mind: {DOG}" in history
    assert f"/people/to-mind/{caution.pk}" in history
    assert "postman" not in history + browser.get(f"/children/{child.pk}").text


def test_what_is_said_of_a_home_stands_with_whoever_lives_there_and_with_nobody_who_left(hub, family):
    one, other = family.children
    home = factories.address(one, line_1="1 Example Road", postcode="PO1 1AA")
    factories.address(other, line_1="1 Example Road", postcode="PO1 1AA")
    about(one, hub, home=home)
    assert flagged(hub, one)
    assert flagged(hub, other)

    home.ended_on = TODAY
    home.save()

    assert not flagged(hub, one)
    assert flagged(hub, other)


def test_a_home_whose_address_is_secret_is_not_minded_by_those_who_may_not_know_it(hub, family):
    child = family.children[0]
    about(child, hub, home=factories.address(child, record=factories.record("sealed"), confidential=True))

    assert not flagged(factories.worker(on=family), child)


def test_what_was_said_of_a_second_record_stands_with_the_one_in_use(hub, family):
    child, second = family.children
    about(second, hub)
    second.merged_into = child
    second.save()

    assert flagged(hub, child)


def test_looking_at_it_again_keeps_what_was_said_and_starts_the_clock_anew(hub, browser_of, family):
    first = about(family.parent, hub)
    (clock,) = Deadline.objects.filter(about_id=first.pk)
    assert (clock.user, clock.due) == (hub, TODAY + timedelta(weeks=26))

    browser_of(hub).post(f"/people/to-mind/{first.pk}", {"still": "still", "reason": "The dog is still there"})

    second = Caution.objects.in_force().get(person=family.parent)
    clock.refresh_from_db()
    assert (second.renews, second.reason) == (first, "The dog is still there")
    assert clock.met_at is not None
    assert Deadline.objects.open().filter(about_id=second.pk).count() == 1
    page = browser_of(hub).get(f"/people/to-mind/{second.pk}").text
    assert "It bit a postman in May" in page
    with pytest.raises(ValidationError, match="looked at this meanwhile"):
        actions.end_caution(caution=first, reason="It is gone", by=hub, at=NOW)


def test_what_ended_is_no_flag_any_more_and_stays_in_the_chronology_and_the_audit(hub, browser_of, family):
    child, browser = family.children[0], browser_of(hub)
    caution = about(child, hub)
    browser.post(f"/people/to-mind/{caution.pk}", {"still": "over", "reason": "The dog has moved to the coast"})

    assert not flagged(hub, child)
    assert "No longer to mind" in browser.get(f"/children/{child.pk}/chronology?period=all").text
    assert "The dog has moved to the coast" in browser.get(f"/people/to-mind/{caution.pk}").text
    assert set(AuditEvent.objects.filter(action__startswith="caution.").values_list("action", flat=True)) == {
        "caution.recorded", "caution.ended", "caution.read",
    }  # fmt: skip


def test_a_reason_is_asked_for_and_the_same_is_not_said_twice(hub, browser_of, family):
    child = family.children[0]
    address = f"/people/{child.pk}/something-to-mind"
    empty = browser_of(hub).post(address, {"kind": "dog", "about": "person", "reason": " "})
    assert "Say why" in empty.text
    about(child, hub)
    again = browser_of(hub).post(address, {"kind": "dog", "about": "person", "reason": "A second dog"})

    assert "This is recorded already" in again.text
    assert "A second dog" in again.text
    with pytest.raises(NotVisible):
        about(child, factories.worker())
