"""Groups of one indicator in a funnel: which lie further from the average of all than chance explains."""

from dataclasses import dataclass

from markupsafe import Markup

from kinfold.indicators.comparison.funnels import FEWEST_AREAS, Area, funnel
from kinfold.indicators.engine.breakdowns import BREAKDOWNS, NOT_RECORDED, group_title
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.periods import Period
from kinfold.reports import both_widths
from kinfold.reports.assembling import unit_of
from kinfold.reports.charts.funnel import funnel_chart
from kinfold.web.insight.selectors import released as r
from kinfold.web.insight.selectors.disproportion import groups_share_nobody
from kinfold.web.insight.selectors.released import Released

PLACES = ("ward", "agency")  # of people, a group beside all others says more: see disproportion


@dataclass(frozen=True)
class Funnelled:
    """At both widths; `headline` names the groups that lie outside."""

    picture: Markup
    headline: str


def funnelled(released: Released, indicator: Indicator, by: str, quarter: Period) -> Funnelled | None:
    """Over the groups whose figure this audience may see; None for a count, or for fewer than three."""
    if by not in PLACES or indicator.kind not in ("share", "rate") or not groups_share_nobody(indicator):
        return None
    found = r.figures(released, by=(by,), keys=[indicator.key], periods=[quarter.key])[indicator.key]
    areas = tuple(
        Area(group_title(by, one.group or ""), one.numerator, one.denominator)
        for one in found
        if one.group != NOT_RECORDED and one.numerator is not None and one.denominator
    )
    if len(areas) < FEWEST_AREAS:
        return None
    unit = unit_of(indicator)
    its = funnel(areas, kind="share" if unit.kind == "share" else "rate", per=unit.per if unit.kind == "rate" else 100)
    title = f"{indicator.title}, by {BREAKDOWNS[by].lower()}"
    wide, narrow = (funnel_chart(areas, its, title=title, unit=unit, narrow=width) for width in (False, True))
    return Funnelled(both_widths(wide, narrow), wide.headline)
