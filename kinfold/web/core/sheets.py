"""A CSV file that somebody sends: refused whole where it is not what it should be, else read line by line."""

import csv
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any, Protocol

from kinfold.web.core.cells import Wrong, as_written

MOST_BYTES = 10 * 1024 * 1024
MOST_LINES = 10_000
WHY_NOT = "why_not"  # the column that Kinfold adds to lines it gives back; it is read past
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # of Excel and LibreOffice, whatever the file is called
csv.field_size_limit(100_000)


class Unreadable(ValueError):
    """The whole file is refused; the message says why, and how to mend it."""


class Read(Protocol):
    """A column, as far as reading its cells goes."""

    @property
    def name(self) -> str: ...
    @property
    def needed(self) -> bool: ...
    def read(self, said: str, /) -> Any: ...


@dataclass(frozen=True)
class Line:
    number: int
    said: Mapping[str, str]
    faults: tuple[tuple[str, str], ...] = ()  # (column, what is wrong)


def lines_of_csv(content: bytes, columns: Sequence[Read]) -> list[Line]:
    """Each line by column. Raises :class:`Unreadable`."""
    if content.startswith(_SPREADSHEETS):
        raise Unreadable("This is a spreadsheet. Open it, and save it as “CSV UTF-8”.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("The file is not text in UTF-8. In Excel, save it as “CSV UTF-8”.") from None
    if "\x00" in text:
        raise Unreadable("The file is not a CSV file.")
    try:
        rows = csv.reader(StringIO(text, newline=""), strict=True)
        names = [name.strip() for name in next(rows, [])]
        _hold_columns(names, columns)
        lines, begins = [], rows.line_num + 1
        for row in rows:
            if any(cell.strip() for cell in row):
                lines.append(_line(begins, names, row))
            begins = rows.line_num + 1  # a cell may go over several lines
            if len(lines) > MOST_LINES:
                raise Unreadable(f"The file has more than {MOST_LINES:,} lines. Send it in parts.")
    except csv.Error as broken:
        raise Unreadable(f"Line {rows.line_num} cannot be read: {broken}. Save the file as CSV again.") from None
    return some(lines)


def some(lines: list[Line]) -> list[Line]:
    if not lines:
        raise Unreadable("There is no child in it.")
    return lines


def values_of(
    said: Mapping[str, str], columns: Iterable[Read], *, quoted: bool = True
) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """What each column says, and what is wrong; unless ``quoted``, the faults repeat nothing of what was said."""
    values, faults = {}, []
    for column in columns:
        words = said.get(column.name, "").strip()
        try:
            values[column.name] = column.read(words)
        except Wrong as wrong:
            faults.append((column.name, str(wrong) if quoted else wrong.unquoted))
        else:
            if column.needed and not words:
                faults.append((column.name, "This is empty"))
    return values, faults


def _hold_columns(names: Sequence[str], columns: Sequence[Read]) -> None:
    known: Collection[str] = {column.name for column in columns} | {WHY_NOT}
    if not any(names):
        raise Unreadable("The file is empty. Its first line has the names of the columns.")
    if strange := [name for name in names if name not in known]:
        raise Unreadable(f"There is no column called “{strange[0][:60]}”. The names are listed on this page.")
    if twice := [name for name in names if names.count(name) > 1]:
        raise Unreadable(f"The column “{twice[0]}” is there twice.")
    if missing := [column.name for column in columns if column.needed and column.name not in names]:
        raise Unreadable(f"These columns are missing: {', '.join(missing)}.")


def _line(number: int, names: Sequence[str], row: Sequence[str]) -> Line:
    said = {name: as_written(cell) for name, cell in zip(names, row, strict=False) if name != WHY_NOT}
    if len(row) == len(names):
        return Line(number, said)
    return Line(number, said, (("", f"There are {len(row)} cells, and {len(names)} columns"),))
