"""Steps that several stories about a family's help share, as a professional takes them on the screen."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect


def open_first_family(page: Page) -> str:
    """The first family of the list; returns its name."""
    page.goto("/early-help/families?whose=mine")
    link = page.locator("table .govuk-table__body th a").first
    name = link.inner_text()
    link.click()
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    return name


def record_agreement(page: Page, purpose: str) -> None:
    """The first person of the family says yes, in person, today."""
    page.get_by_role("link", name=purpose, exact=True).click()
    page.get_by_role("group", name="Who did you ask?").get_by_role("radio").first.check()
    page.get_by_role("group", name="Did they agree?").get_by_label("Yes").check()
    page.get_by_label("In person").check()
    page.get_by_role("button", name="Save their answer").click()
    expect(page.get_by_text("The family’s answer is recorded.")).to_be_visible()


def answer_everything(page: Page, words: str, score: int) -> None:
    """Goes through a form page by page, answering each box, until it is all shown together."""
    heading = page.get_by_role("heading", level=1)
    while page.get_by_role("button", name="Save and see it all").count():
        here = heading.inner_text()
        for box in page.locator("main textarea").all():
            box.fill(words)
        for group in page.locator("main fieldset").all():
            if group.locator(".kf-scale__scores").count():
                group.locator(f"input[value='{score}']").check()
            elif group.get_by_label("Keep going with the plan").count():
                group.get_by_label("Keep going with the plan").check()
            elif group.get_by_role("radio", name="Yes", exact=True).count():
                unsafe = "unsafe" in group.inner_text()
                group.get_by_role("radio", name="No" if unsafe else "Yes", exact=True).check()
        page.get_by_role("button", name="Continue").click()
        expect(heading).not_to_have_text(here)
        page.wait_for_load_state()  # its heading may be there before its buttons are


def hold_a_conversation(page: Page, words: str = "Bedtimes are hard, and we want to be kind.", score: int = 3) -> None:
    page.get_by_role("button", name=re.compile("conversation")).click()
    if page.get_by_role("button", name="Complete the conversation").count():
        page.get_by_role("link", name=re.compile("^Change")).first.click()
    answer_everything(page, words, score)
    page.get_by_role("button", name="Complete the conversation").click()
    expect(page.get_by_text("The conversation is complete.")).to_be_visible()


def write_a_plan(page: Page, goal: str) -> None:
    """A plan for the whole family with one goal, one action of theirs and one of ours; not yet agreed."""
    page.get_by_label("One plan for the whole family").check()
    page.get_by_role("button", name="Begin the plan").click()
    page.get_by_role("button", name="Add a goal").click()
    page.get_by_label("What do you want to be different?").fill(goal)
    page.get_by_role("button", name="Add the goal").click()
    page.get_by_label("What will be done?").fill("We will eat together on Sundays")
    page.get_by_label("You: somebody in the family").check()
    page.get_by_role("button", name="Add it and write another").click()
    page.get_by_label("What will be done?").fill("I will ring you each Friday")
    page.get_by_label("We: a professional").check()
    page.get_by_role("button", name="Add the action", exact=True).click()
    expect(page.get_by_text("I will ring you each Friday").first).to_be_visible()


def share_with(page: Page, *, yes: int = 0, no: int | None = None, why: str = "They live apart") -> tuple[str, str]:
    """Shares with the person in that place of the list and keeps it from another; returns both names."""
    page.get_by_role("link", name="Decide who may see it").click()
    groups = page.locator("main fieldset:has(input[value=later])")
    named = groups.nth(yes).locator("legend").inner_text().strip()
    groups.nth(yes).get_by_label("Yes, share").check()
    kept = ""
    if no is not None:
        kept = groups.nth(no).locator("legend").inner_text().strip()
        groups.nth(no).get_by_label("No, do not share").check()
        groups.nth(no).get_by_label("Why not?").fill(why)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Who may see the plan is decided.")).to_be_visible()
    return named, kept
