"""A manager looks at a family's help; its lead reads what was decided, and says that a child has moved away."""

from __future__ import annotations

from playwright.sync_api import Page, expect

DECIDED = "The lead rings the school by Friday."


def test_supervision_is_recorded_and_read_and_a_move_is_said_once(as_persona, looked_at):
    family = when_the_manager_looks_at_a_family(as_persona("early-help-manager"), looked_at)
    lead = as_persona("early-help-lead", narrow=True)
    then_its_lead_reads_what_was_decided(lead, family, looked_at)
    when_a_child_moves_away(lead, family, looked_at)
    then_they_live_here_again(lead)
    refused = as_persona("pcso").goto("/early-help/oversight")
    assert refused is not None
    assert refused.status == 403


def when_the_manager_looks_at_a_family(page: Page, look) -> str:
    page.goto("/early-help/oversight")
    look(page, "oversight")
    mine = page.get_by_role("row").filter(has_text="Carys Whitlow")
    mine.get_by_role("link").first.click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    page.get_by_label("What did you talk about?").fill("Mornings are calmer.")
    page.get_by_label("What did you decide?").fill(DECIDED)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("It is recorded, and the next is due by itself.")).to_be_visible()
    look(page, "oversight-of-family")
    return page.url


def then_its_lead_reads_what_was_decided(page: Page, family: str, look) -> None:
    page.goto(family)
    expect(page.get_by_text(DECIDED).first).to_be_visible()
    expect(page.get_by_label("What did you decide?")).to_have_count(0)
    look(page, "oversight-read")


def when_a_child_moves_away(page: Page, family: str, look) -> None:
    page.goto(family.replace("/oversight", ""))
    page.locator("main a[href*='/children/']").first.click()
    page.get_by_role("link", name="They moved away").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    look(page, "moved-mistakes")
    page.get_by_label("Day").fill("1")
    page.get_by_label("Month").fill("11")
    page.get_by_label("Year").fill("2025")
    page.get_by_label("To which council").fill("Southampton")
    page.get_by_label("What was passed on").fill("Rang their MASH.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Southampton").first).to_be_visible()
    look(page, "moved-away")


def then_they_live_here_again(page: Page) -> None:
    page.get_by_role("button", name="They live here again").click()
    expect(page.get_by_role("link", name="They moved away")).to_be_visible()
