"""A file is opened in an emergency, the Guardian looks at what was done with it, and the board counts it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NARROW, WIDE
from tests.journeys.family_pages import open_a_familys_page, open_the_first_child


@pytest.fixture
def look_wide_and_narrow(looked_at):
    def look(page: Page, name: str) -> None:
        for width in (NARROW, WIDE):
            page.set_viewport_size(width)
            looked_at(page, name)

    return look


def test_a_file_is_opened_in_an_emergency_and_reviewed(as_persona, look_wide_and_narrow):
    name, born = somebody_whom_the_school_cannot_see(as_persona("social-worker"))
    lead = as_persona("safeguarding-lead")
    when_i_ask_for_emergency_access(lead, name, born, look_wide_and_narrow)
    then_the_file_opens(lead, name, look_wide_and_narrow)
    guardian = as_persona("caldicott-guardian")
    when_the_guardian_looks_at_what_was_opened(guardian, look_wide_and_narrow)
    then_it_is_recorded_and_counted(guardian, look_wide_and_narrow)
    and_the_file_is_closed_again(lead, look_wide_and_narrow)


def test_nobody_found_says_no_more_than_that(as_persona, look_wide_and_narrow):
    lead = as_persona("safeguarding-lead")
    when_i_ask_for_emergency_access(lead, "Nobody Ofthatname", ("1", "3", "2018"))
    expect(lead.get_by_text("No file was opened")).to_be_visible()
    look_wide_and_narrow(lead, "emergency-nobody")


def somebody_whom_the_school_cannot_see(page: Page) -> tuple[str, tuple[str, str, str]]:
    open_a_familys_page(page)
    open_the_first_child(page)
    name = page.get_by_role("heading", level=1).inner_text().rpartition(",")[0]  # without the age
    page.get_by_role("link", name="Change details").first.click()
    born = tuple(page.get_by_label(part, exact=True).first.input_value() for part in ("Day", "Month", "Year"))
    return name, born


def when_i_ask_for_emergency_access(page: Page, name: str, born: tuple[str, ...], look=None) -> None:
    page.goto("/early-help/families")
    page.get_by_role("link", name="Ask for emergency access").click()
    if look:
        look(page, "emergency-ask")
    page.get_by_label("The child’s or adult’s name").fill(name)
    for part, value in zip(("Day", "Month", "Year"), born, strict=True):
        page.get_by_label(part, exact=True).fill(value)
    page.get_by_label("The family is with me and needs help now").check()
    page.get_by_label("What is happening?").fill("Their mother has collapsed. Who may fetch the child?")
    page.get_by_role("button", name="Ask for emergency access").click()


def then_the_file_opens(page: Page, name: str, look) -> None:
    expect(page.get_by_text("The Caldicott Guardian has been told")).to_be_visible()
    look(page, "emergency-opened")
    page.get_by_role("button", name="Open the file").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def when_the_guardian_looks_at_what_was_opened(page: Page, look) -> None:
    page.goto("/work")
    expect(page.get_by_text("Somebody asked for emergency access").first).to_be_visible()
    look(page, "guardian-tray")
    page.goto("/emergency-reviews")
    row = page.get_by_role("row").filter(has_text="Open until").first
    row.get_by_role("link").click()
    expect(page.get_by_text("Looked at the person’s page").first).to_be_visible()
    look(page, "emergency-review")
    page.get_by_label("Not justified").check()
    page.get_by_label("Why?").fill("The hub could have been rung")
    page.get_by_role("button", name="Record your review").click()


def then_it_is_recorded_and_counted(page: Page, look) -> None:
    expect(page.get_by_text("Your review is recorded")).to_be_visible()
    expect(page.get_by_role("table", name="How often, by quarter")).to_be_visible()
    look(page, "emergency-reviews")


def and_the_file_is_closed_again(page: Page, look) -> None:
    answer = page.reload()
    assert answer
    assert answer.status == 404
    page.goto("/work")
    expect(page.get_by_text("Your emergency access has been looked at").first).to_be_visible()
    page.get_by_role("link", name="Your emergency access has been looked at").first.click()
    expect(page.get_by_text("The hub could have been rung")).to_be_visible()
    look(page, "emergency-closed")
