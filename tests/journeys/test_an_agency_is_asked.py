"""The hub asks a school what it knows; the school replies from its tray, and the hub sees it where it decides."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.hub import child_section, open_contact, rate, tell_the_hub

CHILD = "Wren Askwith"


def test_the_hub_asks_and_the_school_replies(as_persona, looked_at):
    school, hub = as_persona("safeguarding-lead"), as_persona("mash-decision-maker")
    tell_the_hub(school, CHILD)
    given_a_rated_contact(hub)
    when_the_hub_asks_the_school(hub, looked_at)
    then_the_contact_says_who_is_waited_for(hub)
    when_the_school_replies_on_a_telephone(as_persona("safeguarding-lead", narrow=True), looked_at)
    then_the_decision_screen_shows_it(hub, looked_at)
    and_the_manager_sees_how_agencies_reply(as_persona("mash-manager"), looked_at)
    and_a_link_that_is_none_says_so(school, looked_at)


def given_a_rated_contact(page: Page) -> None:
    open_contact(page, CHILD)
    rate(page, "Amber")


def when_the_hub_asks_the_school(page: Page, look) -> None:
    child_section(page, CHILD).get_by_role("link", name="Ask an agency what it knows").click()
    look(page, "which-agency")
    page.locator("main").get_by_role("listitem").get_by_role("link").first.click()
    look(page, "ask-agency")
    page.get_by_label("Amara Osei").check()
    page.get_by_label("How is the child’s attendance, and how are they at school?").check()
    page.get_by_label("Why do you ask?").fill("She came without a coat, and we must know how she is.")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_text("Amara Osei is asked.")).to_be_visible()
    look(page, "request")


def then_the_contact_says_who_is_waited_for(page: Page) -> None:
    page.get_by_role("link", name="Back", exact=True).click()
    expect(child_section(page, CHILD).get_by_text("1 asked, 0 answered, 0 silent.")).to_be_visible()


def when_the_school_replies_on_a_telephone(page: Page, look) -> None:
    page.goto("/work")
    page.get_by_role("link", name=re.compile("You are asked what your agency knows")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(CHILD)
    page.get_by_label("Here is what we know").check()
    look(page, "asked")
    page.get_by_label("How is the child’s attendance").fill("She is here every day, and often hungry.")
    page.get_by_role("button", name="Send your reply").click()
    expect(page.get_by_text("Thank you. The hub has your reply.")).to_be_visible()
    look(page, "replied")


def then_the_decision_screen_shows_it(page: Page, look) -> None:
    page.reload()
    page.get_by_role("button", name="Decide without knowing who this is").click()
    expect(page.get_by_text("1 asked, 1 answered, 0 silent.")).to_be_visible()
    expect(page.get_by_text("She is here every day, and often hungry.")).to_be_visible()
    look(page, "decide-with-replies")


def and_the_manager_sees_how_agencies_reply(page: Page, look) -> None:
    page.goto("/mash/board")
    page.get_by_role("link", name="How agencies reply").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How agencies reply")
    look(page, "replies")


def and_a_link_that_is_none_says_so(page: Page, look) -> None:
    page.goto("/requests/reply/none")
    expect(page.get_by_role("heading", level=1)).to_have_text("This link does not work")
    look(page, "no-such-link")
