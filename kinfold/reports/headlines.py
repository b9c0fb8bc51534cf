"""What an indicator's figures show, in a sentence that claims no more than they can."""

from kinfold.reports.figures import figure, with_unit
from kinfold.reports.times import period_words
from kinfold.reports.values import IndicatorPart, Number, Point

# Under this many earlier figures, highest and lowest say more about luck than about the city.
ENOUGH_TO_SAY = 8
_PERIODS = {1: "years", 4: "quarters", 12: "months"}


def headline(part: IndicatorPart) -> str:
    """Rose, fell or stayed, from the same time last year where that is known, and how far that is out of the usual.

    Two figures that print alike have "stayed", whatever lies behind the rounding. A period that is not over is said
    last, and not compared.
    """
    return f"{_of_whole_periods(part)} {so_far_words(part)}".strip()


def movement(part: IndicatorPart) -> str:
    """How far it rose or fell since the same time last year, where whether that is unusual is said beside it."""
    latest, before = part.points[-1], compared_with(part)
    if latest.value is None or before is None or before.value is None:
        return _of_whole_periods(part)
    return f"{_movement(part, before, before.value, latest.value)}."


def headline_under_title(part: IndicatorPart) -> str:
    """The headline for a place where the title stands already."""
    said = headline(part).removeprefix(part.title).lstrip(": ")
    return said[:1].upper() + said[1:]


def so_far_words(part: IndicatorPart) -> str:
    """Nothing where every period is over."""
    if part.so_far is None:
        return ""
    said = with_unit(part.so_far.value, part.unit, part.so_far.status)
    return f"So far in {period_words(part.so_far.period)}, which is not over: {said}."


def _of_whole_periods(part: IndicatorPart) -> str:
    latest = part.points[-1]
    when = period_words(latest.period)
    if latest.value is None:
        return f"{part.title}: {_why_none(latest)} for {when}."
    before = compared_with(part)
    if before is None or before.value is None:
        return (
            f"{part.title}: {with_unit(latest.value, part.unit)} in {when}. "
            f"Too few {_periods(part)} to say whether it is changing."
        )
    return f"{_movement(part, before, before.value, latest.value)}{_beside_the_usual(part, latest.value)}"


def _why_none(point: Point) -> str:
    return {
        "suppressed": "the figure is suppressed",
        "no_cases": "there were no cases",
        "not_submitted": "the figure has not been sent in",
    }.get(point.status, "there are no data")


def compared_with(part: IndicatorPart) -> Point | None:
    """The same period a year before, so that a school holiday is not read as a change; else the last one shown."""
    year_before = len(part.points) - 1 - part.periods_in_year
    if year_before >= 0 and part.points[year_before].value is not None:
        return part.points[year_before]
    return next((point for point in reversed(part.points[:-1]) if point.value is not None), None)


def _movement(part: IndicatorPart, before: Point, earlier: Number, latest: Number) -> str:
    then, now = figure(earlier, part.unit), figure(latest, part.unit)
    since, when = period_words(before.period), period_words(part.points[-1].period)
    said_now = with_unit(latest, part.unit)
    if then == now:
        return f"{part.title} stayed at {said_now} between {since} and {when}"
    verb = "rose" if latest > earlier else "fell"
    return f"{part.title} {verb} from {then} in {since} to {said_now} in {when}"


def _beside_the_usual(part: IndicatorPart, latest: Number) -> str:
    earlier = [point.value for point in part.points[:-1] if point.value is not None]
    if len(earlier) < ENOUGH_TO_SAY:
        return f". Too few {_periods(part)} to say whether this is a trend."
    lowest, highest = figure(min(earlier), part.unit), figure(max(earlier), part.unit)
    count = len(earlier)
    if latest > max(earlier) and figure(latest, part.unit) != highest:
        return f", the highest of the last {count + 1} {_periods(part)} shown."
    if latest < min(earlier) and figure(latest, part.unit) != lowest:
        return f", the lowest of the last {count + 1} {_periods(part)} shown."
    return f", within the range of the {count} {_periods(part)} before ({lowest} to {highest})."


def _periods(part: IndicatorPart) -> str:
    return _PERIODS.get(part.periods_in_year, "periods")
