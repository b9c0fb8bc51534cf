"""A strategy lives in Kinfold: it is updated by those who look after it, read on a page by partners, and taken out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

LATE = "The post that leads this is empty. Interviews are next week."


def test_a_business_unit_officer_updates_an_action_and_a_partner_reads_it(as_persona: Callable[..., Page], looked_at):
    officer = as_persona("board-support")
    given_the_strategy_is_found(officer, looked_at)
    when_an_action_is_off_track(officer, looked_at)
    then_a_partner_sees_it_in_the_tree(as_persona("mash-manager"), looked_at)


def test_a_partner_reads_the_plan_on_a_page(as_persona: Callable[..., Page], looked_at):
    for narrow in (False, True):
        page = as_persona("early-help-manager", narrow=narrow)
        page.goto("/strategy/")
        expect(page.get_by_text("it says 58 and lists 62").first).to_be_visible()
        looked_at(page, "strategies")
        for name, slug in (("Children’s Trust Plan 2020-23", "trust"), ("Young People at Risk", "young")):
            page.goto("/strategy/")
            page.get_by_role("link", name=f"Plan on a page ({name})").click()
            expect(page.get_by_role("img", name=re.compile(name))).to_be_visible()
            looked_at(page, f"strategy-on-a-page-{slug}")


def test_the_plan_prints_on_one_sheet(as_persona: Callable[..., Page], tmp_path: Path):
    from pypdf import PdfReader

    page = as_persona("board-chair")
    for key in ("trust_plan", "safeguarding", "annual_report"):
        page.goto(f"/strategy/plans/{key}/on-a-page")
        page.pdf(path=tmp_path / f"{key}.pdf", prefer_css_page_size=True, print_background=True)
        printed = PdfReader(tmp_path / f"{key}.pdf")
        assert len(printed.pages) == 1
        assert printed.pages[0].mediabox.width > printed.pages[0].mediabox.height


def test_a_strategy_is_taken_out_changed_and_read_in(as_persona: Callable[..., Page], looked_at, tmp_path: Path):
    page = as_persona("board-support")
    page.goto("/strategy/plans/pcso")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Take it out as a file").click()
    changed = tmp_path / "pcso.toml"
    changed.write_text(
        taken.value.path().read_text("utf-8").replace("Note the information", "Note what was said"), "utf-8"
    )
    page.get_by_role("link", name="Read a file in").click()
    looked_at(page, "strategy-read-in")
    page.locator("input[type=file]").set_input_files(changed)
    page.get_by_role("button", name="Look at it first").click()
    expect(page.get_by_text("pcso_1, action P5: title")).to_be_visible()
    looked_at(page, "strategy-read-in-check")
    page.get_by_role("button", name="Read it in").click()
    expect(page.get_by_text("read in", exact=False).first).to_be_visible()
    page.get_by_text("0 objectives, 5 actions").click()
    expect(page.get_by_role("link", name="P5 Note what was said")).to_be_visible()


def test_a_board_meets_and_what_it_agreed_is_followed(as_persona: Callable[..., Page], looked_at):
    officer, chair = as_persona("board-support"), as_persona("board-chair")
    given_the_early_help_board_has_a_forward_plan(officer, looked_at)
    when_it_meets_and_decides(officer, looked_at)
    then_the_chair_does_what_was_agreed(chair, looked_at)
    and_the_board_sees_that_it_happened(officer, looked_at)
    looked_at_on_a_phone(as_persona("board-chair", narrow=True), looked_at)


def given_the_strategy_is_found(page: Page, look) -> None:
    page.get_by_role("link", name="Strategies", exact=True).click()
    page.get_by_role("link", name="Multi-Agency Safeguarding Strategy 2023-26", exact=True).click()
    look(page, "strategy-tree")
    page.get_by_role("link", name=re.compile("^Priority 2: ")).click()
    look(page, "strategy-priority")
    page.get_by_role("link", name=re.compile("^2.3 Embed the Day")).click()


def when_an_action_is_off_track(page: Page, look) -> None:
    page.get_by_role("button", name="Say where it stands").click()
    page.get_by_label("Off track").check()
    page.get_by_label("What has been done, and what comes next?").fill("")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Say what has been done")
    look(page, "strategy-update-refused")
    page.get_by_label("What has been done, and what comes next?").fill(LATE)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text(LATE).first).to_be_visible()
    look(page, "strategy-line")


def then_a_partner_sees_it_in_the_tree(page: Page, look) -> None:
    page.goto("/strategy/plans/safeguarding")
    page.get_by_label("Where it stands").select_option("Off track")
    page.get_by_role("button", name="Update").click()
    expect(page.get_by_text("Off track", exact=True).last).to_be_visible()
    look(page, "strategy-filtered")
    page.get_by_role("link", name=re.compile("^2.3 Embed the Day")).click()
    expect(page.get_by_text(LATE).first).to_be_visible()
    expect(page.get_by_role("button", name="Say where it stands")).to_have_count(0)


def given_the_early_help_board_has_a_forward_plan(page: Page, look) -> None:
    page.goto("/strategy/boards")
    look(page, "boards")
    page.get_by_role("link", name="Early Help Board", exact=True).click()
    page.get_by_role("link", name="Bring the forward plan up to date").click()
    page.get_by_role("button", name="Bring it up to date").click()
    expect(page.get_by_role("table", name="Forward plan")).to_be_visible()


def when_it_meets_and_decides(page: Page, look) -> None:
    page.get_by_role("link", name="Plan the next meeting").click()
    for box, value in zip(("Day", "Month", "Year"), _today(page), strict=True):
        page.get_by_label(box, exact=True).fill(value)
    page.get_by_role("button", name="Save").click()
    page.get_by_text("The next meeting is on").get_by_role("link").click()
    page.get_by_role("button", name="Record the meeting").click()
    for box, value in zip(("Day", "Month", "Year"), _today(page), strict=True):
        page.get_by_label(box, exact=True).fill(value)
    page.get_by_label(re.compile("Director of Children, Families and Education")).check()
    look(page, "board-meeting-record")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Write down a decision").click()
    page.get_by_label("What was decided?").fill("The draft strategy is taken forward.")
    page.get_by_label("What is to be done about it?").fill("Bring the final draft to the next meeting.")
    page.get_by_label("Who will do it?").select_option(index=1)
    look(page, "board-decision")
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_text("The draft strategy is taken forward.")).to_be_visible()
    look(page, "board-meeting")


def then_the_chair_does_what_was_agreed(page: Page, look) -> None:
    page.goto("/strategy/boards/early_help_board")
    look(page, "board")
    page.get_by_role("link", name="Bring the final draft to the next meeting.").click()
    for box, value in zip(("Day", "Month", "Year"), _today(page), strict=True):
        page.get_by_label(box, exact=True).fill(value)
    look(page, "board-agreed")
    page.get_by_role("button", name="Mark as done").click()


def and_the_board_sees_that_it_happened(page: Page, look) -> None:
    page.goto("/strategy/boards/early_help_board")
    expect(page.get_by_role("table", name="What was agreed last time").get_by_text("Done", exact=True)).to_be_visible()


def looked_at_on_a_phone(page: Page, look) -> None:
    for path, name in (
        ("/strategy/boards/early_help_board", "board"), ("/strategy/plans/safeguarding", "strategy-tree"),
        ("/strategy/priority_2", "strategy-priority"), ("/strategy/boards", "boards"),
    ):  # fmt: skip
        page.goto(path)
        look(page, name)


def _today(page: Page) -> tuple[str, str, str]:
    day, month, year = page.evaluate(
        "new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London'}).format(new Date()).split('/')"
    )
    return day, month, year
