"""How sure a figure is: confidence limits by the method that its kind requires, in the words of a table."""

from kinfold.indicators.comparison import intervals
from kinfold.indicators.comparison.intervals import Interval
from kinfold.reports import Unit, figure
from kinfold.reports.values import Number


def limits_words(value: Number | None, numerator: Number | None, denominator: Number | None, unit: Unit) -> str:
    """61.2% to 74.9%: Wilson's limits of a share, Byar's of a count or a rate; nothing for a length of time or money.

    Byar's rest on events that do not hang together; brothers and sisters do, so they are somewhat too narrow.
    """
    found = _limits(value, numerator, denominator, unit)
    return "" if found is None else f"{figure(found.lower, unit)} to {figure(found.upper, unit)}"


def _limits(value: Number | None, part: Number | None, of: Number | None, unit: Unit) -> Interval | None:
    if value is None:
        return None
    if unit.kind == "count" and value == int(value):
        return intervals.count(int(value))
    if part is None or not of or int(part) != part:
        return None
    if unit.kind == "share" and 0 <= part <= of and int(of) == of:
        return intervals.share(int(part), int(of))
    if unit.kind == "rate":
        return intervals.rate(int(part), float(of), per=unit.per)
    return None
