"""A child's dated statuses as bars over time, so that what overlapped and what followed is seen at once."""

from collections.abc import Callable, Sequence
from datetime import date

from markupsafe import Markup

from kinfold.reports import palette
from kinfold.reports.charts.picture import Picture, box, drawing, line, polygon, words
from kinfold.reports.charts.values import StatusSpan, Table
from kinfold.reports.text import shortened
from kinfold.reports.times import day

_WIDE, _NARROW, _LANE, _BAR, _AXIS, _ARROW = 640, 340, 48, 16, 30, 10
_COLOURS = {
    "family_support": palette.TURQUOISE,
    "early_help": palette.MID_BLUE,
    "child_in_need": palette.LIGHT_PURPLE,
    "child_protection": palette.DARK_PINK,
    "looked_after": palette.DARK_BLUE,
    "care_leaver": palette.ORANGE,
}
_STEPS_IN_MONTHS = (1, 3, 6, 12, 24, 60)


def status_timeline(spans: Sequence[StatusSpan], *, as_at: date, narrow: bool = False) -> Picture:
    """One lane for each status, in the order they began; an arrow ends what is still open on `as_at`.

    What starts after `as_at` is left out. Colour follows `kind`; the lane's own words say which status it is.
    """
    begun = sorted((span for span in spans if span.started_on <= as_at), key=lambda span: (span.started_on, span.title))
    described = _described(begun, as_at)
    width = _NARROW if narrow else _WIDE
    lanes = list(dict.fromkeys(span.title for span in begun))
    table = Table(
        caption="Statuses",
        headings=("Status", "From", "To"),
        rows=tuple((span.title, day(span.started_on), _end_words(span, as_at)) for span in begun),
    )
    shapes, height = _drawn(begun, lanes, as_at, width)
    return Picture(
        svg=drawing(width, height, described, *shapes), headline=_now(begun, as_at), alt=described, table=table
    )


def _still_open(span: StatusSpan, as_at: date) -> bool:
    return span.ended_on is None or span.ended_on > as_at


def _end_words(span: StatusSpan, as_at: date) -> str:
    return "open now" if _still_open(span, as_at) or span.ended_on is None else day(span.ended_on)


def _now(begun: list[StatusSpan], as_at: date) -> str:
    current = [span for span in begun if _still_open(span, as_at)]
    if not current:
        return f"No status on {day(as_at)}."
    return "; ".join(f"{span.title} since {day(span.started_on)}" for span in current) + "."


def _described(begun: list[StatusSpan], as_at: date) -> str:
    if not begun:
        return f"No status up to {day(as_at)}."
    said = "; ".join(f"{span.title} from {day(span.started_on)} to {_end_words(span, as_at)}" for span in begun)
    return f"Timeline up to {day(as_at)}: {said}.".replace(" to open now", ", open now")


def _drawn(begun: list[StatusSpan], lanes: list[str], as_at: date, width: int) -> tuple[list[Markup], float]:
    if not begun:
        return [words(0, 24, f"No status up to {day(as_at)}", size=16)], 36
    first = min(span.started_on for span in begun)
    days = max((as_at - first).days, 1)
    foot = len(lanes) * _LANE + 6

    def across(on: date) -> float:
        return (on - first).days / days * (width - _ARROW)

    shapes = []
    for tick, label in _ticks(first, as_at, most=4 if width == _NARROW else 8):
        place = across(tick)
        shapes.append(line(place, 0, place, foot, stroke=palette.GRID))
        anchor = "start" if place < 30 else "end" if place > width - 40 else "middle"
        shapes.append(words(place, foot + 18, label, size=13, anchor=anchor, fill=palette.QUIET_TEXT))
    for place, title in enumerate(lanes):
        label = shortened(title, width // 9)
        shapes.append(box(0, place * _LANE + 3, len(label) * 7.5 + 6, 20, fill=palette.PAPER))
        shapes.append(words(0, place * _LANE + 18, label, size=15))
    for span in begun:
        shapes += _bar(span, across, lanes.index(span.title) * _LANE + 25, as_at)
    shapes.append(line(0, foot, width, foot, stroke=palette.RULE))
    return shapes, foot + _AXIS


def _bar(span: StatusSpan, across: Callable[[date], float], down: float, as_at: date) -> list[Markup]:
    colour = _COLOURS.get(span.kind, palette.DARK_GREY)
    lasts = _still_open(span, as_at)
    left = across(span.started_on)
    right = across(as_at if lasts or span.ended_on is None else span.ended_on)
    bar = box(left, down, max(right - left, 3), _BAR, fill=colour, stroke=palette.PAPER)
    tip = [(right, down - 3), (right + _ARROW, down + _BAR / 2), (right, down + _BAR + 3)]
    return [bar, polygon(tip, fill=colour)] if lasts else [bar]


def _ticks(first: date, last: date, *, most: int) -> list[tuple[date, str]]:
    """Starts of months or years, as many as there is room for; the first day, where no month began since."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((step for step in _STEPS_IN_MONTHS if months // step <= most), 120)
    found = []
    for month in range(first.year * 12, last.year * 12 + last.month, step):
        on = date(month // 12, month % 12 + 1, 1)
        if first <= on <= last:
            found.append((on, f"{on.year}" if step >= 12 else f"{on:%b} {on.year}"))
    return found or [(first, day(first))]
