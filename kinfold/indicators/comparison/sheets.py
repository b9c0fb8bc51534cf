"""CSV files that people make, read row by row, with what is wrong said in plain words by row and column."""

import codecs
import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO


@dataclass(frozen=True, slots=True)
class Fault:
    """`row` as a spreadsheet numbers it, the heading being 1; None for the whole file. No `column`: the whole row."""

    row: int | None
    column: str | None
    message: str

    def __str__(self) -> str:
        place = [f"row {self.row:,}" if self.row is not None else "", self.column or ""]
        words = ", ".join(part for part in place if part)
        return f"{words}: {self.message}" if words else self.message


class SheetUnreadable(ValueError):
    """Nothing of the file is used. `faults` are in the order of its rows."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def rows(content: bytes, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row that is not blank, with its number: its cells by column, without spaces around them.

    Other columns are let be. UTF-8, UTF-16 and Windows-1252 are read, any line ends. Raises SheetUnreadable.
    """
    text = _text(content)
    if not text.strip():
        raise SheetUnreadable(Fault(None, None, f"The file is empty. It needs the columns {named(columns)}."))
    heading: list[str] | None = None
    number = 0
    try:
        for number, cells in enumerate(csv.reader(StringIO(text, newline=""), strict=True), start=1):
            if not any(cell.strip() for cell in cells):
                continue
            if heading is None:
                heading = _heading(number, cells, columns)
                continue
            if len(cells) > len(heading):
                words = f"The row has {len(cells)} cells and the heading {len(heading)}. Is there a comma in a number?"
                raise SheetUnreadable(Fault(number, None, words))
            written = dict(zip(heading, (cell.strip() for cell in cells), strict=False))
            yield number, {column: written.get(column, "") for column in columns}
    except csv.Error as error:
        raise SheetUnreadable(Fault(number + 1, None, f"The row cannot be read as CSV: {error}.")) from error


def _text(content: bytes) -> str:
    encodings = ("utf-16",) if content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise SheetUnreadable(Fault(None, None, "This is not a text file. Save the sheet as CSV, UTF-8."))


def _heading(number: int, cells: list[str], columns: Sequence[str]) -> list[str]:
    for mark, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(cells) == 1 and mark in cells[0]:
            message = f"The columns are separated by {name}. Separate them by commas, and write decimals with a point."
            raise SheetUnreadable(Fault(number, None, message))
    heading = [cell.strip().casefold() for cell in cells]
    faults = [Fault(number, one, "The column is there twice.") for one in columns if heading.count(one) > 1]
    if missing := [one for one in columns if one not in heading]:
        faults.append(Fault(number, None, f"The heading lacks {named(missing)}. It needs {named(columns)}."))
    if faults:
        raise SheetUnreadable(*faults)
    return heading


def named(columns: Sequence[str]) -> str:
    """a, b and c."""
    return " and ".join(filter(None, (", ".join(columns[:-1]), columns[-1])))
