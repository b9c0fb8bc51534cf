"""What must hold for what was typed about one indicator, and the figures that come of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.gathering.boxes import Box, Part, asks, boxes_of
from kinfold.indicators.gathering.numbers import NotANumber, plain, read_number

LARGEST = {"money": Decimal(1_000_000_000)}
LARGEST_COUNT = Decimal(10_000_000)
JUMPS_FROM = Decimal(10)
"""Below ten a figure doubles or halves by chance, so nobody is asked why."""

Numbers = Mapping[str, Decimal | None]


@dataclass(frozen=True)
class Fault:
    """What must be mended before sign-off, beside the box that it is about; the words say how."""

    box: Box
    words: str


@dataclass(frozen=True)
class Given:
    """One figure, of the whole or of a group. `value` is None where there was nobody to count out of."""

    by: str
    group: str
    numerator: Decimal | None
    denominator: Decimal | None
    value: Decimal | None


def check(one: Gathered, typed: Mapping[str, str], note: str, before: Sequence[Decimal]) -> list[Fault]:
    """Every fault in the order of the boxes. A note excuses what is missing or unusual, never what is wrong.

    `before`: the whole figure of earlier quarters, oldest first.
    """
    boxes = boxes_of(one)
    numbers, faults = _read(one, boxes, typed)
    explained = bool(note.strip())
    if not any(typed.get(box.name, "").strip() for box in boxes):
        missing = Fault(boxes[0], f"Enter “{one.title}”, or say in the note why it cannot be given")
        return [] if explained else [missing]
    faults += _missing(one, boxes, typed, explained)
    faults += _out_of_range(one, boxes, numbers)
    faults += _does_not_add_up(one, numbers)
    if not faults and not explained:
        faults += _jumps(one, boxes[0], numbers, before)
    order = {box: place for place, box in enumerate(boxes)}
    return sorted(faults, key=lambda fault: order[fault.box])


def given(one: Gathered, typed: Mapping[str, str]) -> list[Given]:
    """The figures of an answer without faults; none where it was left empty with a note."""
    numbers, _ = _read(one, boxes_of(one), typed)
    found = []
    for by, group in dict.fromkeys((box.by, box.group) for box in boxes_of(one)):
        value, numerator, denominator = (numbers.get(_name(by, group, part)) for part in _PARTS)
        if one.numerator and numerator is not None and denominator:
            value = (numerator * one.per / denominator).quantize(Decimal("0.0001"))
        if (numerator, denominator, value) != (None, None, None):
            found.append(Given(by, group, numerator, denominator, value))
    return found


_PARTS: tuple[Part, ...] = ("value", "numerator", "denominator")


def _name(by: str, group: str, part: Part) -> str:
    return Box("", by, group, part).name


def called(one: Gathered, box: Box) -> str:
    """What a message calls a box."""
    what = asks(one, box)
    return f"{what}, {box.by}: {box.group}" if box.by else what


def _read(
    one: Gathered, boxes: tuple[Box, ...], typed: Mapping[str, str]
) -> tuple[dict[str, Decimal | None], list[Fault]]:
    numbers: dict[str, Decimal | None] = {}
    faults = []
    for box in boxes:
        try:
            numbers[box.name] = read_number(typed.get(box.name, ""), whole=one.kind in ("count", "share", "rate"))
        except NotANumber as wrong:
            faults.append(Fault(box, f"{called(one, box)} {wrong}"))
    return numbers, faults


def _missing(one: Gathered, boxes: tuple[Box, ...], typed: Mapping[str, str], explained: bool) -> Iterator[Fault]:
    """The whole is needed whatever the note says; a breakdown may be left out whole with a note."""
    empty = [box for box in boxes if not typed.get(box.name, "").strip()]
    for box in empty:
        groups = [other for other in boxes if other.by == box.by]
        if box.by and all(other in empty for other in groups):
            if not explained and box == groups[0]:
                yield Fault(box, f"Give the figure by {box.by} too, or say in the note why it cannot be given")
        else:
            yield Fault(box, f"Enter {called(one, box)}; enter 0 if there were none")


def _out_of_range(one: Gathered, boxes: tuple[Box, ...], numbers: Numbers) -> Iterator[Fault]:
    most = LARGEST.get(one.kind, LARGEST_COUNT)
    for box in boxes:
        number = numbers.get(box.name)
        if number is not None and number > most:
            yield Fault(box, f"{called(one, box)} is more than can be right: {number:,f}")
    for box in boxes:
        top, bottom = (numbers.get(_name(box.by, box.group, part)) for part in ("numerator", "denominator"))
        if box.part != "numerator" or top is None or bottom is None:
            continue
        if top and not bottom:
            yield Fault(box, f"{called(one, box)} is {plain(top)}, out of 0")
        elif one.kind == "share" and top > bottom:
            yield Fault(box, f"{called(one, box)} ({plain(top)}) is more than {one.denominator} ({plain(bottom)})")
        elif one.most is not None and bottom and top / bottom > one.most:
            yield Fault(
                box, f"{called(one, box)} makes {top / bottom:.1f} {one.unit} each, more than {one.most} can be"
            )


def _does_not_add_up(one: Gathered, numbers: Numbers) -> Iterator[Fault]:
    parts: tuple[Part, ...] = ("numerator", "denominator") if one.numerator else ("value",)
    for by, groups in one.breakdowns:
        for part in parts:
            whole = numbers.get(_name("", "", part))
            each = [numbers.get(_name(by, group, part)) for group in groups]
            known = [number for number in each if number is not None]
            if whole is None or len(known) < len(each) or sum(known) == whole:
                continue
            box = Box(one.key, by, groups[0], part)
            total = f"{plain(Decimal(sum(known)))} where the whole is {plain(whole)}"
            yield Fault(box, f"{asks(one, box)} by {by} adds up to {total}")


def _jumps(one: Gathered, box: Box, numbers: Numbers, before: Sequence[Decimal]) -> Iterator[Fault]:
    recent = list(before)[-4:]
    whole = next((figure for figure in given(one, {name: plain(n) for name, n in numbers.items()})), None)
    if whole is None or whole.value is None or len(recent) < 2:
        return
    usual = sum(recent) / len(recent)
    if max(usual, whole.value) >= JUMPS_FROM and not usual / 2 <= whole.value <= usual * 2:
        said = f"{whole.value:,.1f}" if whole.denominator else f"{plain(whole.value)}"
        words = f"{one.title}: {said}, where the last {len(recent)} averaged {usual:,.1f}"
        yield Fault(box, f"{words}. If it is right, say why in the note")
