"""Filled-in sheets, right and wrong in every way that people and their programs find."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import openpyxl

from kinfold.web.intake.selectors.filling import Sheet
from kinfold.web.intake.spreadsheets import layout
from kinfold.web.intake.spreadsheets.writing import write

Page = Any  # openpyxl's worksheet


def filled_in(sheet: Sheet, figures: Mapping[str, Mapping[str, str]]) -> bytes:
    """As the agency would: every box of every figure typed as a number."""

    def fill(page: Page) -> None:
        for row in range(layout.FIRST_ROW, page.max_row + 1):
            key, _, box = page[f"A{row}"].value.partition(" | ")
            page[f"F{row}"] = float(figures[key][box])

    return changed(write(sheet), fill)


def changed(content: bytes, change: Callable[[Page], None]) -> bytes:
    book = openpyxl.load_workbook(BytesIO(content))
    change(book[layout.SHEET])
    sink = BytesIO()
    book.save(sink)
    return sink.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same workbook with one more file in its zip."""
    sink = BytesIO(content)
    with zipfile.ZipFile(sink, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, part)
    return sink.getvalue()


def row_of(content: bytes, code: str) -> int:
    page = openpyxl.load_workbook(BytesIO(content))[layout.SHEET]
    return next(row for row in range(1, page.max_row + 1) if page[f"A{row}"].value == code)
