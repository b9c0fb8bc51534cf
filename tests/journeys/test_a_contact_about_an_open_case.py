"""A contact about a child who has a social worker goes to them, and stays on the board until they accept it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys import hub


def test_a_contact_about_an_open_case_waits_for_its_worker(as_persona, looked_at):
    worker, decider = as_persona("social-worker"), as_persona("mash-decision-maker")
    name, address = given_a_child_whom_the_social_worker_helps(worker)
    hub.tell_the_hub(as_persona("safeguarding-lead"), name, happened="She said she does not want to go home.")
    when_the_hub_confirms_who_it_is(decider, name, address, looked_at)
    then_it_waits_on_the_board(decider, name, looked_at)
    when_the_worker_accepts_it(worker, looked_at)
    then_only_the_answer_is_left(decider, name)


def given_a_child_whom_the_social_worker_helps(page: Page) -> tuple[str, str]:
    page.goto("/early-help/families?whose=mine")
    families = [row.get_attribute("href") for row in page.locator("table .govuk-table__body th a").all()]
    for family in families:
        page.goto(str(family))
        children = [
            (link.inner_text(), str(link.get_attribute("href")))
            for link in page.locator("main a[href*='/children/']").all()
        ]
        for name, address in children:
            page.goto(address)
            if not page.get_by_text("Not open to any help").count():  # a brother or sister may be of no concern
                return name, address
    raise AssertionError("The social worker helps no child")


def when_the_hub_confirms_who_it_is(page: Page, name: str, address: str, look) -> None:
    hub.open_contact(page, name)
    for closed in page.locator("details:not([open]) summary").filter(has_text="less alike").all():
        closed.click()
    row = page.get_by_role("listitem").filter(has=page.locator(f"a[href='{address}']"))
    look(page, "hub-candidates")
    row.get_by_role("button", name=re.compile("This is the child")).click()
    expect(page.get_by_text("is now matched with")).to_be_visible()
    expect(page.get_by_role("heading", name="Waiting to be accepted")).to_be_visible()
    look(page, "hub-open-case")


def then_it_waits_on_the_board(page: Page, name: str, look) -> None:
    page.goto("/mash/board")
    section = page.get_by_role("region", name=re.compile("Waiting to be accepted"))
    card = section.get_by_role("listitem").filter(has=page.get_by_role("link", name=name))
    expect(card.get_by_text(re.compile("^With "))).to_be_visible()
    expect(card.get_by_text(re.compile("Due in|overdue"))).to_be_visible()
    look(page, "board-accepting")


def when_the_worker_accepts_it(page: Page, look) -> None:
    page.goto("/work")
    page.get_by_role("link", name="Accept a contact about a child you help").first.click()
    expect(page.get_by_text("She said she does not want to go home.")).to_be_visible()
    look(page, "open-case")
    page.get_by_role("button", name="Accept it: I will act on this").click()
    expect(page.get_by_text("You accepted this contact.")).to_be_visible()
    look(page, "open-case-accepted")


def then_only_the_answer_is_left(page: Page, name: str) -> None:
    page.goto("/mash/board")
    answering = page.get_by_role("region", name=re.compile("Answer to send"))
    expect(answering.get_by_role("link", name=name, exact=True).first).to_be_visible()
    accepting = page.get_by_role("region", name=re.compile("Waiting to be accepted"))
    expect(accepting.get_by_role("link", name=name, exact=True)).to_have_count(0)
