"""The partnership decides in stages: one person screens, the next decides, and each says at which tier and why."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import hub

CHILD = "Ottoline Vance"


@pytest.fixture
def in_stages(as_persona):
    manager = as_persona("mash-manager")
    set_screening(manager, "Yes")
    yield manager
    set_screening(manager, "No")


def test_a_decision_in_stages(as_persona, in_stages, looked_at):
    hub.tell_the_hub(as_persona("safeguarding-lead"), CHILD)
    decider = as_persona("mash-decision-maker")
    given_it_is_known(decider)
    when_i_screen_it(decider, looked_at)
    then_the_manager_decides_beside_what_i_thought(in_stages, looked_at)


def set_screening(page: Page, answer: str) -> None:
    page.goto("/settings/stage_screening")
    page.get_by_label(answer, exact=True).check()
    page.get_by_label(re.compile("Why")).fill("Our hub decides in stages.")
    page.get_by_role("button", name=re.compile("Save")).click()
    expect(page.get_by_role("heading", level=1, name="Settings")).to_be_visible()


def given_it_is_known(page: Page) -> None:
    hub.open_contact(page, CHILD)
    hub.rate(page, "Amber")
    hub.record_new_child(page, CHILD)


def when_i_screen_it(page: Page, look) -> None:
    page.goto("/mash/board")
    expect(page.get_by_text("Next: screening stage").first).to_be_visible()
    look(page, "hub-board-in-stages")
    hub.open_contact(page, CHILD)
    page.get_by_role("button", name="Record the screening stage").click()
    look(page, "hub-stage")
    page.get_by_role("button", name="Save this stage").click()
    expect(page.get_by_role("link", name="Choose the tier of need")).to_be_visible()
    page.get_by_label("Family Support (Tier 2)").check()
    page.get_by_label("Tier 2: Additional offer").check()
    page.get_by_label("Why do you think so?").fill("Her school and her health visitor say the same.")
    page.get_by_role("button", name="Save this stage").click()
    expect(page.get_by_text("The stage “Screening” is recorded.")).to_be_visible()
    look(page, "hub-staged")


def then_the_manager_decides_beside_what_i_thought(page: Page, look) -> None:
    hub.open_contact(page, CHILD)
    hub.start_decision(page, CHILD)
    expect(page.get_by_text("Her school and her health visitor say the same.")).to_be_visible()
    expect(page.get_by_label("Tier 2: Additional offer")).to_be_checked()
    look(page, "hub-decide-in-stages")
    page.get_by_label("Advice and information").check()
    page.get_by_label("Why did you decide this?").fill("Her mother has the help she needs from the school.")
    page.get_by_role("button", name="Save the decision").click()
    expect(page.get_by_text("The decision is saved.")).to_be_visible()
