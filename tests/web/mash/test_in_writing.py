"""What a professional said on the telephone is put in writing: their own task, and no decision waits for it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.permissions import Role
from kinfold.web.core import clock
from kinfold.web.core.rules import RuleBroken
from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash.actions import contacts, drafts
from kinfold.web.mash.actions.writing import put_in_writing, record_written_form
from kinfold.web.mash.models import Contact
from kinfold.web.mash.telling import Caller, Teller
from kinfold.web.notices.models import Notice
from tests.factories import team, worker
from tests.factories.days import NOW
from tests.web.mash.told import fill_in, telling


@pytest.fixture
def hub():
    return team("mash")


@pytest.fixture
def duty_worker(hub):
    return worker(Role.MASH_DECISION_MAKER, team=hub)


@pytest.fixture
def teacher(hub):
    return worker(Role.SAFEGUARDING_LEAD, name="Ada Bray", email="ada.bray@example.org")


def take_call(by, email="Ada.Bray@example.org", *, kind="professional", channel="telephone", at=NOW) -> Contact:
    draft = drafts.start_draft(by=by, at=at, for_caller=True)
    said = telling(teller=Teller(name="Ada Bray", email=email), parents_informed="no", telling_puts_at_risk=False,
                   not_told_reason="Not yet reached")  # fmt: skip
    caller = Caller(kind, channel, at, "2A")
    return contacts.record_contact_for_caller(draft=draft, telling=said, caller=caller, by=by, at=at)


def test_it_is_due_in_the_tray_of_the_colleague_who_rang(teacher, duty_worker, as_app):
    with as_app(duty_worker):
        contact = take_call(duty_worker)
    due = Deadline.objects.get(kind="written_form")
    assert (contact.referrer, due.user, due.team) == (teacher, teacher, None)
    assert (due.due_at, due.record) == (NOW + timedelta(hours=48), contact.record)
    assert Notice.objects.get(user=teacher).url_name == "mash:written_form"
    assert contact.agency == teacher.agency


@pytest.mark.parametrize("email", ["", "somebody.else@example.org"])
def test_of_somebody_without_an_account_the_hub_waits_for_it(teacher, duty_worker, hub, email):
    contact = take_call(duty_worker, email)
    due = Deadline.objects.get(kind="written_form_awaited")
    assert (contact.referrer, due.user, due.team) == (None, None, hub)


def test_a_neighbour_who_gives_a_colleagues_address_is_not_that_colleague(teacher, duty_worker):
    assert take_call(duty_worker, kind="public").referrer is None


def test_a_letter_is_in_writing_already_and_still_its_writers(teacher, duty_worker):
    assert take_call(duty_worker, channel="letter").referrer == teacher
    assert not Deadline.objects.filter(rule="written_form").exists()


def test_the_colleague_puts_it_in_writing_once_and_the_hub_reads_it(teacher, duty_worker, as_app, browser_of):
    contact = take_call(duty_worker)
    with as_app(teacher):
        with pytest.raises(RuleBroken, match="Write down what you told the hub"):
            put_in_writing(contact=contact, words=" ", by=teacher, at=NOW)
        put_in_writing(contact=contact, words="It was Tuesday, not Monday.", by=teacher, at=NOW)
        put_in_writing(contact=contact, words="Again", by=teacher, at=NOW)
    assert Deadline.objects.get(kind="written_form").met_at == NOW
    assert Notice.objects.filter(user=duty_worker, words="A call to the MASH has been put in writing").count() == 1
    assert "It was Tuesday, not Monday." in browser_of(duty_worker).get(reverse("mash:contact", args=[contact.pk])).text
    own = browser_of(teacher).get(reverse("mash:own_contact", args=[contact.pk])).text
    assert "It was Tuesday, not Monday." in own


def test_the_page_shows_what_the_hub_wrote_down_and_keeps_what_is_typed(teacher, duty_worker, browser_of):
    contact = take_call(duty_worker, at=clock.now())
    browser, page = browser_of(teacher), reverse("mash:written_form", args=[contact.pk])
    assert page in browser.get(reverse("mash:own_contact", args=[contact.pk])).text
    assert "Put a call to the MASH in writing" in browser.get(reverse("record:tray")).text
    asked = browser.get(page).text
    for words in ("Maya came to school without a coat", "call 999", "Parents do not know: do not contact the family"):
        assert words in asked
    too_long = browser.post(page, {"words": "x" * 10_001})
    assert "x" * 10_001 in too_long.text
    assert browser.post(page, {"words": "She had no coat."}).url == reverse("mash:own_contact", args=[contact.pk])
    assert browser.get(page).url == reverse("mash:own_contact", args=[contact.pk])
    assert "Put a call to the MASH in writing" not in browser.get(reverse("record:tray")).text


def test_nobody_else_puts_it_in_writing(teacher, duty_worker, browser_of, as_app):
    contact = take_call(duty_worker)
    page = reverse("mash:written_form", args=[contact.pk])
    assert browser_of(worker(Role.SAFEGUARDING_LEAD)).get(page).status_code == 404
    assert browser_of(worker(Role.EARLY_HELP_LEAD, on=contact)).post(page, {"words": "Mine"}).status_code == 404
    assert browser_of(duty_worker).get(page).status_code == 404
    with as_app(duty_worker), pytest.raises(NotVisible):
        put_in_writing(contact=contact, words="Mine", by=duty_worker, at=NOW)


def test_the_hub_records_a_form_that_came_on_paper(duty_worker, browser_of, as_app):
    contact = take_call(duty_worker, "")
    browser = browser_of(duty_worker)
    page = reverse("mash:contact", args=[contact.pk])
    assert "It came on paper or by e-mail" in browser.get(page).text
    assert browser.post(reverse("mash:came_in_writing", args=[contact.pk])).url == page
    assert Deadline.objects.get(kind="written_form_awaited").met_at is not None
    assert browser.get(page).text.count("It came on paper or by e-mail") == 1
    with as_app(duty_worker):
        assert not record_written_form(contact=contact, by=duty_worker, at=NOW)


def test_the_hub_sees_whom_it_will_reach_before_it_sends(teacher, duty_worker, browser_of):
    browser = browser_of(duty_worker)
    address = browser.post(reverse("mash:start_contact_for_caller"))["Location"]
    came = {"received_at-day": "9", "received_at-month": "6", "received_at-year": "2025", "received_at-time": "10am"}
    check = fill_in(browser, address, {
        "caller": {"kind": "professional", "works_in": "2A", "channel": "telephone", **came},
        "parents": {"informed": "not_known"},
        "details": {"name": "A. Bray", "email": "ada.bray@example.org"},
    })  # fmt: skip
    assert "They are asked to put it in writing" in browser.get(check).text
    browser.post(check)
    assert Contact.objects.get().referrer == teacher
