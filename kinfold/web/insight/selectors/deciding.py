"""What can be decided of an indicator, from which quarters, and what was."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kinfold.indicators.catalogue import EVERY
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.periods import Period, last_complete_quarters, period, quarter_of
from kinfold.reports import IndicatorPart, Unit
from kinfold.reports.assembling import unit_of, unit_of_gathered
from kinfold.reports.target_words import judged_words, target_said
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.insight.models import Ruling
from kinfold.web.insight.selectors import gathered as g
from kinfold.web.insight.selectors import released as r
from kinfold.web.insight.selectors.rulings import targets_of

BY_KEY: dict[str, Indicator | Gathered] = {one.key: one for one in EVERY}
BACK, AHEAD = 12, 4  # quarters from which a target may count, and those to come


@dataclass(frozen=True)
class RulingShown:
    """``what`` says it in a sentence, ``how_it_went`` whether a target is met, or was on its day."""

    ruling: Ruling
    what: str
    how_it_went: str


def unit_for(indicator: Indicator | Gathered) -> Unit:
    return unit_of_gathered(indicator) if isinstance(indicator, Gathered) else unit_of(indicator)


def kinds_for(indicator: Indicator | Gathered) -> tuple[Ruling.Kind, ...]:
    """A target needs a better direction; a mean and limits need quarters; agencies sign their own definitions."""
    found = [Ruling.Kind.TARGET] if indicator.better != "neither" else []
    if not isinstance(indicator, Gathered):
        return (*found, Ruling.Kind.BASELINE, Ruling.Kind.DEFINITION)
    return (*found, Ruling.Kind.BASELINE) if indicator.collected == "submitted" else tuple(found)


def quarters_for(viewer: User, indicator: Indicator | Gathered, kind: str, today: date) -> list[Period]:
    """Newest first. A new baseline and a changed definition leave at least one quarter with figures before them."""
    require(viewer, Permission.FIGURES_DECIDE)
    if kind != Ruling.Kind.TARGET:
        return _with_figures(viewer, indicator, today)[:0:-1]
    found = [*last_complete_quarters(BACK, today), quarter_of(today)]
    for _ in range(AHEAD):
        found.append(quarter_of(found[-1].ends_on))
    return found[::-1]


def ruling(viewer: User, pk: UUID) -> Ruling | None:
    require(viewer, Permission.FIGURES_DECIDE)
    return Ruling.objects.filter(pk=pk).select_related("recorded_by").first()


def rulings_of(viewer: User, indicator: Indicator | Gathered, part: IndicatorPart) -> list[RulingShown]:
    """Those that stand, by kind, the newest first."""
    require(viewer, Permission.FIGURES_READ)
    rows = list(Ruling.objects.standing().filter(indicator=indicator.key).order_by("starts_on"))
    targets = {row.pk: target for row, target in targets_of(rows)}
    shown = []
    for row in sorted(reversed(rows), key=lambda row: Ruling.Kind.values.index(row.kind)):
        target = targets.get(row.pk)
        if target is None:
            shown.append(RulingShown(row, row.words, ""))
            continue
        its = [point for point in part.points if target.holds_on(_last_day(point.period, row.starts_on))]
        went = judged_words(target, its[-1].value).capitalize() if its else "No figure yet"
        shown.append(RulingShown(row, f"{target_said(target, part.unit)}. {row.words}", went))
    return shown


def _with_figures(viewer: User, indicator: Indicator | Gathered, today: date) -> list[Period]:
    if isinstance(indicator, Gathered):
        return _quarters(one.period for one in g.figures(viewer, [indicator])[indicator.key])
    released = r.newest(viewer, today)
    if released is None:
        return []
    found = r.figures(released, keys=[indicator.key])[indicator.key]
    covered = (one.period for one in found if r.is_quarter(one.period) and one.status != "not_covered")
    return [one for one in _quarters(covered) if one.starts_on < released.so_far.starts_on]


def _quarters(keys: Iterable[str]) -> list[Period]:
    return sorted(map(period, dict.fromkeys(keys)))


def _last_day(key: str, otherwise: date) -> date:
    """A year in a publisher's words is held against the target that began with it."""
    try:
        return period(key).last_day
    except ValueError:
        return otherwise
