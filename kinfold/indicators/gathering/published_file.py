"""Reading a file of published figures: every fault by line, or every figure. The columns are Kinfold's own."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import StringIO

from kinfold.indicators.catalogue.gathered import GATHERED
from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.gathering.checking import JUMPS_FROM

COLUMNS: Mapping[str, str] = {
    "indicator": "the indicator’s key in Kinfold, such as hospital.injuries_to_fourteen",
    "area": "the Office for National Statistics’ code: E06000044 is Portsmouth, E92000001 England",
    "area_name": "the area’s name",
    "period": "in the publisher’s words, such as 2023/24",
    "period_ends_on": "the first day after the period, such as 2024-04-01",
    "by": "what the figure is broken down by, as the indicator names it; empty for the whole",
    "group": "the group; empty for the whole",
    "numerator": "the count, where the publisher gives one; never for a standardised rate",
    "denominator": "what it is out of, where the publisher gives one",
    "value": "the figure in the publisher’s own unit; c, x or * where it is hidden",
    "lower": "its lower confidence limit, if published",
    "upper": "its upper confidence limit, if published",
    "note": "anything that a reader must know",
}
HIDDEN = frozenset({"c", "x", "z", "k", ":", "*", "[c]", "[x]", "[z]"})
MOST_LINES = 50_000
MOST_FAULTS = 100
_NUMBER = re.compile(r"-?[0-9]{1,11}(\.[0-9]{1,15})?")  # as long as a publisher writes them
_AREA = re.compile(r"[EWSNK][0-9]{8}")
_BY_KEY = {one.key: one for one in GATHERED if one.collected == "published"}
_NUMBERS = ("numerator", "denominator", "value", "lower", "upper")
Earlier = Callable[[str, str, str, str], Sequence[Decimal]]
"""Indicator, area, by and group ▶ the values known of earlier periods, oldest first."""


@dataclass(frozen=True)
class LineFault:
    """`line` is 0 where the fault is the whole file's; the first line is that of the columns' names."""

    line: int
    words: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.words}" if self.line else self.words


@dataclass(frozen=True)
class Published:
    indicator: str
    area: str
    area_name: str
    period: str
    period_ends_on: date
    by: str
    group: str
    numerator: Decimal | None
    denominator: Decimal | None
    value: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    note: str


def read_published(
    content: bytes, publisher: str, today: date, earlier: Earlier
) -> tuple[list[Published], list[LineFault]]:
    """All of a file's figures, or its faults; a file with a fault has no figures."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [], [LineFault(0, "The file is not text in UTF-8. Save it as “CSV UTF-8”")]
    try:
        lines = list(csv.DictReader(StringIO(text, newline=""), strict=True))
    except csv.Error as unreadable:
        return [], [LineFault(0, f"The file is not a CSV file that can be read: {unreadable}")]
    if faults := _columns(lines):
        return [], faults
    found: list[Published] = []
    faults, seen = [], set()
    for number, line in enumerate(lines, start=2):
        wrong, one = _line(line, publisher, today)
        if one is not None:
            key = (one.indicator, one.area, one.period, one.by, one.group)
            if key in seen:
                wrong = [*wrong, "the same figure is there twice"]
            seen.add(key)
            wrong = [*wrong, *_jump(one, earlier)]
            found.append(one)
        faults += [LineFault(number, words) for words in wrong]
        if len(faults) >= MOST_FAULTS:
            break
    return ([], faults) if faults else (found, [])


def _columns(lines: Sequence[Mapping[str | None, object]]) -> list[LineFault]:
    if not lines:
        return [LineFault(0, "The file holds no figures")]
    if len(lines) > MOST_LINES:
        return [LineFault(0, f"The file has more than {MOST_LINES:,} lines")]
    names = [name for name in lines[0] if name is not None]
    if names != list(COLUMNS):
        return [LineFault(1, f"The columns must be {', '.join(COLUMNS)}, in this order")]
    return [
        LineFault(number, "there are more or fewer cells than columns")
        for number, line in enumerate(lines, start=2)
        if None in line or None in line.values()
    ][:MOST_FAULTS]


def _line(line: Mapping[str, str], publisher: str, today: date) -> tuple[list[str], Published | None]:
    said = {name: line[name].strip() for name in COLUMNS}
    one = _BY_KEY.get(said["indicator"])
    if one is None:
        return [f"“{said['indicator']}” is not an indicator that others publish"], None
    faults = list(_placed(one, said, publisher, today))
    numbers: dict[str, Decimal | None] = {}
    for name in _NUMBERS:
        if not said[name] or (name == "value" and said[name] in HIDDEN):
            numbers[name] = None
        elif _NUMBER.fullmatch(said[name]):
            numbers[name] = Decimal(said[name])
        else:
            faults.append(f"{name} “{said[name]}” is not a number, such as 14.2")
    if len(numbers) < len(_NUMBERS):
        return faults, None
    faults += _numbers(one, said, numbers)
    if faults:
        return faults, None
    ends_on = date.fromisoformat(said["period_ends_on"])
    hidden_note = "" if said["value"] not in HIDDEN or said["note"] else "Hidden by the publisher."
    return [], Published(
        one.key, said["area"], said["area_name"], said["period"], ends_on, said["by"], said["group"],
        numbers["numerator"], numbers["denominator"], numbers["value"], numbers["lower"], numbers["upper"],
        said["note"] or hidden_note,
    )  # fmt: skip


def _placed(one: Gathered, said: Mapping[str, str], publisher: str, today: date) -> Iterator[str]:
    if one.owner != publisher:
        yield f"{one.key} is published by {one.owner}, not by {publisher}"
    if not _AREA.fullmatch(said["area"]) or not said["area_name"]:
        yield f"area “{said['area']}” is not a code such as E06000044, with its name"
    if not said["period"]:
        yield "the period is missing"
    try:
        if date.fromisoformat(said["period_ends_on"]) > today:
            yield "the period has not ended"
    except ValueError:
        yield f"period_ends_on “{said['period_ends_on']}” is not a day such as 2024-04-01"
    if (said["by"] or said["group"]) and said["group"] not in dict(one.breakdowns).get(said["by"], ()):
        yield f"{one.key} has no group “{said['group']}” by “{said['by']}”"


def _numbers(one: Gathered, said: Mapping[str, str], numbers: Mapping[str, Decimal | None]) -> Iterator[str]:
    top, bottom, value, lower, upper = (numbers[name] for name in _NUMBERS)
    if value is None and said["value"] not in HIDDEN:
        yield "the value is missing; write c where the publisher hides it"
    if not one.numerator and (top is not None or bottom is not None):
        yield f"{one.key} is published without counts, and none is made of it: leave numerator and denominator empty"
    if (top is None) != (bottom is None):
        yield "numerator and denominator are given together, or neither is"
    if one.kind == "share" and value is not None and not 0 <= value <= 100:
        yield f"{value} is not a percentage"
    if one.kind in ("count", "rate") and value is not None and value < 0:
        yield f"{value} is below 0"
    if top is not None and bottom is not None:
        if bottom <= 0 or top < 0 or (one.kind == "share" and top > bottom):
            yield f"numerator {top} and denominator {bottom} cannot both be right"
        elif value is not None and abs(top * one.per / bottom - value) > max(Decimal("0.06"), abs(value) / 50):
            yield f"{value} does not follow from {top} out of {bottom}: the unit is {one.unit}"
    if (lower is None) != (upper is None):
        yield "lower and upper limits are given together, or neither is"
    elif lower is not None and upper is not None and value is not None and not lower <= value <= upper:
        yield f"{value} is not between its limits, {lower} and {upper}"


def _jump(one: Published, earlier: Earlier) -> Iterator[str]:
    known = list(earlier(one.indicator, one.area, one.by, one.group))[-4:]
    if one.value is None or one.note or len(known) < 2:
        return
    usual = sum(known, start=Decimal(0)) / len(known)
    if max(abs(usual), abs(one.value)) >= JUMPS_FROM and not usual / 2 <= one.value <= usual * 2:
        yield f"{one.value}, where the last {len(known)} averaged {usual:.1f}. If it is right, say why in the note"
