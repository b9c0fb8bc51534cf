"""Reading a filled-in sheet: every fault by cell, or the answers that it holds. Nothing is guessed or mended."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from kinfold.indicators.gathering import Box, NotANumber, boxes_of, plain, read_number
from kinfold.web.intake.selectors.filling import Filled, Sheet
from kinfold.web.intake.spreadsheets import layout
from kinfold.web.intake.spreadsheets.faults import SheetFault
from kinfold.web.intake.spreadsheets.safety import refuse_harm

_UNREADABLE = (
    InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError, EOFError,
    OverflowError, ArithmeticError,
)  # fmt: skip
"""What openpyxl raises over a workbook that is none inside; a parse error of XML is a SyntaxError."""

LONGEST_SHOWN = 40


@dataclass(frozen=True)
class Answered:
    typed: dict[str, str]
    note: str


@dataclass(frozen=True)
class Told:
    """Either faults, in the order of the sheet, or an answer for every indicator of the return."""

    faults: tuple[SheetFault, ...]
    answers: Mapping[str, Answered] = field(default_factory=dict)


@dataclass(frozen=True)
class _Cell:
    value: Any
    kind: str  # openpyxl's letter: n number, s text, f formula, d date, b yes or no, e error

    @property
    def text(self) -> str:
        return "" if self.value is None else str(self.value).strip()


_EMPTY = _Cell(None, "n")


def read(name: str, content: bytes, sheet: Sheet) -> Told:
    """Raises a fault where the file cannot be read at all."""
    faults = list(refuse_harm(name, content))
    cells = _cells(content, most_rows=layout.FIRST_ROW + 2 * sum(len(boxes_of(each.one)) for each in sheet.answers))
    faults += _not_this_return(cells, sheet)
    faults += _moved(cells)
    if faults:
        return Told(tuple(faults))
    rows = _rows(cells)
    expected = {
        layout.code(each.one.key, box.name): (each, box) for each in sheet.answers for box in boxes_of(each.one)
    }
    faults = [*_strange_rows(cells, rows, expected), *_wrong_cells(cells, rows, expected)]
    if faults:
        return Told(tuple(faults))
    answers = {each.one.key: _answered(each, cells, rows) for each in sheet.answers}
    faults = [*_saved_since(sheet, answers, cells, rows), *_nothing_new(sheet, answers)]
    return Told(tuple(faults), {} if faults else answers)


def _cells(content: bytes, *, most_rows: int) -> dict[str, _Cell]:
    try:
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)
        if layout.SHEET not in book.sheetnames:
            raise SheetFault("", f"There is no sheet called “{layout.SHEET}”. Download the sheet and fill in that one")
        page = book[layout.SHEET]
        found = {}
        for number, row in enumerate(page.iter_rows(max_row=most_rows, max_col=len(layout.COLUMNS)), start=1):
            for column, cell in zip(layout.COLUMNS, row, strict=False):
                if cell.value is not None:
                    found[f"{column}{number}"] = _Cell(cell.value, cell.data_type)
        return found
    except _UNREADABLE as broken:
        raise SheetFault("", "The file is damaged and cannot be opened. Save it again and send it again") from broken


def _not_this_return(cells: Mapping[str, _Cell], sheet: Sheet) -> Iterator[SheetFault]:
    for cell, what, ours in (
        (layout.AGENCY_CELL, "agency", sheet.agency), (layout.QUARTER_CELL, "quarter", sheet.period),
    ):  # fmt: skip
        said = cells.get(cell, _EMPTY).text
        if said != ours:
            theirs = f"is for “{_short(said)}”" if said else f"does not say its {what}"
            yield SheetFault(cell, f"The sheet {theirs}. This return is for {ours}")


def _moved(cells: Mapping[str, _Cell]) -> Iterator[SheetFault]:
    for column, heading in zip(layout.COLUMNS, layout.HEADINGS, strict=True):
        cell = f"{column}{layout.HEADING_ROW}"
        said = cells.get(cell, _EMPTY).text
        if said != heading:
            yield SheetFault(
                cell, f"The heading should be “{heading}” and is “{_short(said)}”. Put columns and rows back in place"
            )


def _rows(cells: Mapping[str, _Cell]) -> dict[str, list[int]]:
    """Code ▶ the rows that bear it."""
    found: dict[str, list[int]] = {}
    for place, cell in cells.items():
        number = int(place[1:])
        if place[0] == layout.CODE and number >= layout.FIRST_ROW and cell.text:
            found.setdefault(cell.text, []).append(number)
    return found


def _strange_rows(
    cells: Mapping[str, _Cell], rows: Mapping[str, list[int]], expected: Mapping[str, tuple[Filled, Box]]
) -> Iterator[SheetFault]:
    for code, (filled, box) in expected.items():
        if code not in rows:
            of = f"{box.by}: {box.group}" if box.by else "the whole"
            yield SheetFault("", f"The row for “{filled.one.title}”, {of} ({box.part}), is missing. Put it back")
        for again in rows.get(code, [])[1:]:
            yield SheetFault(f"A{again}", f"This row is there twice: also in row {rows[code][0]}")
    for code, numbers in rows.items():
        if code not in expected:
            yield SheetFault(f"A{numbers[0]}", f"“{_short(code)}” is no row of this return. Remove it")
    known = {number for numbers in rows.values() for number in numbers}
    for place, cell in cells.items():
        number = int(place[1:])
        if place[0] == layout.THIS_TIME and number >= layout.FIRST_ROW and number not in known and cell.text:
            yield SheetFault(place, "There is a figure here in a row that has no code. Put it in its own row")


def _wrong_cells(
    cells: Mapping[str, _Cell], rows: Mapping[str, list[int]], expected: Mapping[str, tuple[Filled, Box]]
) -> Iterator[SheetFault]:
    for code in expected:
        for column in (layout.THIS_TIME, layout.NOTE):
            place = f"{column}{rows.get(code, [0])[0]}"
            cell = cells.get(place, _EMPTY)
            if (words := _wrong(cell, number=column == layout.THIS_TIME)) is not None:
                yield SheetFault(place, words)


def _wrong(cell: _Cell, *, number: bool) -> str | None:
    if cell.kind == "f":
        return "There is a formula here. Type the figure itself"
    if cell.kind == "e":
        return f"There is an error here: {_short(cell.text)}. Type the figure itself"
    if not number:
        return None
    if isinstance(cell.value, (date, datetime, time, timedelta)):
        return f"There is a date here ({_dated(cell.value)}). Make the cell a number, then type the figure again"
    if isinstance(cell.value, bool):
        return "There is yes or no here. Type a number"
    try:
        read_number(_typed(cell), whole=False)
    except NotANumber as wrong:
        return f"“{_short(cell.text)}” {wrong}" if "number" in str(wrong) else f"The figure {wrong}"
    return None


def _answered(filled: Filled, cells: Mapping[str, _Cell], rows: Mapping[str, list[int]]) -> Answered:
    boxes = boxes_of(filled.one)
    numbers = {box: rows[layout.code(filled.one.key, box.name)][0] for box in boxes}
    typed = {box.name: _typed(cells.get(f"{layout.THIS_TIME}{numbers[box]}", _EMPTY)) for box in boxes}
    notes = [cells.get(f"{layout.NOTE}{numbers[box]}", _EMPTY).text for box in boxes]
    return Answered(typed, "\n".join(note for note in notes if note))


def _typed(cell: _Cell) -> str:
    if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
        return plain(Decimal(repr(cell.value)))
    return cell.text


def _saved_since(
    sheet: Sheet, answers: Mapping[str, Answered], cells: Mapping[str, _Cell], rows: Mapping[str, list[int]]
) -> Iterator[SheetFault]:
    """What somebody saved on the screen after the sheet was made is not overwritten unseen."""
    for filled in sheet.answers:
        for box in boxes_of(filled.one):
            number = rows[layout.code(filled.one.key, box.name)][0]
            here, theirs = answers[filled.one.key].typed[box.name], filled.typed.get(box.name, "")
            if cells.get(f"{layout.SAVED}{number}", _EMPTY).text != str(filled.version) and here != theirs:
                yield SheetFault(
                    f"{layout.THIS_TIME}{number}",
                    f"The sheet says “{here}”, and “{theirs}” was saved on the screen after the sheet was made. "
                    "Download the sheet again, or type the figure on the screen",
                )


def _nothing_new(sheet: Sheet, answers: Mapping[str, Answered]) -> Iterator[SheetFault]:
    last_time = {each.one.key: dict(each.last_time) for each in sheet.answers if each.last_time}
    same = all(answers[key].typed == typed for key, typed in last_time.items())
    if last_time and same and not any(each.saved for each in sheet.answers):
        yield SheetFault("", "Every figure is the same as last time. Type this quarter’s figures in column F")


def _dated(value: date | datetime | time | timedelta) -> str:
    return f"{value:%-d %B %Y}" if isinstance(value, date) else str(value)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
