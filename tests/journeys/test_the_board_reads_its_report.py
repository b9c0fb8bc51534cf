"""A new child is told of; the figures rise by one; the board's report says so, and a signed one never changes."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.contact_form import ContactForm

ON_A_PAGE = 500
CONTACTS, CHILDREN = "1.2a Contacts into the MASH", "1.2b Individual children in contacts into the MASH"


def test_the_board_reads_a_report_of_what_happened(as_persona: Callable[..., Page], looked_at):
    chair, analyst = as_persona("board-chair"), as_persona("analyst")
    looked_at(chair, "your-boards")
    when_the_analyst_refreshes_the_figures(analyst, looked_at)  # other stories have told the hub of children too
    before = so_far_on_the_scorecard(chair)
    looked_at(chair, "scorecard")
    given_a_teacher_has_told_of_a_child_nobody_knows(as_persona("safeguarding-lead"))
    and_the_hub_has_recorded_her(as_persona("mash-decision-maker"))
    when_the_analyst_refreshes_the_figures(analyst, looked_at)
    then_contacts_and_children_have_each_risen_by_one(chair, before)
    and_a_draft_report_says_the_same(analyst, before, looked_at)


def test_a_report_is_written_by_one_and_signed_by_another(as_persona: Callable[..., Page], looked_at):
    analyst = as_persona("analyst")
    given_where_the_first_action_stands(analyst, looked_at)
    address = when_the_analyst_writes_last_quarters_report(analyst, looked_at)
    chair = as_persona("board-chair")
    and_the_chair_asks_for_more_and_is_answered(chair, analyst, address)
    and_the_chair_signs_it(chair, address, looked_at)
    then_it_can_be_read_and_taken_away(chair, looked_at)
    and_read_on_a_phone(as_persona("board-chair", narrow=True), address, looked_at)


def test_an_analyst_finds_what_was_counted(as_persona: Callable[..., Page], looked_at):
    page = as_persona("analyst")
    page.goto("/scorecard?by=ward")
    looked_at(page, "scorecard-by-ward")
    page.goto("/scorecard/mash.contacts")
    looked_at(page, "indicator")
    row = page.get_by_role("table", name="By quarter").get_by_role("row").nth(2)
    counted = row.get_by_role("cell").inner_text().split("\n")[-1].strip()
    row.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"What was counted: {counted} contacts")
    expect(page.locator("#rows li")).to_have_count(min(int(counted.replace(",", "")), ON_A_PAGE))
    looked_at(page, "rows")


def so_far_on_the_scorecard(page: Page) -> tuple[int, int]:
    page.goto("/scorecard")
    expect(page.get_by_role("heading", level=1)).to_have_text("Scorecard")
    contacts, children = (_so_far(page, title) for title in (CONTACTS, CHILDREN))
    return contacts, children


def _so_far(page: Page, title: str) -> int:
    line = page.get_by_role("row", name=title).filter(has=page.get_by_role("link", name=title, exact=True))
    return int(line.get_by_role("cell").last.inner_text().replace(",", ""))


def given_a_teacher_has_told_of_a_child_nobody_knows(page: Page) -> None:
    form = ContactForm(page)
    form.begin()
    form.nobody_in_danger()
    form.a_child_may_be_harmed()
    form.child("Zephyrine", "8", surname="Quillfeather")
    form.home("1 Example Road")
    form.school_and_talking_as_they_stand()
    form.worry("Neglect", said="I am often hungry.")
    form.another_child("No")
    form.story("She came without lunch all week.", "She loves music.")
    form.assessment_could_not_wait()
    form.parents_do_not_agree()
    form.own_details("023 9200 0000")
    form.send()
    form.heading("Your form is sent")


def and_the_hub_has_recorded_her(page: Page) -> None:
    page.goto("/mash/board")
    page.get_by_role("link", name=re.compile("Zephyrine")).first.click()
    page.get_by_role("link", name="Nobody knows this child yet: record them").click()
    page.get_by_role("button", name="Record and match").click()
    expect(page.get_by_text("is recorded and matched")).to_be_visible()


def when_the_analyst_refreshes_the_figures(page: Page, look) -> None:
    page.goto("/scorecard")
    page.get_by_role("button", name="Refresh the figures").click()
    expect(page.get_by_text("You can carry on: this page shows how far they are.")).to_be_visible()
    look(page, "figures-being-worked-out")
    expect(page.get_by_role("button", name="Refresh the figures")).to_be_visible(timeout=90_000)


def then_contacts_and_children_have_each_risen_by_one(page: Page, before: tuple[int, int]) -> None:
    assert so_far_on_the_scorecard(page) == (before[0] + 1, before[1] + 1)


def and_a_draft_report_says_the_same(page: Page, before: tuple[int, int], look) -> None:
    begin_the_quarterly_report(page)
    look(page, "report-begin")
    page.get_by_label(re.compile("so far")).check()
    page.get_by_role("button", name="Begin").click()
    for number in (before[0] + 1, before[1] + 1):
        expect(page.get_by_text(f"which is not over: {number:,}.").first).to_be_visible()
    look(page, "report-so-far")


def begin_the_quarterly_report(page: Page) -> None:
    page.goto("/reports")
    name = "Begin a report to the Early Help Board: Quarterly report on Priority 1 of the Safeguarding Strategy"
    page.get_by_role("link", name=name).click()


def given_where_the_first_action_stands(page: Page, look) -> None:
    page.goto("/strategy/boards/early_help_board")
    page.get_by_role("link", name=re.compile("Priority 1")).click()
    look(page, "strategy")
    page.get_by_role("link", name="Update (action 1.1)").click()
    look(page, "strategy-action")
    page.get_by_label("On track").check()
    page.get_by_label("What has been done, and what comes next?").fill("The draft strategy is out for comment.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The draft strategy is out for comment.").first).to_be_visible()


def when_the_analyst_writes_last_quarters_report(page: Page, look) -> str:
    begin_the_quarterly_report(page)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Begin").click()
    address = page.url
    for part, words in (
        ("What is going well", "Families are met sooner.\n\nSchools write more plans themselves."),
        ("What needs to improve", "Too few plans carry the child’s own words."),
    ):
        page.get_by_role("link", name=part, exact=True).first.click()
        page.get_by_role("button", name="Write this part").click()
        look(page, "report-commentary")
        page.get_by_label("What do you want to say?").fill(words)
        page.get_by_label("It is ready to be read and signed off").check()
        page.get_by_role("button", name="Save").click()
        look(page, "report-section")
        page.goto(address)
    expect(page.get_by_text("Schools write more plans themselves.")).to_be_visible()
    expect(page.get_by_text("The draft strategy is out for comment.")).to_be_visible()
    look(page, "report-draft")
    return address


def and_the_chair_asks_for_more_and_is_answered(page: Page, analyst: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="What is going well", exact=True).first.click()
    page.get_by_label("Comment on this part").fill("Say how many schools.")
    page.get_by_role("button", name="Add the comment").click()
    page.goto(address)
    page.get_by_role("button", name="Sign off and publish").click()
    expect(page.get_by_role("heading", name="1 comment not resolved")).to_be_visible()
    analyst.goto("/work")
    analyst.get_by_role("link", name="Somebody has commented on your part of a board’s report").first.click()
    analyst.get_by_role("button", name="Resolve").click()
    expect(analyst.get_by_text("The comment is resolved")).to_be_visible()


def and_the_chair_signs_it(page: Page, address: str, look) -> None:
    page.goto(address)
    page.get_by_role("button", name="Sign off and publish").click()
    look(page, "report-sign")
    page.get_by_role("button", name="Sign off and publish").click()
    expect(page.get_by_role("alert")).to_contain_text("Read the report, then tick")
    page.get_by_label("I have read the report and it may go to the board").check()
    page.get_by_role("button", name="Sign off and publish").click()
    expect(page.get_by_text("The report is signed off and published.")).to_be_visible(timeout=30_000)


def then_it_can_be_read_and_taken_away(page: Page, look) -> None:
    look(page, "report-published")
    for name, ending in (("PDF", "pdf"), ("Word", "docx"), ("Excel annex", "xlsx"), ("Data as CSV", "zip")):
        with page.expect_download() as taken:
            page.get_by_role("link", name=name, exact=True).click()
        assert taken.value.suggested_filename.endswith(f".{ending}")
    page.goto("/reports")
    expect(page.get_by_text("Published", exact=True).first).to_be_visible()
    look(page, "reports")


def and_read_on_a_phone(page: Page, address: str, look) -> None:
    for path, name in (("/scorecard", "scorecard"), ("/reports", "reports"), (address, "report-published")):
        page.goto(path)
        look(page, name)
