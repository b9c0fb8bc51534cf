"""An indicator's figures as a file: what the pages show, and nothing that they do not."""

import csv
import io
from collections.abc import Iterable, Sequence

from kinfold.indicators.engine.breakdowns import group_title
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.gathered import Gathered
from kinfold.reports.text import never_a_formula
from kinfold.web.access.models import User
from kinfold.web.insight.selectors import gathered_groups
from kinfold.web.insight.selectors import released as r
from kinfold.web.insight.selectors.released import Released

_HEADINGS = ("indicator", "period", "by", "group", "numerator", "denominator", "value", "status")


def csv_of(released: Released, indicator: Indicator) -> bytes:
    """The whole and every breakdown, as `kinfold scorecard` names them; a group's name is never a formula."""
    found = r.figures(released, by=("", *indicator.breakdowns), keys=[indicator.key])
    rows = []
    for one in found.get(indicator.key, []):
        group = group_title(one.by, one.group) if one.by and one.group else ""
        value = one.numerator if one.denominator is None and one.value == one.numerator else one.value
        rows.append((one.indicator, one.period, one.by, group, one.numerator, one.denominator, value, one.status))
    return _written(rows)


def csv_of_gathered(viewer: User, released: Released, one: Gathered) -> bytes:
    """The newest version of everything that came, in the same columns."""
    told = gathered_groups.told(viewer, one, released, released.so_far)
    return _written(
        (one.key, each.period, each.by, each.group, point.numerator, point.denominator, point.value, point.status)
        for each, point in told
    )


def _written(rows: Iterable[Sequence[object]]) -> bytes:
    """What people wrote is never a formula."""
    held = io.StringIO()
    writer = csv.writer(held)
    writer.writerow(_HEADINGS)
    writer.writerows([never_a_formula(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return held.getvalue().encode("utf-8-sig")
