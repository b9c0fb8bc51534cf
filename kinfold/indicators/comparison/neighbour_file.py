"""Reads dated lists of statistical neighbours from a file that a partnership keeps, and says what is wrong with it.

One row for each area, neighbour and list: `area_code`, `neighbour_code`, `neighbour` (its name), `rank` (1 is the
closest), `starts_on`, `ends_on` (the first day on which it no longer holds, or empty) and `source`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kinfold.indicators.comparison.benchmarks import NeighbourList
from kinfold.indicators.comparison.sheets import Fault, SheetUnreadable, rows

COLUMNS = ("area_code", "neighbour_code", "neighbour", "rank", "starts_on", "ends_on", "source")
_CODE = re.compile(r"E\d{8}", re.ASCII)
_RANK = re.compile(r"[1-9]\d?", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    area: str
    code: str
    name: str
    rank: int
    starts_on: date
    ends_on: date | None
    source: str


def read(content: bytes) -> list[NeighbourList]:
    """Every list, by area and then oldest first. Raises SheetUnreadable with every fault."""
    faults: list[Fault] = []
    listed: dict[tuple[str, date], list[_Row]] = defaultdict(list)
    for number, cells in rows(content, COLUMNS):
        if wrong := list(_faults(number, cells)):
            faults += wrong
        else:
            row = _row(number, cells)
            listed[row.area, row.starts_on].append(row)
    if not listed and not faults:
        faults.append(Fault(None, None, "The file has a heading and nothing under it."))
    for one in listed.values():
        faults += _disagreements(one)
    found = [_list(listed[key]) for key in sorted(listed)]
    for before, after in pairwise(found):
        if before.area == after.area and (before.ends_on is None or before.ends_on > after.starts_on):
            row = listed[after.area, after.starts_on][0]
            message = f"The list of {before.starts_on} still holds on this day. End it by {after.starts_on}."
            faults.append(Fault(row.number, "starts_on", message))
    if faults:
        raise SheetUnreadable(*sorted(faults, key=lambda fault: fault.row or 0))
    return found


def _faults(number: int, cells: dict[str, str]) -> Iterator[Fault]:
    for column in ("area_code", "neighbour_code"):
        if not _CODE.fullmatch(cells[column]):
            yield Fault(number, column, f"“{cells[column]}” is not an area's code: write it as E06000044.")
    if cells["area_code"] == cells["neighbour_code"]:
        yield Fault(number, "neighbour_code", "An area is not its own neighbour.")
    if not _RANK.fullmatch(cells["rank"]):
        yield Fault(number, "rank", f"“{cells['rank']}” is not a rank: write 1 for the closest, then 2, 3 and so on.")
    yield from (Fault(number, column, "The cell is empty.") for column in ("neighbour", "source") if not cells[column])
    for column in ("starts_on", "ends_on"):
        if (cells[column] or column == "starts_on") and _day(cells[column]) is None:
            yield Fault(number, column, f"“{cells[column]}” is not a day: write it as 2024-04-01.")
    starts_on, ends_on = _day(cells["starts_on"]), _day(cells["ends_on"])
    if starts_on and ends_on and ends_on <= starts_on:
        yield Fault(number, "ends_on", "The list ends before it starts.")


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if len(written) == len("2024-04-01") else None
    except ValueError:
        return None


def _row(number: int, cells: dict[str, str]) -> _Row:
    starts_on = _day(cells["starts_on"])
    assert starts_on is not None, "a row without faults has its first day"
    return _Row(
        number, cells["area_code"], cells["neighbour_code"], cells["neighbour"], int(cells["rank"]),
        starts_on, _day(cells["ends_on"]), cells["source"],
    )  # fmt: skip


def _disagreements(listed: list[_Row]) -> Iterator[Fault]:
    """Where the rows of one list do not fit together."""
    first = listed[0]
    seen: dict[str, int] = {}
    for row in listed:
        if row.code in seen:
            yield Fault(row.number, "neighbour_code", f"{row.code} is in this list already, in row {seen[row.code]:,}.")
        seen[row.code] = row.number
        if (row.ends_on, row.source) != (first.ends_on, first.source):
            message = f"The end or the source is not the one of row {first.number:,}, which is of the same list."
            yield Fault(row.number, None, message)
    if sorted(row.rank for row in listed) != list(range(1, len(listed) + 1)):
        message = f"The ranks of {first.area}'s list of {first.starts_on} are not 1 to {len(listed)}, each once."
        yield Fault(first.number, "rank", message)


def _list(listed: list[_Row]) -> NeighbourList:
    first = listed[0]
    ordered = sorted(listed, key=lambda row: row.rank)
    return NeighbourList(
        first.area,
        tuple(row.code for row in ordered),
        {row.code: row.name for row in ordered},
        first.starts_on,
        first.ends_on,
        first.source,
    )
