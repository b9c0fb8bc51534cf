"""The shift ends: a note is left with how the board stands, and the next shift reads it; the board stands on paper."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.hub import tell_the_hub

WORDS = "Ms Bray rings back at nine about the twins, and the ward at ten."


def test_a_note_is_left_and_read(as_persona, looked_at):
    tell_the_hub(as_persona("safeguarding-lead", narrow=True), "Sorrel Shiftley")
    leaves = as_persona("mash-decision-maker")
    when_the_shift_ends_with_a_note(leaves, looked_at)
    then_the_next_shift_reads_it(as_persona("mash-manager"), looked_at)
    then_it_says_who_has_read_it(leaves)
    then_the_board_stands_on_paper(leaves, looked_at)
    refused = as_persona("early-help-lead").goto("/mash/shift")
    assert refused is not None
    assert refused.status == 403


def when_the_shift_ends_with_a_note(page: Page, look) -> None:
    page.goto("/mash/shift")
    expect(page.get_by_text("not finished:")).to_be_visible()
    look(page, "shift")
    page.get_by_role("textbox").fill(WORDS)
    page.get_by_role("button", name="Leave the note").click()
    left = page.locator(".kf-said").filter(has_text=WORDS)
    expect(left.get_by_text("Nobody else has read it yet")).to_be_visible()


def then_the_next_shift_reads_it(page: Page, look) -> None:
    page.goto("/work")
    page.get_by_role("link", name="The last shift in the MASH left a note").first.click()
    note = page.locator(".kf-panel").filter(has_text=WORDS)
    expect(note).to_be_visible()
    look(page, "shift-note")
    note.get_by_role("button", name="I have read it").click()
    expect(note).to_have_count(0)


def then_it_says_who_has_read_it(page: Page) -> None:
    page.goto("/mash/shift")
    expect(page.locator(".kf-said").filter(has_text=WORDS).get_by_text("Read by Ingrid Sorley")).to_be_visible()


def then_the_board_stands_on_paper(page: Page, look) -> None:
    page.get_by_role("link", name="The board on paper").click()
    expect(page.get_by_text("Sorrel Shiftley").first).to_be_visible()
    look(page, "board-on-paper")
    page.emulate_media(media="print")
    expect(page.get_by_text("Print this page before you need it")).to_be_hidden()
    expect(page.get_by_text("It names children")).to_be_visible()
    page.emulate_media(media="screen")
