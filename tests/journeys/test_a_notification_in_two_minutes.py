"""A straightforward notification about a child the hub knows: read, matched, decided and answered on one screen."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import hub

CHILD = "Linnet Ashgrove"


@pytest.fixture
def known(as_persona) -> None:
    """The hub met her once before."""
    hub.tell_the_hub(as_persona("safeguarding-lead"), CHILD)
    page = as_persona("mash-manager")
    hub.open_contact(page, CHILD)
    hub.record_new_child(page, CHILD)


@pytest.mark.usefixtures("known")
def test_a_notification_is_done_on_one_screen_in_two_minutes(as_persona, looked_at):
    teacher = as_persona("safeguarding-lead")
    reference = hub.tell_the_hub(teacher, CHILD, happened="Her father was stopped for driving without a belt.")
    page = as_persona("mash-decision-maker")
    page.goto("/mash/board")
    began = time.monotonic()
    when_i_open_the_one_screen(page, reference, looked_at)
    and_tick_who_she_is_and_decide(page)
    then_the_answer_is_written_as_i_choose(page, looked_at)
    and_one_press_does_it_all(page, reference)
    assert time.monotonic() - began < 120
    and_the_school_has_its_answer(teacher)


def when_i_open_the_one_screen(page: Page, reference: str, look) -> None:
    page.get_by_role("link", name=f"Do it on one screen ({reference})").click()
    expect(page.get_by_text("stopped for driving without a belt")).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    look(page, "hub-one-screen")


def and_tick_who_she_is_and_decide(page: Page) -> None:
    page.get_by_label(CHILD).first.check()
    page.get_by_label("Green", exact=True).check()
    page.get_by_label("Signposted to a named service").check()
    page.get_by_label("Which service?").fill("Road safety team")
    page.get_by_label("Tier 1: Universal offer").check()
    page.get_by_label("Why did you decide this?").fill("A talk about belts is enough.")


def then_the_answer_is_written_as_i_choose(page: Page, look) -> None:
    expect(page.get_by_label("What the referrer reads")).to_have_value(
        hub.containing("Road safety team can help Linnet")
    )
    look(page, "hub-one-screen-ready")


def and_one_press_does_it_all(page: Page, reference: str) -> None:
    page.get_by_role("button", name="Save and send").click()
    expect(page.get_by_text(f"{reference} is done and answered.")).to_be_visible()


def and_the_school_has_its_answer(teacher: Page) -> None:
    teacher.goto("/mash/your-contacts")
    teacher.get_by_role("link", name=CHILD).first.click()
    expect(teacher.get_by_text(re.compile("Road safety team can help Linnet"))).to_be_visible()
