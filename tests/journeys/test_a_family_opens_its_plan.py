"""A parent opens the plan on a phone by a link and its code, says what is wrong, and reads the answer."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import NARROW


def test_a_parent_opens_the_plan_and_says_what_is_wrong(browser: Browser, served, as_persona, looked_at):
    worker = as_persona("early-help-lead")
    address, code = when_the_worker_makes_a_link(worker, looked_at)
    context = browser.new_context(viewport=NARROW, locale="en-GB")
    parent = context.new_page()
    then_nothing_is_shown_without_the_code(parent, address, looked_at)
    when_the_parent_says_what_is_wrong(parent, code, looked_at)
    when_the_parent_signs_the_plan(parent, looked_at)
    when_the_worker_answers(worker, looked_at)
    then_the_parent_reads_the_answer(parent, address, code, looked_at)
    then_a_closed_link_opens_nothing(worker, parent, address, looked_at)
    context.close()


def when_the_worker_makes_a_link(page: Page, look) -> tuple[str, str]:
    page.goto("/early-help/families?whose=mine")
    families = [str(row.get_attribute("href")) for row in page.locator("table .govuk-table__body th a").all()]
    for family in families:
        page.goto(family)
        plans = page.locator("a[href*='/early-help/plans/']")
        if not plans.count():
            continue
        plans.first.click()
        if not page.get_by_text("Agreed ").count():
            continue
        plan = page.url
        page.get_by_role("link", name="Decide who may see it").click()
        page.get_by_label("Yes, share").first.check()
        page.get_by_role("button", name="Save", exact=True).click()
        page.goto(f"{plan}/family")
        page.get_by_role("button", name="Make a link").first.click()
        look(page, "family-links")
        address, code = page.locator("code").all_inner_texts()
        return address, code
    raise AssertionError("The lead has no agreed plan")


def then_nothing_is_shown_without_the_code(page: Page, address: str, look) -> None:
    page.goto(address)
    look(page, "family-code")
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_text("Enter your code").first).to_be_visible()
    expect(page.get_by_text("Our goals")).to_have_count(0)


def when_the_parent_says_what_is_wrong(page: Page, code: str, look) -> None:
    page.get_by_label("What is your code?").fill(code)
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_role("heading", name="Our goals")).to_be_visible()
    look(page, "family-view")
    page.get_by_label("What is wrong, or missing?").fill("Our street is spelt wrong.")
    page.get_by_role("button", name="Tell your worker").click()
    expect(page.get_by_text("Your worker will read this")).to_be_visible()


def when_the_parent_signs_the_plan(page: Page, look) -> None:
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.get_by_text("Write your name to sign").first).to_be_visible()
    look(page, "family-sign-mistake")
    page.get_by_label("Write your name to sign").fill("Ann Example")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.get_by_text("You signed this plan")).to_be_visible()
    look(page, "family-signed")


def when_the_worker_answers(page: Page, look) -> None:
    page.goto("/work")
    page.get_by_role("link", name="Answer a family: the plan is wrong").first.click()
    expect(page.get_by_text("Our street is spelt wrong.")).to_be_visible()
    look(page, "family-answer")
    page.get_by_label("What did you do?").fill("We put it right. Thank you.")
    page.get_by_role("button", name="Save the answer").click()
    expect(page.get_by_text("The family reads it by their link.")).to_be_visible()


def then_the_parent_reads_the_answer(page: Page, address: str, code: str, look) -> None:
    page.goto(address)
    page.get_by_label("What is your code?").fill(code)
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_text("We put it right. Thank you.")).to_be_visible()
    look(page, "family-answered")


def then_a_closed_link_opens_nothing(worker: Page, parent: Page, address: str, look) -> None:
    worker.get_by_role("button", name="Close it").first.click()
    expect(worker.get_by_text("opens nothing any more")).to_be_visible()
    parent.goto(address)
    expect(parent.get_by_role("heading", name="This link does not open")).to_be_visible()
    look(parent, "family-closed")
