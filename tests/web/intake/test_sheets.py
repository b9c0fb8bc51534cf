"""A filled-in sheet is taken in whole; a faulty one is set aside whole, and every fault is told by its cell."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from io import BytesIO

import openpyxl
import pytest
from django.core.exceptions import ValidationError

from kinfold.web.intake.actions import asking, filling, signing
from kinfold.web.intake.models import Answer, ReturnedFigure, Upload
from kinfold.web.intake.selectors.filling import filled, sheet_of
from kinfold.web.intake.spreadsheets import layout
from kinfold.web.intake.spreadsheets.writing import write
from tests.web.intake.conftest import JULY, NEXT_QUARTER, OCTOBER, QUARTER, figures
from tests.web.intake.sheets import changed, filled_in, row_of, with_part

ARRESTS = "exploitation.arrests_for_sexual_exploitation"
ROW = "exploitation.arrests_for_sexual_exploitation | Whole, value"


@pytest.fixture
def sheet(asked, contact):
    return sheet_of(contact, asked)


@pytest.fixture
def good(sheet) -> bytes:
    return filled_in(sheet, figures(QUARTER, 12))


@pytest.fixture
def send(asked, contact):
    def sent(content: bytes, name: str = "return.xlsx", of=asked) -> Upload:
        return filling.take_in(of=of, name=name, content=content, by=contact, now=JULY)

    return sent


def faults(upload: Upload) -> list[tuple[str, str]]:
    return [(fault["cell"], fault["words"]) for fault in upload.faults]


def test_a_good_sheet_fills_the_return_and_can_be_signed(good, send, asked, contact):
    assert faults(send(good)) == []
    assert all(answer.done for answer in filled(contact, asked))
    signing.sign_off(of=asked, version=1, by=contact, now=JULY, today=JULY.date())
    assert set(ReturnedFigure.objects.filter(by="").values_list("value", flat=True)) == {12}


def test_a_sheet_says_the_same_as_the_pages(good, send, asked, fill):
    send(good)
    by_sheet = {answer.indicator: answer.typed for answer in asked.answers.all()}
    fill(asked, number=12)
    assert {answer.indicator: answer.typed for answer in asked.answers.all()} == by_sheet


def test_the_file_is_kept_byte_for_byte_with_or_without_faults(good, send):
    for content in (good, b"not a workbook"):
        upload = send(content)
        kept = Upload.objects.get(pk=upload.pk)
        assert (bytes(kept.content), kept.sha256) == (content, sha256(content).hexdigest())


def put(cell, value, **format_):
    def change(page):
        page[cell] = value
        for name, said in format_.items():
            setattr(page[cell], name, said)

    return change


BAD_CELLS = [
    ("about 30", {}, "“about 30” must be a number, such as 14"),
    ("<5", {}, "“<5” must be a number, such as 14"),
    ("=10+2", {}, "There is a formula here. Type the figure itself"),
    (-3, {}, "The figure must be 0 or more"),
    (31, {"number_format": "dd/mm/yyyy"}, "There is a date here (31 January 1900)"),
    (datetime(2024, 6, 5), {}, "There is a date here (5 June 2024)"),
    (True, {}, "There is yes or no here. Type a number"),
    ("#REF!", {"data_type": "e"}, "There is an error here: #REF!"),
]


@pytest.mark.parametrize(("value", "format_", "words"), BAD_CELLS)
def test_what_is_no_figure_is_told_by_its_cell(good, send, value, format_, words):
    cell = f"F{row_of(good, ROW)}"
    upload = send(changed(good, put(cell, value, **format_)))
    assert [(where, what[: len(words)]) for where, what in faults(upload)] == [(cell, words)]
    assert not Answer.objects.exists(), "the return stays as it was"


def test_every_fault_is_told_at_once(good, send):
    def spoil(page):
        page["F7"], page["F8"], page["G7"] = "many", "=1", "=HYPERLINK(1)"

    assert [cell for cell, _ in faults(send(changed(good, spoil)))] == ["F7", "G7", "F8"]


def test_moved_columns_are_told_by_their_headings(good, send):
    upload = send(changed(good, lambda page: page.insert_cols(6)))
    cells = dict(faults(upload))
    assert list(cells) == ["F6", "G6", "H6"]
    assert cells["F6"] == "The heading should be “This time” and is “”. Put columns and rows back in place"


def test_merged_cells_are_told(good, send):
    upload = send(changed(good, lambda page: page.merge_cells("F8:F9")))
    assert ("F8", "Cells F8:F9 are merged. Unmerge them") in faults(upload)
    assert not Answer.objects.exists()


def test_rows_that_are_missing_strange_or_twice_are_told(good, send):
    row = row_of(good, ROW)

    def shuffle(page):
        page[f"A{row}"] = "police.lost_cats | Whole, value"
        page["A8"] = page["A7"].value
        page[f"F{page.max_row + 2}"] = 9

    told = [words for _, words in faults(send(changed(good, shuffle)))]
    assert any(
        "“Arrests linked to child sexual exploitation”, the whole (value), is missing" in words for words in told
    )
    assert "“police.lost_cats | Whole, value” is no row of this return. Remove it" in told
    assert "This row is there twice: also in row 7" in told
    assert "There is a figure here in a row that has no code. Put it in its own row" in told


def test_rows_in_another_order_are_read_by_their_codes(good, send, asked):
    def swap(page):
        for column in layout.COLUMNS:
            page[f"{column}7"].value, page[f"{column}9"].value = page[f"{column}9"].value, page[f"{column}7"].value

    assert faults(send(changed(good, swap))) == []
    assert asked.answers.get(indicator=ARRESTS).typed == {"Whole, value": "12"}


def test_another_quarters_sheet_is_refused(good, send):
    upload = send(changed(good, put("B3", "2023-24-Q4")))
    assert faults(upload) == [("B3", "The sheet is for “2023-24-Q4”. This return is for 2024-25-Q1")]


def test_another_agencys_sheet_is_refused(good, send):
    upload = send(changed(good, put("B2", "Portsmouth City Council")))
    told = "The sheet is for “Portsmouth City Council”. This return is for Hampshire Constabulary"
    assert faults(upload) == [("B2", told)]


def test_a_sheet_without_its_name_is_refused(good, send):
    def rename(page):
        page.title = "Sheet1"

    assert "There is no sheet called “Return”" in faults(send(changed(good, rename)))[0][1]


HARMFUL = [
    ("return.xlsm", lambda good: good, "holds macros"),
    ("return.xlsx", lambda good: with_part(good, "xl/vbaProject.bin", b"x"), "holds macros"),
    ("return.xlsx", lambda good: with_part(good, "xl/media/bomb.xml", b"0" * 30_000_000), "far more than a return"),
    ("return.xlsx", lambda good: with_part(good, "xl/more.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]>"), "no spreadsheet"),
    ("return.xlsx", lambda good: with_part(good, "xl/externalLinks/externalLink1.xml", b"<x/>"), "from other files"),
    ("return.xlsx", lambda good: good + b" " * 3_000_000, "larger than 2MB"),
    ("return.xlsx", lambda good: b"\xd0\xcf\x11\xe0" + good, "protected by a password"),
    ("return.csv", lambda good: b"a,b\n1,2\n", "not an Excel workbook"),
    ("return.xlsx", lambda good: good[: len(good) // 2], "is damaged"),
    ("return.xlsx", lambda good: b"PK\x03\x04" + b"\x00" * 64, "is damaged"),
]


@pytest.mark.parametrize(("name", "spoil", "words"), HARMFUL, ids=[words for _, _, words in HARMFUL])
def test_a_file_that_could_do_harm_is_not_opened(good, send, name, spoil, words):
    ((cell, told),) = faults(send(spoil(good), name))
    assert cell == ""
    assert words in told
    assert not Answer.objects.exists()


def test_a_workbook_of_nonsense_is_damaged_and_no_error(good, send):
    import zipfile

    sink = BytesIO()
    with zipfile.ZipFile(BytesIO(good)) as parts, zipfile.ZipFile(sink, "w") as spoilt:
        for part in parts.infolist():
            text = parts.read(part)
            spoilt.writestr(part.filename, text[: len(text) // 3] if "sheet1" in part.filename else text)
    ((_, told),) = faults(send(sink.getvalue()))
    assert "is damaged" in told


def test_what_was_saved_on_the_screen_since_is_not_overwritten_unseen(good, send, asked, contact):
    filling.save(of=asked, indicator=ARRESTS, typed={"Whole, value": "7"}, note="", version=0, by=contact, now=JULY)
    ((cell, told),) = faults(send(good))
    assert cell == f"F{row_of(good, ROW)}"
    assert "The sheet says “12”, and “7” was saved on the screen" in told
    assert faults(send(filled_in(sheet_of(contact, asked), figures(QUARTER, 12)))) == []


def test_figures_that_do_not_hold_are_taken_in_as_typed_and_told_on_the_page(good, send, asked, contact):
    upload = send(changed(good, put("F7", 40)))
    assert faults(upload) == []
    wrong = [answer for answer in filled(contact, asked) if not answer.done]
    assert [answer.one.key for answer in wrong] == ["police.crimes_of_neglect"]
    assert wrong[0].faults[0].words == "Crimes by age adds up to 12 where the whole is 40"


def test_a_sheet_sent_back_untouched_is_refused(signed, analyst, contact, send):
    (after,) = asking.ask(period=NEXT_QUARTER, by=analyst, now=OCTOBER, today=OCTOBER.date())
    untouched = write(sheet_of(contact, after))
    page = openpyxl.load_workbook(BytesIO(untouched))[layout.SHEET]
    assert (page["E7"].value, page["F7"].value) == (12, 12), "last time's figures are in both columns"
    ((_, told),) = faults(send(untouched, of=after))
    assert told == "Every figure is the same as last time. Type this quarter’s figures in column F"


def test_a_signed_return_takes_no_sheet(signed, send, good):
    with pytest.raises(ValidationError, match="signed off"):
        send(good, of=signed)


def test_nothing_typed_comes_back_as_a_formula(asked, contact):
    filling.save(
        of=asked, indicator=ARRESTS, typed={"Whole, value": "=1+1"}, note="=cmd()", version=0, by=contact, now=JULY
    )
    page = openpyxl.load_workbook(BytesIO(write(sheet_of(contact, asked))))[layout.SHEET]
    cells = [cell for row in page.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert [(cell.value, cell.data_type) for cell in cells] == [("=1+1", "s"), ("=cmd()", "s")]


def test_the_sheet_defines_every_figure(sheet):
    page = openpyxl.load_workbook(BytesIO(write(sheet)))[layout.DEFINITIONS]
    assert [row[0].value for row in page.iter_rows(min_row=2)] == [each.one.title for each in sheet.answers]
