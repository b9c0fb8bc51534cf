"""The spreadsheet that an agency may fill in instead of the pages: last time's figures beside the empty boxes."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from kinfold.indicators.gathering import boxes_of
from kinfold.indicators.gathering.boxes import asks
from kinfold.web.intake.selectors.filling import Filled, Sheet
from kinfold.web.intake.spreadsheets.layout import DEFINITIONS, FIRST_ROW, HEADING_ROW, HEADINGS, SHEET, code

_WIDTHS = (18, 46, 34, 46, 12, 12, 46, 8)
_HELP = (
    "Type this quarter’s figures in column F, digits only. Where a figure cannot be given, or is unusual, say why in "
    "column G. Leave everything else as it is: the sheet is checked when you send it."
)


def write(sheet: Sheet) -> bytes:
    """Strings are written as strings, so that nothing typed earlier can become a formula."""
    sink = BytesIO()
    with xlsxwriter.Workbook(sink, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        words = book.add_format({"text_wrap": True, "valign": "top"})
        quiet = book.add_format({"font_color": "#6f777b", "valign": "top"})
        box = book.add_format({"locked": False, "border": 1, "bg_color": "#fff7bf", "valign": "top"})
        note = book.add_format({"locked": False, "border": 1, "text_wrap": True, "valign": "top"})
        page = book.add_worksheet(SHEET)
        page.write_string("A1", f"Return of figures: {sheet.agency}, {sheet.title}", bold)
        for place, (name, said) in enumerate((("Agency", sheet.agency), ("Quarter", sheet.period)), start=1):
            page.write_string(place, 0, name, bold)
            page.write_string(place, 1, said)
        page.write_string("A4", _HELP)
        for column, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
            page.write_string(HEADING_ROW - 1, column, heading, bold)
            page.set_column(column, column, width, None, {"hidden": heading == "Saved"})
        row = FIRST_ROW - 1
        for filled in sheet.answers:
            for place, each in enumerate(boxes_of(filled.one)):
                page.write_string(row, 0, code(filled.one.key, each.name), quiet)
                page.write_string(row, 1, filled.one.title, bold if place == 0 else words)
                page.write_string(row, 2, f"{each.by}: {each.group}" if each.by else "The whole", words)
                page.write_string(row, 3, asks(filled.one, each), words)
                _write_typed(page, row, 4, filled.last_time.get(each.name, ""), quiet)
                _write_typed(page, row, 5, filled.typed.get(each.name, ""), box)
                page.write_string(row, 6, filled.note if place == 0 else "", note if place == 0 else None)
                page.write_number(row, 7, filled.version)
                row += 1
        page.freeze_panes(HEADING_ROW, 2)
        page.protect("", {"format_columns": True, "format_rows": True})
        _define(book.add_worksheet(DEFINITIONS), sheet.answers, bold, words)
    return sink.getvalue()


def _write_typed(page: xlsxwriter.worksheet.Worksheet, row: int, column: int, typed: str, style: object) -> None:
    """As a number where it is one, so that the spreadsheet program can add it up."""
    try:
        page.write_number(row, column, float(typed), style)
    except ValueError:
        page.write_string(row, column, typed, style)


def _define(page: xlsxwriter.worksheet.Worksheet, answers: Sequence[Filled], bold: object, words: object) -> None:
    for column, width in enumerate((46, 90, 40, 60)):
        page.set_column(column, column, width)
    for column, heading in enumerate(("Figure", "Counts", "Of", "Note")):
        page.write_string(0, column, heading, bold)
    for row, filled in enumerate(answers, start=1):
        said = (filled.one.title, filled.one.definition, filled.one.population, filled.one.note)
        for column, text in enumerate(said):
            page.write_string(row, column, text, words)
    page.protect()
