"""Telling the hub without an account: kept once, limited, said safely, and open to nobody who sent it."""

from __future__ import annotations

from uuid import uuid4

import pytest

from kinfold.web.access.models import Grant, User
from kinfold.web.access.permissions import Role
from kinfold.web.deadlines.models import Deadline
from kinfold.web.local.models import LocalValue
from kinfold.web.mash.models import Contact, ContactChild, PublicSending
from kinfold.web.mash.selectors.board import board
from tests import factories
from tests.web.conftest import AppClient

CHILD, ME = "/worried/about-a-child", "/worried/about-me"


def worried(**changed: object) -> dict[str, object]:
    return {"once": str(uuid4()), "child": "Boy, about 6", "worries": ["neglect"], "source": "1B",
            "what_happened": "He was out in the rain at ten at night.", **changed}  # fmt: skip


def young(**changed: object) -> dict[str, object]:
    return {"once": str(uuid4()), "what_happened": "I am scared to go home.", **changed}


def send(address: str, said: dict[str, object], network: str = "8.8.8.8") -> str:
    return str(AppClient().post(address, said, REMOTE_ADDR=network).content.decode())


@pytest.fixture
def decider() -> User:
    return factories.worker(Role.MASH_DECISION_MAKER, team=factories.team("mash", name="The hub"))


def test_somebody_who_gives_no_name_is_kept_as_nobody_and_the_hub_sees_the_contact(decider, as_app):
    page = send(CHILD, worried())
    contact = Contact.objects.get()
    assert contact.reference in page
    assert (contact.anonymous, contact.from_public, contact.source_code, contact.referrer) == (True, True, "9", None)
    assert contact.children.get().described_forename == "Boy, about 6"
    with as_app(decider):
        assert board(decider, contact.received_at).total == 1


def test_somebody_who_gives_a_name_can_be_answered(decider):
    send(CHILD, worried(name="Jo Bell", email="jo@example.org", safely="After six"))
    contact = Contact.objects.get()
    assert (contact.anonymous, contact.source_code, contact.referrer_email) == (False, "1B", "jo@example.org")
    assert "How to reach them safely: After six" in contact.what_happened


def test_a_young_person_says_as_little_as_they_like_and_the_adults_hear_nothing(decider):
    page = send(ME, young(adults_know="no", name="Sam"))
    child = ContactChild.objects.get()
    assert child.own_words == "I am scared to go home."
    assert child.contact.parents_do_not_know
    assert child.contact.source_code == "1C"
    assert "Childline" in page


def test_a_young_person_without_a_name_is_still_a_young_person_and_can_be_answered_where_they_said_how(decider):
    send(ME, young())
    send(ME, young(safely="Find me in the library on Fridays"))
    unnamed, reachable = Contact.objects.order_by("received_at", "pk")
    assert (unnamed.source_code, unnamed.anonymous) == ("1C", True)
    assert (reachable.source_code, reachable.anonymous) == ("1C", False)
    assert Deadline.objects.filter(kind="feedback_to_referrer").get().about_id == reachable.pk


def test_sent_twice_it_is_one_contact_with_one_number(decider):
    said = worried()
    first, second = send(CHILD, said), send(CHILD, said)
    assert Contact.objects.count() == 1
    assert Contact.objects.get().reference in first
    assert Contact.objects.get().reference in second


def test_what_is_missing_is_said_and_nothing_typed_is_lost(decider):
    page = send(CHILD, worried(worries=[], what_happened="He had no shoes on.", email="nonsense"))
    assert "Choose what you are worried about" in page
    assert "He had no shoes on." in page
    assert not Contact.objects.exists()


def test_very_many_from_one_network_are_asked_to_ring_and_others_are_not(decider):
    LocalValue.objects.create(key="public_forms_from_one_place", value=2, valid_from="2020-01-01", set_by=decider)
    for _ in range(2):
        send(CHILD, worried())
    assert "Please ring us instead" in send(CHILD, worried(child="Lost?"))
    send(CHILD, worried(), network="9.9.9.9")
    for _ in range(3):
        send(CHILD, worried(), network="10.0.0.1")  # a proxy's, which says nothing
    assert Contact.objects.count() == 6
    assert len(set(PublicSending.objects.exclude(came_from="").values_list("came_from", flat=True))) == 2
    assert not PublicSending.objects.filter(came_from__contains="8.8").exists()


def test_very_many_in_all_are_asked_to_ring(decider):
    LocalValue.objects.create(key="public_forms_in_all", value=1, valid_from="2020-01-01", set_by=decider)
    send(CHILD, worried())
    assert "Very many forms came" in send(CHILD, worried(), network="9.9.9.9")


def test_a_box_that_nobody_sees_filled_in_is_asked_about_once_and_never_loses_what_a_person_sends(decider):
    said = worried(leave_this_empty="https://buy.example")
    page = send(CHILD, said)
    assert "If you are a person, press the button again" in page
    assert "He was out in the rain at ten at night." in page
    assert 'name="again" value="yes"' in page
    assert not Contact.objects.exists()
    assert "Thank you for telling us" in send(CHILD, said | {"again": "yes"})
    assert Contact.objects.get().what_happened == said["what_happened"]


def test_once_it_is_sent_nobody_can_read_it_by_the_form(decider, as_app):
    send(CHILD, worried())
    writer = User.objects.get(system=True)
    assert not Grant.objects.filter(user=writer, ended_at__isnull=True).exists()
    for reader in (None, writer):
        with as_app(reader):
            assert not Contact.objects.exists()


@pytest.mark.parametrize("once", ["", "x", "0" * 500])
def test_a_forged_page_is_refused_in_words(once: str, decider):
    assert "Open the page again" in send(CHILD, worried(once=once))


def test_the_emergency_numbers_come_first(decider):
    for address in ("/worried", CHILD, ME):
        page = AppClient().get(address).content.decode()
        assert page.index("call 999") < page.index("<form") if "<form" in page else "call 999" in page
