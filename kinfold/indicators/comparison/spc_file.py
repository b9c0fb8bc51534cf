"""Reads the file of values that `kinfold spc` checks: series by series, with every fault by row and column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from kinfold.indicators.comparison.sheets import Fault, SheetUnreadable, rows

COLUMNS = ("series", "value", "fix_after")
LARGEST = Fraction(10**15)
"""Spreadsheets keep fifteen digits of a number; what is larger has lost some already."""
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?", re.ASCII | re.IGNORECASE)
_WHOLE = re.compile(r"(\d{1,9})(\.0+)?", re.ASCII)
_LONGEST = 40


@dataclass(slots=True)
class Series:
    """The values of one series in the order of its rows, exactly as written; None where the cell is empty."""

    name: str
    first_row: int
    values: list[Fraction | None] = field(default_factory=list)
    fix_after: int | None = None
    fixed_by_row: int = 0


def read(path: Path) -> list[Series]:
    """Every series, in the order in which they begin; rows of several may alternate. Raises SheetUnreadable."""
    found: dict[str, Series] = {}
    faults: list[Fault] = []
    for number, row in rows(path.read_bytes(), COLUMNS):
        faults += _take(number, row, found)
    faults += [
        Fault(series.first_row, "value", f"“{series.name}” has no value at all.")
        for series in found.values()
        if not faults and all(value is None for value in series.values)
    ]
    if not found and not faults:
        faults.append(Fault(None, None, "The file has a heading and nothing under it."))
    if faults:
        raise SheetUnreadable(*faults)
    return list(found.values())


def _take(number: int, row: dict[str, str], found: dict[str, Series]) -> Iterator[Fault]:
    """Adds a row to its series; gives what is wrong with it."""
    name, written, fixed = (row[column] for column in COLUMNS)
    if not name:
        yield Fault(number, "series", "The row does not say which series it belongs to.")
        return
    series = found.setdefault(name, Series(name, number))
    value = _value(written)
    if isinstance(value, str):
        yield Fault(number, "value", value)
        return
    series.values.append(value)
    if not fixed:
        return
    parts = _WHOLE.fullmatch(fixed)
    if parts is None or int(parts[1]) < 2:
        yield Fault(number, "fix_after", f"“{fixed[:_LONGEST]}” is not a whole number of points, 2 or more.")
    elif series.fix_after not in (None, int(parts[1])):
        yield Fault(
            number,
            "fix_after",
            f"“{name}” is fixed after {int(parts[1])} points here and after {series.fix_after} in row "
            f"{series.fixed_by_row:,}. One series has one.",
        )
    elif series.fix_after is None:
        series.fix_after, series.fixed_by_row = int(parts[1]), number


def _value(written: str) -> Fraction | str | None:
    """The number, None where nothing is written, or words on what is wrong."""
    if not written:
        return None
    shown = written[:_LONGEST] + "…" * (len(written) > _LONGEST)
    if len(written) > _LONGEST or not _NUMBER.fullmatch(written):
        return (
            f"“{shown}” is not a number. Write it as 1234.5, without a unit, and leave a missing period's cell empty."
        )
    number = Fraction(written)
    return f"“{shown}” is too large: at most 15 digits can be relied on." if abs(number) > LARGEST else number
