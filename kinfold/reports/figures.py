"""How a figure is written: one function for every page, chart, table and file."""

from decimal import ROUND_HALF_UP, Decimal

from kinfold.reports.values import Number, Point, PointStatus, Unit

# In place of a figure that is not shown: words, since a screen reader says "suppressed" better than "[c]".
WORDS_FOR: dict[PointStatus, str] = {
    "suppressed": "suppressed",
    "not_covered": "no data",
    "no_cases": "no cases",
    "not_submitted": "not sent in",
}
EXPLAINED: dict[PointStatus, str] = {
    "suppressed": "Hidden because the number is small enough that a child could be recognised.",
    "not_covered": "The records do not cover this period.",
    "no_cases": "There was nothing to take a percentage of.",
    "not_submitted": "The agency has not sent this figure.",
}
_DECIMALS = {"count": 0, "rate": 1, "share": 1, "days": 1, "weeks": 1, "months": 1, "score": 1, "points": 2,
             "money": 0}  # fmt: skip


def figure(value: Number | None, unit: Unit, status: PointStatus = "shown") -> str:
    """The figure alone: 22,020, 62.3, 51.2% or, where there is none to show, the word for why."""
    if value is None or status != "shown":
        return WORDS_FOR.get(status, WORDS_FOR["not_covered"])
    text = _rounded(value, _DECIMALS[unit.kind])
    return {"share": f"{text}%", "money": f"£{text}"}.get(unit.kind, text)


def point_figure(point: Point, unit: Unit) -> str:
    return figure(point.value, unit, point.status)


def whole(value: Number | None) -> str:
    """A numerator or denominator: "" where there is none."""
    return "" if value is None else _rounded(value, 0)


def with_unit(value: Number | None, unit: Unit, status: PointStatus = "shown") -> str:
    """The figure as a sentence says it: 62.3 per 10,000 children aged 0 to 17."""
    text, after = figure(value, unit, status), _said_after(unit)
    return f"{text} {after}" if value is not None and status == "shown" and after else text


def unit_words(unit: Unit) -> str:
    """The unit as a column's heading or an axis says it."""
    if unit.kind == "share":
        return f"Percentage of {unit.of}"
    if unit.kind == "rate":
        return f"Rate {_said_after(unit)}"
    if unit.kind in ("days", "weeks", "months"):
        return unit.kind.capitalize()
    if unit.kind == "points":
        return unit.counts[:1].upper() + unit.counts[1:]
    if unit.kind == "money":
        return "Pounds"
    if unit.kind == "score":
        return "Score out of 10"
    return f"Number of {unit.counts}"


def _said_after(unit: Unit) -> str:
    if unit.kind == "rate":
        return f"per {unit.per:,} {unit.of}"
    if unit.kind == "points":
        return unit.counts
    return {"days": "days", "weeks": "weeks", "months": "months", "score": "out of 10"}.get(unit.kind, "")


def _rounded(value: Number, decimals: int) -> str:
    """Half is rounded away from nought, as people do by hand, from the number as it is written."""
    step = Decimal(1).scaleb(-decimals)
    rounded = Decimal(str(value)).quantize(step, ROUND_HALF_UP)
    return f"{abs(rounded) if rounded == 0 else rounded:,}"
