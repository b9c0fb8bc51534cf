"""An agency's quarter: a page with a slip, sheets wrong in every way, a good one, a signature, and a revision."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from kinfold.web.intake.spreadsheets import layout
from tests.web.intake.sheets import changed, row_of, with_part

ARRESTS = "exploitation.arrests_for_sexual_exploitation | Whole, value"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def test_an_agency_sends_its_figures(as_persona: Callable[..., Page], looked_at):
    page = as_persona("agency-contact")
    when_i_open_what_is_due_from_my_tray(page, looked_at)
    when_i_type_a_slip_it_is_kept_and_told(page, looked_at)
    and_i_mend_it(page)
    sheet = when_i_take_the_sheet_away(page)
    for spoil, cell, words in wrong_in_every_way(sheet):
        then_a_wrong_sheet_is_set_aside(page, spoil, cell, words, looked_at)
    and_a_page_can_be_filled_in_on_a_phone(as_persona("agency-contact", narrow=True), page.url, looked_at)
    when_i_send_the_mended_sheet(page, sheet, looked_at)
    and_sign_it_off(page, looked_at)
    then_it_can_be_revised_and_the_first_version_stays(page, looked_at)
    and_the_analyst_sees_both(as_persona("analyst"), looked_at)
    and_it_can_be_read_on_a_phone(as_persona("agency-contact", narrow=True), page.url, looked_at)


def test_another_persona_sees_no_return(as_persona: Callable[..., Page]):
    page = as_persona("mash-manager")
    page.goto("/returns")
    expect(page.get_by_text("Your role does not let you see agencies’ returns of figures.")).to_be_visible()


def when_i_open_what_is_due_from_my_tray(page: Page, look) -> None:
    page.goto("/work")
    look(page, "return-in-the-tray")
    page.get_by_role("link", name="Send your agency’s figures for the quarter").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hampshire Constabulary: figures for")
    expect(page.get_by_text("0 of 15 figures are ready.")).to_be_visible()
    look(page, "return")


def when_i_type_a_slip_it_is_kept_and_told(page: Page, look) -> None:
    page.get_by_role("link", name="Arrests linked to child sexual exploitation").click()
    page.get_by_label("Arrests", exact=True).fill("about a dozen")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Arrests must be a number, such as 14")
    expect(page.get_by_text("What you typed is saved.")).to_be_visible()
    expect(page.get_by_label("Arrests", exact=True)).to_have_value("about a dozen")
    look(page, "return-figure-to-mend")


def and_i_mend_it(page: Page) -> None:
    last_time = re.search(r"Last time: (\d+)", page.locator("main").inner_text())
    assert last_time
    page.get_by_label("Arrests", exact=True).fill(last_time[1])
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("1 of 15 figures are ready.")).to_be_visible()


def when_i_take_the_sheet_away(page: Page) -> bytes:
    with page.expect_download() as taken:
        page.get_by_role("link", name="download the same as a spreadsheet").click()
    return Path(taken.value.path()).read_bytes()


def wrong_in_every_way(sheet: bytes) -> list[tuple[bytes, str, str]]:
    cell = f"F{row_of(sheet, ARRESTS)}"

    def put(where, value, style=None):
        def change(page):
            page[where] = value
            if style:
                page[where].number_format = style

        return changed(sheet, change)

    return [
        (changed(sheet, lambda page: page.insert_cols(6)), "F6", "The heading should be “This time”"),
        (changed(sheet, lambda page: page.merge_cells("F8:F9")), "F8", "Cells F8:F9 are merged"),
        (put(cell, "about 30"), cell, "“about 30” must be a number"),
        (put(cell, "=10+2"), cell, "There is a formula here"),
        (put(cell, 31, "dd/mm/yyyy"), cell, "There is a date here (31 January 1900)"),
        (put(layout.QUARTER_CELL, "2019-20-Q1"), layout.QUARTER_CELL, "The sheet is for “2019-20-Q1”"),
        (put(layout.AGENCY_CELL, "Somebody Else"), layout.AGENCY_CELL, "The sheet is for “Somebody Else”"),
        (with_part(sheet, "xl/vbaProject.bin", b"x"), "Whole file", "The file holds macros"),
        (with_part(sheet, "xl/bomb.xml", b"0" * 30_000_000), "Whole file", "far more than a return does"),
        (sheet[:2000], "Whole file", "is damaged"),
    ]


def then_a_wrong_sheet_is_set_aside(page: Page, content: bytes, cell: str, words: str, look) -> None:
    _send(page, content)
    expect(page.get_by_role("heading", level=1)).to_have_text("The sheet was set aside")
    row = page.get_by_role("row", name=re.compile(rf"^{re.escape(cell)}\b.*{re.escape(words)}"))
    expect(row.first).to_be_visible()
    look(page, "return-sheet-set-aside")
    page.get_by_role("link", name="The return").click()
    expect(page.get_by_text("1 of 15 figures are ready.")).to_be_visible()


def and_a_page_can_be_filled_in_on_a_phone(page: Page, address: str, look) -> None:
    page.goto(address)
    look(page, "return")
    page.get_by_role("link", name="Crimes of child neglect recorded").click()
    look(page, "return-figure")


def when_i_send_the_mended_sheet(page: Page, sheet: bytes, look) -> None:
    def one_more_arrest(page):
        cell = f"F{row_of(sheet, ARRESTS)}"
        page[cell] = page[cell].value + 1

    page.goto(page.url)
    _send(page, changed(sheet, one_more_arrest))
    expect(page.get_by_text("The sheet is in the return.")).to_be_visible()
    expect(page.get_by_text("15 of 15 figures are ready.")).to_be_visible()
    look(page, "return-ready")


def and_sign_it_off(page: Page, look) -> None:
    page.get_by_role("button", name="Check and sign off").click()
    look(page, "return-sign-off")
    page.get_by_role("button", name="Sign off").click()
    expect(page.get_by_role("alert")).to_contain_text("Check the figures, then tick")
    page.get_by_label("I have checked these figures").check()
    page.get_by_role("button", name="Sign off").click()
    expect(page.get_by_text("The figures are signed off.")).to_be_visible()
    look(page, "return-signed")


def then_it_can_be_revised_and_the_first_version_stays(page: Page, look) -> None:
    page.get_by_role("button", name="Revise the figures").click()
    look(page, "return-revise")
    page.get_by_label("Why are the figures to be revised?").fill("One arrest was recorded late.")
    page.get_by_role("button", name="Open the return again").click()
    expect(page.get_by_text("Being revised")).to_be_visible()
    page.get_by_role("link", name="Arrests linked to child sexual exploitation").click()
    box = page.get_by_label("Arrests", exact=True)
    box.fill(str(int(box.input_value()) + 1))
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Check and sign off").click()
    page.get_by_label("I have checked these figures").check()
    page.get_by_role("button", name="Sign off").click()
    expect(page.get_by_role("link", name="Version 1")).to_be_visible()
    page.get_by_role("link", name="Version 2").click()
    expect(page.get_by_text("One arrest was recorded late.")).to_be_visible()
    look(page, "return-version")
    page.get_by_role("link", name="The return").click()


def and_the_analyst_sees_both(page: Page, look) -> None:
    page.goto("/returns")
    expect(page.get_by_text("Version 2, Farida Lindqvist").first).to_be_visible()
    look(page, "returns")
    page.goto("/published")
    look(page, "published")
    page.get_by_role("button", name="Load a file").click()
    look(page, "published-load")


def and_it_can_be_read_on_a_phone(page: Page, address: str, look) -> None:
    for path, name in (
        ("/returns", "returns"),
        (address, "return-signed"),
        (f"{address}/versions/2", "return-version"),
    ):
        page.goto(path)
        look(page, name)


def _send(page: Page, content: bytes) -> None:
    page.get_by_role("link", name="send it back filled in").click()
    page.locator("input[type=file]").set_input_files({"name": "return.xlsx", "mimeType": EXCEL, "buffer": content})
    page.get_by_role("button", name="Send").click()
