"""A family's outcomes, where the partnership uses them: needed, reached, lasting, checked by another; and a circle."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

LONG_ENOUGH = timedelta(weeks=30)


@pytest.fixture
def used(as_persona):
    manager = as_persona("mash-manager")
    choose(manager, "outcomes_used", "Yes")
    write(manager, "outcomes_fewest_needs", "1")
    yield
    choose(manager, "outcomes_used", "No")
    write(manager, "outcomes_fewest_needs", "3")


def test_what_a_family_reached_is_checked_by_somebody_else(as_persona, used, looked_at):
    lead = as_persona("early-help-lead")
    since = given_a_family_that_is_helped_long_enough(lead)
    when_a_need_is_recorded_and_reached(lead, since, looked_at)
    then_it_has_lasted_and_is_put_forward(lead, looked_at)
    and_the_manager_checks_it(as_persona("early-help-manager"), looked_at)
    then_the_lead_reads_that_it_is_agreed(as_persona("early-help-lead", narrow=True), lead.url, looked_at)


def test_a_circle_is_written_down_in_a_minute(as_persona, looked_at):
    lead = as_persona("early-help-lead")
    given_a_family_that_is_helped_long_enough(lead)
    lead.get_by_role("link", name="Restorative conversations and circles").click()
    lead.get_by_role("button", name="Save").click()
    expect(lead.get_by_role("link", name="Choose what it was")).to_be_visible()
    lead.get_by_label("A circle").check()
    lead.get_by_role("group", name="Who was there?").get_by_role("checkbox").first.check()
    lead.get_by_label("Who else?").fill("Mrs Okafor next door")
    lead.get_by_label("They agreed what happens next").check()
    lead.get_by_label("What came of it").fill("They knock before they come in.")
    lead.get_by_role("button", name="Save").click()
    expect(lead.get_by_text("They knock before they come in.").first).to_be_visible()
    expect(lead.get_by_text("Mrs Okafor next door").first).to_be_visible()
    looked_at(lead, "circles")
    phone = as_persona("early-help-lead", narrow=True)
    phone.goto(lead.url)
    looked_at(phone, "circles")
    refused = as_persona("analyst").goto(lead.url)
    assert refused is not None
    assert refused.status == 403


def choose(page: Page, key: str, answer: str) -> None:
    page.goto(f"/settings/{key}")
    page.get_by_label(answer, exact=True).check()
    because(page)


def write(page: Page, key: str, value: str) -> None:
    page.goto(f"/settings/{key}")
    page.get_by_label(re.compile("How many needs")).fill(value)
    because(page)


def because(page: Page) -> None:
    page.get_by_label("Why does it change?").fill("We go on with the ten outcomes.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1, name="Settings")).to_be_visible()


def given_a_family_that_is_helped_long_enough(page: Page) -> date:
    page.goto("/early-help/families?whose=mine")
    links = page.locator("table .govuk-table__body th a").evaluate_all("all => all.map(one => one.href)")
    for href in links:
        page.goto(href)
        said = re.search(r"Help since (\d+ \w+ \d{4})", page.locator("main").inner_text())
        since = datetime.strptime(said[1], "%d %B %Y").date() if said else date.today()
        if since <= date.today() - LONG_ENOUGH and page.get_by_text("ended", exact=False).count() == 0:
            return since
    raise AssertionError("The lead has helped no family for thirty weeks")


def fill_day(page: Page, name: str, day: date) -> None:
    group = page.get_by_role("group", name=name)
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        group.get_by_label(part).fill(str(value))


def when_a_need_is_recorded_and_reached(page: Page, since: date, look) -> None:
    page.get_by_role("link", name="Outcomes", exact=True).click()
    page.get_by_label("Secure housing").check()
    page.get_by_label("What shows it?").fill("A notice to leave.")
    fill_day(page, "Since when do you know?", since)
    look(page, "outcomes-need")
    page.get_by_role("button", name="Save the need").click()
    page.get_by_role("link", name="Secure housing").click()
    page.get_by_label("Reached", exact=True).check()
    fill_day(page, "When was it so?", since)
    page.get_by_label("What shows it?").fill("A tenancy of three years.")
    page.get_by_label("Who or what says so?").fill("The housing office")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("A tenancy of three years.")).to_be_visible()


def then_it_has_lasted_and_is_put_forward(page: Page, look) -> None:
    page.get_by_role("link", name="Secure housing").click()
    look(page, "outcomes-seen")
    page.get_by_label("It has lasted").check()
    page.get_by_label("What shows it?").fill("The rent is paid, and nobody wants to move.")
    page.get_by_label("Who or what says so?").fill("The housing office")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Put the family’s outcomes forward").click()
    page.get_by_label("What changed for the family?").fill("They have a home of their own.")
    page.get_by_role("button", name="Put them forward").click()
    expect(page.get_by_text("Waits to be checked")).to_be_visible()
    look(page, "outcomes-put-forward")


def and_the_manager_checks_it(page: Page, look) -> None:
    page.goto("/outcomes/")
    look(page, "outcomes-overview")
    page.locator("main a[href*='/outcomes/claims/']").first.click()
    page.get_by_label("I agree: the outcomes are shown").check()
    page.get_by_role("button", name="Save the check").click()
    expect(page.get_by_text("Tick everything that you looked at").first).to_be_visible()
    look(page, "outcomes-check")
    for box in page.get_by_role("group", name="What did you look at?").get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Save the check").click()
    expect(page.get_by_text("1 family’s outcomes were agreed")).to_be_visible()


def then_the_lead_reads_that_it_is_agreed(page: Page, address: str, look) -> None:
    page.goto(address)
    expect(page.get_by_text("Agreed").first).to_be_visible()
    look(page, "outcomes-agreed")
