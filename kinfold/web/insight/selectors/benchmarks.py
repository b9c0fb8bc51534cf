"""A published figure beside England's, the region's and the neighbours', and the quarter in which it lies."""

from dataclasses import dataclass
from datetime import timedelta

from markupsafe import Markup

from kinfold.indicators.comparison.benchmarks import Band, neighbours_mean, quarters
from kinfold.indicators.engine.gathered import Gathered
from kinfold.reports import both_widths, figure
from kinfold.reports.assembling import unit_of_gathered
from kinfold.reports.charts.quarters import quarters_chart
from kinfold.web.access.models import User
from kinfold.web.insight.selectors import neighbours
from kinfold.web.intake.selectors.figures import GatheredFigure, published

ENGLAND, SOUTH_EAST = "E92000001", "E12000008"
COUNCILS = ("E06", "E08", "E09", "E10")  # unitary, metropolitan, London, county: those who answer for children
_BANDS: dict[Band, str] = {
    "best": "in the best quarter",
    "second": "in the second-best quarter",
    "third": "in the second-worst quarter",
    "worst": "in the worst quarter",
    "lowest": "in the lowest quarter",
    "lower_middle": "in the second-lowest quarter",
    "upper_middle": "in the second-highest quarter",
    "highest": "in the highest quarter",
}


@dataclass(frozen=True)
class Beside:
    """`rows` are (whose, figure, note); `words` and `picture` are there where eight areas or more were published."""

    period: str
    rows: tuple[tuple[str, str, str], ...]
    words: str
    picture: Markup | None


def beside(viewer: User, one: Gathered, came: GatheredFigure | None) -> Beside | None:
    """What the same publisher gave for the same period elsewhere; None where it gave nothing."""
    if one.collected != "published" or came is None or came.value is None:
        return None
    rows = published(viewer, [one.key], areas=None, groups=False, ends_on=came.ends_on)
    known = {row.area: float(row.value) for row in rows if row.value is not None}
    unit, ours = unit_of_gathered(one), float(came.value)
    found = [("Portsmouth", figure(ours, unit), "")]
    found += [(name, figure(known[area], unit), "") for area, name in ((ENGLAND, "England"), (SOUTH_EAST, "South East"))
              if area in known]  # fmt: skip
    listed = neighbours.ours_on(viewer, came.ends_on - timedelta(days=1))
    if listed is not None and (mean := neighbours_mean(listed, known)).value is not None:
        found.append(("Statistical neighbours", figure(mean.value, unit), f"Mean of {mean.known} of {mean.asked}"))
    areas = [value for area, value in known.items() if area.startswith(COUNCILS)]
    cut = quarters(areas)
    if cut is None:
        return Beside(came.period, tuple(found), "", None) if len(found) > 1 else None
    words = f"Portsmouth is {_BANDS[cut.band(ours, one.better)]} of {cut.areas} areas."
    others = {"England": known[ENGLAND]} if ENGLAND in known else {}
    named = {"Portsmouth": ours} | others
    pictures = [
        quarters_chart(cut, min(areas), max(areas), named, unit=unit, headline=words, narrow=narrow)
        for narrow in (False, True)
    ]
    return Beside(came.period, tuple(found), words, both_widths(*pictures))
