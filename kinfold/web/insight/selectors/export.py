"""An indicator's figures as a file: what the pages show, and nothing that they do not."""

import csv
import io

from kinfold.indicators.engine.breakdowns import group_title
from kinfold.indicators.engine.definition import Indicator
from kinfold.reports.text import never_a_formula
from kinfold.web.insight.selectors import released as r
from kinfold.web.insight.selectors.released import Released

_HEADINGS = ("indicator", "period", "by", "group", "numerator", "denominator", "value", "status")


def csv_of(released: Released, indicator: Indicator) -> bytes:
    """The whole and every breakdown, as `kinfold scorecard` names them; a group's name is never a formula."""
    held = io.StringIO()
    writer = csv.writer(held)
    writer.writerow(_HEADINGS)
    found = r.figures(released, by=("", *indicator.breakdowns), keys=[indicator.key])
    for one in found.get(indicator.key, []):
        group = group_title(one.by, one.group) if one.by and one.group else ""
        value = one.numerator if one.denominator is None and one.value == one.numerator else one.value
        writer.writerow(
            (
                one.indicator,
                one.period,
                one.by,
                never_a_formula(group),
                one.numerator,
                one.denominator,
                value,
                one.status,
            )
        )
    return held.getvalue().encode("utf-8-sig")
