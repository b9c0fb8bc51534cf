"""Figures of a release, as one audience may see them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from kinfold.indicators.asked import SHORTLY
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.figures import Figure as Counted
from kinfold.indicators.engine.figures import Status
from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.engine.protection import Audience
from kinfold.indicators.periods import Period, period, quarter_of
from kinfold.practice.defaults import SETTINGS
from kinfold.reports import IndicatorPart, indicator_part
from kinfold.reports.assembling import point_of
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.insight import definitions
from kinfold.web.insight.models import Figure, Release
from kinfold.web.insight.selectors.rulings import NOTHING, Ruled, applied, ruled
from kinfold.web.local import selectors as local

NUMBERED_BY = ("safeguarding", "dataset")
AUDIENCES: dict[Audience, str] = {
    "practice": "People who work with the children: small numbers are shown",
    "board": "The board, in closed papers",
}


@dataclass(frozen=True)
class Released:
    """One release and what this viewer may see of it."""

    release: Release
    audience: Audience
    hides_small_numbers: bool
    marking: str = ""  # where small numbers are shown

    @property
    def so_far(self) -> Period:
        """The quarter that was not over when the figures were worked out."""
        return quarter_of(self.release.as_at)

    def is_kept(self, key: str, when: str) -> bool:
        """Whether the period keeps the figures of an earlier definition."""
        return definitions.is_kept(self.release.changes, key, when)

    def counted_before(self, key: str) -> list[tuple[date, str]]:
        """Until which day it was counted otherwise, and how; oldest first."""
        return definitions.before(self.release.changes, key)

    @property
    def lag(self) -> str:
        return (
            "What is recorded later changes them at the next refresh, so the newest quarter may still grow. "
            "A contact whose working day is not over is not yet counted as decided in time or late."
        )

    @property
    def small_numbers(self) -> str:
        if self.hides_small_numbers:
            return "Numbers from 1 to 5, and others that would give them away, are not shown."
        if self.audience == "board":
            return (
                "Small numbers are shown, because these are closed papers under a protective marking. "
                "Do not pass them to anybody who does not receive the board’s papers."
            )
        return "Small numbers are shown, because you work with the children or the figures. Do not pass them on."


def newest(viewer: User, today: date, audience: Audience | None = None) -> Released | None:
    """The newest complete release. Nobody is shown more than their own audience may see."""
    require(viewer, Permission.FIGURES_READ)
    release = Release.objects.newest()
    return None if release is None else seen_by(release, _audience(viewer, audience), today)


def seen_by(release: Release, audience: Audience, today: date) -> Released:
    settings = local.values(today)
    hides = audience == "public" or (audience == "board" and settings["board_small_numbers"] == "suppressed")
    marking = "" if hides else marking_words(str(settings["report_marking"]))
    return Released(release, audience, hides, marking)


def marking_words(key: str) -> str:
    return dict(SETTINGS["report_marking"].choices).get(key, key)


def may_see_small_numbers(viewer: User) -> bool:
    """Those who may see the rows behind a figure lose nothing by seeing the figure."""
    return viewer.may(Permission.FIGURES_DRILL)


def figures(
    released: Released,
    *,
    by: Collection[str] = ("",),
    keys: Collection[str] | None = None,
    periods: Collection[str] | None = None,
) -> dict[str, list[Counted]]:
    """By indicator, in the order in which they are shown; one query."""
    rows = Figure.objects.filter(release=released.release, by__in=by)
    if keys is not None:
        rows = rows.filter(indicator__in=keys)
    if periods is not None:
        rows = rows.filter(period__in=periods)
    found: dict[str, list[Counted]] = defaultdict(list)
    columns = ("indicator", "period", "by", "group", "numerator", "denominator", "value", "status", "hidden")
    for key, when, by_what, group, numerator, denominator, value, status, hidden in rows.order_by("id").values_list(
        *columns
    ):
        one = Counted(key, when, by_what or None, group or None, numerator, denominator, value, cast(Status, status))
        if hidden and released.hides_small_numbers and status != "not_covered":
            one = one.without_value("suppressed")
        found[key].append(one)
    return found


def lists_rows_of(released: Released, indicator: Indicator, key: str) -> bool:
    """Rows are kept for each quarter that the records cover, and for no longer period.

    Not for one that keeps the figure of an earlier definition: what was counted then is not what would be listed now.
    """
    if released.is_kept(indicator.key, key):
        return False
    figures = Figure.objects.of_the_whole().filter(release=released.release, indicator=indicator.key, period=key)
    return is_quarter(key) and figures.exclude(status="not_covered").exists()


def quarters(found: dict[str, list[Counted]], released: Released) -> list[Period]:
    """The complete quarters that figures are there for, oldest first."""
    keys = dict.fromkeys(one.period for each in found.values() for one in each if is_quarter(one.period))
    return sorted(one for one in map(period, keys) if one.starts_on < released.so_far.starts_on)


def first_quarter(released: Released) -> Period | None:
    """The first that the records cover; None where there are no figures."""
    rows = Figure.objects.of_the_whole().filter(release=released.release).exclude(status="not_covered")
    keys = {key for key in rows.values_list("period", flat=True).distinct() if is_quarter(key)}
    return period(min(keys)) if keys else None


def is_quarter(key: str) -> bool:
    return key[-2:-1] == "Q"


def is_over(key: str, until: Period) -> bool:
    """A quarter or a year, not the year to date, that ends no later than another period."""
    return not key.endswith("-YTD") and period(key).ends_on <= until.ends_on


def part(
    indicator: Indicator,
    found: list[Counted],
    *,
    until: Period,
    since: Period | None = None,
    breakdowns: tuple[str, ...] = (),
    so_far: Counted | None = None,
    number: str | None = None,
    under: str = "",
    of_years: bool = False,
    decided: Ruled | None = None,
) -> IndicatorPart:
    """The indicator's quarters up to one, and nothing of a quarter that is not over; whole years beside where asked.

    Quarters before the first that the records cover are left out, save where none is covered. What people `decided` of
    the indicator is in it, and is looked up where it is not given.
    """
    own = [one for one in found if is_quarter(one.period) and period(one.period).starts_on <= until.starts_on]
    covered = [one.period for one in own if one.by is None and one.status != "not_covered"]
    if since is not None or covered:
        first = max(each.starts_on for each in (since, period(covered[0]) if covered else None) if each)
        own = [one for one in own if period(one.period).starts_on >= first]
    beside = [one for one in found if one.by is None and is_over(one.period, until)]
    number = number_of(indicator) if number is None else number
    whole = indicator_part(indicator, own, number=number, breakdowns=breakdowns, beside=beside)
    if decided is None:
        decided = ruled([indicator.key]).get(indicator.key, NOTHING)
    years = [one for one in beside if of_years and not is_quarter(one.period) and one.status != "not_covered"]
    whole = replace(whole, so_far=point_of(so_far) if so_far else None, under=under, years=tuple(map(point_of, years)))
    return applied(whole, decided, until.last_day)


def number_of(indicator: Indicator | Gathered) -> str:
    """As the strategy numbers it, 1.2a, else as the partnership's dataset does, AR.3; nothing for a local one.

    What the strategy asks for twice has both numbers: 3.4, 4.13b.
    """
    names = [name.split(" ", 1) for name in indicator.reported_in]
    found = {wanted: [number for document, number in names if document == wanted] for wanted in NUMBERED_BY}
    return ", ".join(next((own for own in found.values() if own), []))


def reported_as(indicator: Indicator | Gathered) -> str:
    """Every document that reports it, and its number there."""
    names = (name.split(" ", 1) for name in indicator.reported_in)
    return ", ".join(f"{SHORTLY[document]} {number}" for document, number in names)


def _audience(viewer: User, asked: Audience | None) -> Audience:
    if may_see_small_numbers(viewer) and asked in (None, "practice"):
        return "practice"
    return "public" if asked == "public" else "board"
