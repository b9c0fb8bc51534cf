"""A plan on a page: a column for each priority with what it wants to reach, and the themes that cut across them all."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kinfold.reports import palette
from kinfold.reports.charts.picture import Picture, box, drawing, words
from kinfold.reports.charts.values import Table
from kinfold.reports.charts.wrapping import wrapped

WIDTH = 1120.0  # with the height of one A4 page on its side in proportion, 12 pixels print as 8.5 points
_MOST_ACROSS = 6
_GAP, _PAD = 10.0, 9.0
_SIZE, _LEADING = 12.0, 14.5
_HEAD, _HEAD_LEADING = 14.0, 17.0
_BAR, _BARS_ACROSS = 26.0, 3


@dataclass(frozen=True)
class PlanColumn:
    """One priority. ``lines`` are (mark, words); ``board`` answers for it; ``foot`` says how its actions stand."""

    mark: str
    title: str
    board: str
    lines: tuple[tuple[str, str], ...]
    foot: str = ""


@dataclass(frozen=True)
class Plan:
    title: str
    subtitle: str
    columns: tuple[PlanColumn, ...]
    spine: tuple[tuple[str, str], ...] = ()


def plan_on_a_page(plan: Plan) -> Picture:
    """Everything it shows stands in ``table`` too, which is what a reader of a small screen or of sounds is given."""
    shapes, down = _title(plan)
    for row in _rows(plan.columns):
        more, down = _row(row, down)
        shapes += more
    more, down = _spine(plan.spine, down)
    message = _message(plan)
    alt = f"{plan.title}, {plan.subtitle}. {message} Everything on the picture is in the table below it."
    return Picture(svg=drawing(WIDTH, down, alt, *shapes, *more), headline=message, alt=alt, table=_table(plan))


def _message(plan: Plan) -> str:
    lines = sum(len(column.lines) for column in plan.columns)
    across = f", and {len(plan.spine)} themes that cut across them" if plan.spine else ""
    return f"{len(plan.columns)} parts with {lines} lines{across}."


def _title(plan: Plan) -> tuple[list[Markup], float]:
    return [
        words(0, 24, plan.title, size=22, bold=True),
        words(0, 46, plan.subtitle, size=14, fill=palette.QUIET_TEXT),
    ], 60.0


def _rows(columns: Sequence[PlanColumn]) -> list[Sequence[PlanColumn]]:
    """Even rows, each narrow enough that words need not be cut."""
    if not columns:
        return []
    deep = -(-len(columns) // _MOST_ACROSS)
    across = -(-len(columns) // deep)
    return [columns[first : first + across] for first in range(0, len(columns), across)]


def _row(columns: Sequence[PlanColumn], top: float) -> tuple[list[Markup], float]:
    width = (WIDTH - _GAP * (len(columns) - 1)) / len(columns)
    room = width - 2 * _PAD
    heads = [wrapped(f"{one.mark}  {one.title}", room, _HEAD, bold=True) for one in columns]
    head = max(map(len, heads)) * _HEAD_LEADING + 12
    hangs = [_hang(one) for one in columns]
    drawn = [
        [(mark, wrapped(text, room - hang, _SIZE)) for mark, text in one.lines]
        for one, hang in zip(columns, hangs, strict=True)
    ]
    body = max(sum(len(lines) * _LEADING + 4 for _, lines in each) for each in drawn)
    feet = [[*wrapped(one.board, room, _SIZE, bold=True), *wrapped(one.foot, room, _SIZE)] for one in columns]
    foot = max(map(len, feet)) * _LEADING + 8
    shapes: list[Markup] = []
    for place, (title, each, hang, under) in enumerate(zip(heads, drawn, hangs, feet, strict=True)):
        left = place * (width + _GAP)
        shapes.append(box(left, top, width, head + body + foot + 14, fill=palette.EMPTY, stroke=palette.RULE))
        shapes.append(box(left, top, width, head, fill=palette.DARK_BLUE))
        shapes += _stack(title, left + _PAD, top + 4, _HEAD, _HEAD_LEADING, bold=True, fill=palette.PAPER)
        shapes += _body(each, left + _PAD, top + head + 6, hang)
        shapes += _stack(under, left + _PAD, top + head + body + 12, _SIZE, _LEADING, fill=palette.QUIET_TEXT)
    return shapes, top + head + body + foot + 14 + _GAP


def _hang(column: PlanColumn) -> float:
    """How far the words stand from the column's edge, beside their marks."""
    return 8.0 + 6.8 * max((len(mark) for mark, _ in column.lines), default=0)


def _body(lines: list[tuple[str, list[str]]], left: float, top: float, hang: float) -> list[Markup]:
    shapes: list[Markup] = []
    down = top
    for mark, text in lines:
        shapes.append(words(left, down + _SIZE, mark, size=_SIZE, bold=True))
        shapes += _stack(text, left + hang, down, _SIZE, _LEADING)
        down += len(text) * _LEADING + 4
    return shapes


def _stack(
    lines: Sequence[str], left: float, top: float, size: float, leading: float, *, bold: bool = False,
    fill: str = palette.TEXT,
) -> list[Markup]:  # fmt: skip
    return [
        words(left, top + size + place * leading, text, size=size, bold=bold, fill=fill)
        for place, text in enumerate(lines)
    ]


def _spine(spine: Sequence[tuple[str, str]], top: float) -> tuple[list[Markup], float]:
    """Bars across the page, three to a line, below every column."""
    if not spine:
        return [], top
    shapes = [words(0, top + 16, "The spine, across every part", size=_HEAD, bold=True)]
    width = (WIDTH - _GAP * (_BARS_ACROSS - 1)) / _BARS_ACROSS
    for place, (mark, text) in enumerate(spine):
        left = place % _BARS_ACROSS * (width + _GAP)
        down = top + 26 + place // _BARS_ACROSS * (_BAR + 6)
        shapes.append(box(left, down, width, _BAR, fill=palette.DARK_PINK))
        said = wrapped(f"{mark}  {text}", width - 2 * _PAD, 13, bold=True)
        shapes.append(words(left + _PAD, down + 18, said[0], size=13, bold=True, fill=palette.PAPER))
    return shapes, top + 26 + -(-len(spine) // _BARS_ACROSS) * (_BAR + 6)


def _table(plan: Plan) -> Table:
    rows = [
        (f"{column.mark} {column.title}", column.board, f"{mark} {text}")
        for column in plan.columns
        for mark, text in column.lines or (("", "Nothing yet"),)
    ]
    rows += [(f"{mark} {text}", "", "Cuts across every part") for mark, text in plan.spine]
    return Table(caption=plan.title, headings=("Part", "Answers for it", "What it wants"), rows=tuple(rows))
