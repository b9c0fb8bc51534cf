"""A family tells its story once, owns its plan, and sees on a picture how far it has come."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.family_help import (
    answer_everything,
    hold_a_conversation,
    open_first_family,
    record_agreement,
    share_with,
    write_a_plan,
)

GOAL = "Mornings without shouting, and everybody at school on time"
STORY = "We are proud of how we manage. Mornings are the hardest."


def test_a_family_gets_help_under_its_own_plan(as_persona: Callable[..., Page], looked_at: Callable[..., None]):
    page = as_persona("early-help-lead")
    looked_at(page, "work-tray")
    page.goto("/early-help/families")
    looked_at(page, "families")

    given_the_family_has_agreed(page, looked_at)
    when_they_tell_their_story_and_the_worker_is_called_away(page, looked_at)
    then_it_is_all_there_and_the_conversation_completes(page, looked_at)
    when_they_write_their_plan_and_agree_it(page, looked_at)
    then_the_first_review_is_planned_and_an_action_can_be_done(page, looked_at)
    when_they_review_it(page, looked_at)
    then_a_picture_shows_how_far_they_have_come(page, looked_at)


def given_the_family_has_agreed(page, looked_at):
    open_first_family(page)
    looked_at(page, "help")
    record_agreement(page, "Early Help and Prevention (Tier 3)")
    expect(page.get_by_text("Open to Early Help since")).not_to_have_count(0)


def when_they_tell_their_story_and_the_worker_is_called_away(page, looked_at):
    page.get_by_role("button", name="conversation").click()
    expect(page.get_by_role("heading", level=1, name="Your family")).to_be_visible()
    page.get_by_label("What helps you to talk with us?").fill(STORY)
    expect(page.get_by_text("Saved at")).to_be_visible()
    looked_at(page, "conversation-page")
    page.goto("/early-help/families")


def then_it_is_all_there_and_the_conversation_completes(page, looked_at):
    open_first_family(page)
    page.get_by_role("button", name="Go on with the conversation").click()
    expect(page.get_by_text(STORY)).to_be_visible()
    expect(page.get_by_text("Still to talk about")).to_be_visible()
    looked_at(page, "conversation-half-way")
    page.get_by_role("button", name="Complete the conversation").click()
    expect(page.get_by_text("Some questions must be answered").first).to_be_visible()
    page.get_by_role("link", name="What is going well for your family?").first.click()
    page.get_by_role("link", name="Back", exact=True).click()
    answer_everything(page, STORY, score=3)
    page.get_by_role("button", name="Complete the conversation").click()
    expect(page.get_by_text("counts as the Early Help Assessment").first).to_be_visible()
    looked_at(page, "conversation")


def when_they_write_their_plan_and_agree_it(page, looked_at):
    page.get_by_role("button", name="Write a plan together").click()
    expect(page.get_by_label("What needs to change?")).to_have_value(f"{STORY}\n\n{STORY}")
    looked_at(page, "new-plan")
    write_a_plan(page, GOAL)
    share_with(page)
    looked_at(page, "plan-being-written")
    page.get_by_role("button", name="Read it together and agree").click()
    expect(page.get_by_text("6 weeks")).to_be_visible()
    looked_at(page, "agree-plan")
    page.get_by_role("button", name="Agree the plan").click()
    expect(page.get_by_text("The plan is agreed. The first review is planned.")).to_be_visible()


def then_the_first_review_is_planned_and_an_action_can_be_done(page, looked_at):
    expect(page.get_by_text("Next review due in")).to_be_visible()
    page.get_by_role("link", name=re.compile("Update.*eat together on Sundays")).click()
    looked_at(page, "action")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Done", exact=True)).to_be_visible()


def when_they_review_it(page, looked_at):
    page.get_by_role("button", name="Review the plan").click()
    looked_at(page, "review-due")
    page.get_by_role("button", name="Start the review").click()
    answer_everything(page, "Mornings are calmer", score=7)
    looked_at(page, "review-to-finish")
    page.get_by_role("group", name="Who was there?").get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Finish the review").click()
    expect(page.get_by_text("The review is finished.")).to_be_visible()


def then_a_picture_shows_how_far_they_have_come(page, looked_at):
    expect(page.get_by_text("moved up").first).to_be_visible()
    expect(page.get_by_text("Next review due in")).to_be_visible()
    looked_at(page, "plan-reviewed")
    page.set_viewport_size({"width": 390, "height": 844})
    looked_at(page, "plan-reviewed")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_conversation_is_held_on_a_phone_without_scripts(as_persona: Callable[..., Page]):
    page = as_persona("early-help-lead", narrow=True, scripts=False)
    page.goto("/early-help/families?whose=mine")
    page.locator("table .govuk-table__body th a").last.click()

    hold_a_conversation(page)

    expect(page.get_by_text("Bedtimes are hard").first).to_be_visible()
