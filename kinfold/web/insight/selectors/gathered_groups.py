"""Groups of a figure that agencies send or others publish, and all of its figures as a file."""

from collections import defaultdict
from dataclasses import dataclass

from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.periods import Period
from kinfold.reports import Point, figure
from kinfold.reports.assembling import unit_of_gathered
from kinfold.web.access.models import User
from kinfold.web.insight.selectors.gathered import point_of, small
from kinfold.web.insight.selectors.limits import limits_words
from kinfold.web.insight.selectors.released import Released
from kinfold.web.intake.selectors.figures import GatheredFigure, published, signed

BESIDE = 4  # periods in a table of groups

Told = tuple[GatheredFigure, Point]


@dataclass(frozen=True)
class GroupsShown:
    """The last periods side by side; `limits` are of the newest."""

    by: str
    periods: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...], str], ...]  # group, a figure for each period, limits of the last


def told(viewer: User, one: Gathered, released: Released, until: Period) -> list[Told]:
    """The newest version of every figure, of the whole and of groups, as this audience may see it; oldest first.

    Groups hold everybody and none overlaps, so one hidden group could be worked out from the others: where one of a
    period is small, all of that breakdown are hidden.
    """
    come = signed(viewer, [one.key]) if one.collected == "submitted" else published(viewer, [one.key])
    found = [each for each in come if each.ends_on <= until.ends_on]
    hides = {(each.period, each.by) for each in found if each.by and released.hides_small_numbers and small(one, each)}
    hidden = {
        each: Point(period=each.period, value=None, status="suppressed") for each in found if each.value is not None
    }
    return [
        (each, hidden[each] if (each.period, each.by) in hides and each in hidden else point_of(one, each, released))
        for each in found
    ]


def groups(viewer: User, one: Gathered, released: Released, until: Period) -> tuple[GroupsShown, ...]:
    """A table for each breakdown of which any figure came, its groups in the order in which they are asked for."""
    if not one.breakdowns:
        return ()
    unit = unit_of_gathered(one)
    found: dict[str, dict[tuple[str, str], Point]] = defaultdict(dict)
    for each, point in told(viewer, one, released, until):
        if each.by:
            found[each.by][each.group, each.period] = point
    tables = []
    for by, names in one.breakdowns:
        periods = tuple(dict.fromkeys(period for _, period in found[by]))[-BESIDE:]
        rows = []
        for name in names:
            points = [found[by].get((name, period)) for period in periods]
            last = points[-1] if points else None
            rows.append(
                (
                    name,
                    tuple(figure(each.value, unit, each.status) if each else "–" for each in points),
                    limits_words(last.value, last.numerator, last.denominator, unit) if last else "",
                )
            )
        if periods:
            tables.append(GroupsShown(by, periods, tuple(rows)))
    return tuple(tables)
