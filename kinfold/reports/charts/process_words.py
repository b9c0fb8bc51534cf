"""What a process chart says in words: its headline, its text alternative and its table."""

from fractions import Fraction
from itertools import groupby

from kinfold.indicators.comparison.spc import Baseline, Label, SpecialCause, XmR, bounds_of
from kinfold.reports.charts.series import alternative
from kinfold.reports.charts.values import Table
from kinfold.reports.figures import figure, point_figure, unit_words, with_unit
from kinfold.reports.text import clean
from kinfold.reports.times import day, period_words
from kinfold.reports.values import IndicatorPart, Unit

MARKS = {"improving": "Improving", "concerning": "Concerning", "neither": "Unusual, neither better nor worse"}
_RULES: dict[Label, dict[str, str]] = {
    "outside": {"high": "above the usual range", "low": "below the usual range"},
    "trend": {"high": "rising, seven periods or more in a row", "low": "falling, seven periods or more in a row"},
    "two_of_three": {"high": "again near the upper limit", "low": "again near the lower limit"},
    "shift": {"high": "above the mean, seven periods or more in a row",
              "low": "below the mean, seven periods or more in a row"},
}  # fmt: skip
_ASSURANCE = {
    "passing": "can be relied on to meet",
    "failing": "will not meet",
    "inconsistent": "will sometimes meet and sometimes miss",
}


def mark_of(cause: SpecialCause, chart: XmR) -> str:
    """The key of MARKS for a special cause of this chart."""
    if chart.better == "neither":
        return "neither"
    return "improving" if (cause.side == "high") == (chart.better == "higher") else "concerning"


def drawn_limits(baseline: Baseline, unit: Unit) -> tuple[float, float] | None:
    """Lower and upper limit within what is possible; None without limits."""
    return bounds_of(unit.kind).drawn(baseline.limits) if baseline.limits is not None else None


def headline(part: IndicatorPart, chart: XmR) -> str:
    """What the latest point says, whether the target can be relied on, and whether the limits are trial limits."""
    return " ".join(filter(None, (_latest(part, chart), _target(part, chart), _trial(chart))))


def described(part: IndicatorPart, chart: XmR) -> str:
    said = [alternative(part, "Process chart"), headline(part, chart)]
    periods = [period_words(point.period) for point in part.points]
    for cause, run in groupby(range(len(periods)), key=lambda place: chart.causes[place]):
        first, *later = run
        if cause is not None:
            when = f"{periods[first]} to {periods[later[-1]]}" if later else periods[first]
            said.append(f"{when}: {MARKS[mark_of(cause, chart)].lower()}, {_RULES[cause.label][cause.side]}.")
    return " ".join((*said, *notes(part, chart)))


def notes(part: IndicatorPart, chart: XmR) -> list[str]:
    """Why the chart is cut where it is, in the order of time."""
    found = [
        (one.start, f"New mean and limits from {period_words(part.points[one.start].period)}: "
                    f"{clean(one.rebasing.reason)} ({clean(one.rebasing.by)}, {day(one.rebasing.on)}).")
        for one in chart.baselines if one.rebasing is not None
    ]  # fmt: skip
    places = {point.period: place for place, point in enumerate(part.points)}
    found += [
        (places[one.period], f"Counted in another way from {period_words(one.period)}: {one.words}.")
        for one in part.breaks
    ]
    return [words for _, words in sorted(found)]


def table(part: IndicatorPart, chart: XmR) -> Table:
    rows = [
        (
            period_words(part.points[place].period),
            point_figure(part.points[place], part.unit),
            _number(one.mean, part.unit),
            *(figure(limit, part.unit) for limit in drawn_limits(one, part.unit) or (None, None)),
            _mark(chart, place),
        )
        for one in chart.baselines
        for place in range(one.start, one.end)
    ]
    headings = ("Period", unit_words(part.unit), "Mean", "Lower limit", "Upper limit", "Mark")
    return Table(caption=f"{part.title}: process chart", headings=headings, rows=tuple(rows))


def _mark(chart: XmR, place: int) -> str:
    cause = chart.causes[place]
    return "" if cause is None else f"{MARKS[mark_of(cause, chart)]}: {_RULES[cause.label][cause.side]}"


def _number(number: Fraction | None, unit: Unit) -> str:
    return figure(None if number is None else float(number), unit)


def _latest(part: IndicatorPart, chart: XmR) -> str:
    point, cause, limits = part.points[-1], chart.causes[-1], drawn_limits(chart.latest, part.unit)
    said = f"{part.title}: {with_unit(point.value, part.unit, point.status)} in {period_words(point.period)}"
    if point.value is None or limits is None:
        return f"{said}. Nothing can be said of its variation."
    usual = f"{figure(limits[0], part.unit)} to {figure(limits[1], part.unit)}"
    if cause is None:
        return f"{said}, within the usual range of {usual}."
    judged = {"improving": ": better", "concerning": ": worse", "neither": ""}[mark_of(cause, chart)]
    return f"{said}, {_RULES[cause.label][cause.side]}{judged}. Usual range {usual}."


def _target(part: IndicatorPart, chart: XmR) -> str:
    if chart.target is None or chart.assurance is None:
        return ""
    return f"As things are it {_ASSURANCE[chart.assurance]} the target of {figure(float(chart.target), part.unit)}."


def _trial(chart: XmR) -> str:
    if not chart.trial or chart.latest.limits is None:
        return ""
    return f"These are trial limits, from {chart.latest.points} figures; twelve are needed."
