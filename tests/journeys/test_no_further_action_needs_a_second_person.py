"""No further action on a red contact: one person decides, another agrees or returns it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys import hub

CHILD = "Peregrine Loft"


def test_no_further_action_on_a_red_contact_needs_a_second_person(as_persona, looked_at):
    hub.tell_the_hub(as_persona("safeguarding-lead"), CHILD, happened="He said he was fine, but his arm hurt.")
    decider, manager = as_persona("mash-decision-maker"), as_persona("mash-manager")
    given_it_is_red_and_known(decider)
    when_i_decide_on_no_further_action(decider)
    then_i_cannot_agree_with_myself(decider)
    when_the_manager_returns_it(manager, looked_at)
    then_i_read_why_and_decide_again(decider)
    and_when_the_manager_agrees_it_can_be_answered(manager, looked_at)


def given_it_is_red_and_known(page: Page) -> None:
    hub.open_contact(page, CHILD)
    hub.rate(page, "Red")
    hub.record_new_child(page, CHILD)


def when_i_decide_on_no_further_action(page: Page, why: str = "The school nurse looked, and it was a fall.") -> None:
    hub.start_decision(page, CHILD)
    page.get_by_label("No further action").check()
    page.get_by_label("Tier 1: Universal offer").check()
    page.get_by_label("Why did you decide this?").fill(why)
    page.get_by_role("button", name="Save the decision").click()
    expect(page.get_by_text("A second person must agree before it is complete.")).to_be_visible()


def then_i_cannot_agree_with_myself(page: Page) -> None:
    expect(page.get_by_text("Waiting for a second person")).to_be_visible()
    expect(page.get_by_role("button", name="I agree")).to_have_count(0)
    expect(page.get_by_role("button", name="Write the answer")).to_have_count(0)


def when_the_manager_returns_it(page: Page, look) -> None:
    page.goto("/mash/board")
    section = page.get_by_role("region", name=re.compile("Waiting for a second person"))
    section.get_by_role("link", name=CHILD).click()
    look(page, "hub-second-person")
    page.get_by_role("button", name="Return it").click()
    page.get_by_label("What would you like looked at again?").fill("Ring his father first.")
    look(page, "hub-return")
    page.get_by_role("button", name="Return it").click()
    expect(page.get_by_text("The decision is returned.")).to_be_visible()


def then_i_read_why_and_decide_again(page: Page) -> None:
    page.reload()
    expect(page.get_by_text("Ring his father first.")).to_be_visible()
    when_i_decide_on_no_further_action(page, "His father saw him fall too.")


def and_when_the_manager_agrees_it_can_be_answered(page: Page, look) -> None:
    page.reload()
    page.get_by_role("button", name="I agree").click()
    expect(page.get_by_text("You agreed. The decision is complete.")).to_be_visible()
    expect(page.get_by_role("button", name="Write the answer")).to_be_visible()
    look(page, "hub-agreed")
