"""Figures that agencies signed and others published, for scorecards and reports to read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from kinfold.indicators.periods import quarter
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.intake.models import PublishedFigure, ReturnedFigure

PORTSMOUTH = "E06000044"


@dataclass(frozen=True)
class GatheredFigure:
    """One figure as it came. `by` and `group` are empty for the whole.

    `value` is None where the agency could not give it or the publisher hid it; nothing is put in its place. A figure
    that was published standardised has no numerator, and none can be worked out. `version` counts an agency's
    signatures for the quarter; of published figures the newest release that has the period is 1 and alone.
    """

    indicator: str
    collected: Literal["submitted", "published"]
    period: str
    ends_on: date
    area: str
    by: str
    group: str
    numerator: Decimal | None
    denominator: Decimal | None
    value: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    version: int
    reason: str
    note: str
    definition: str
    source: str
    known_at: datetime


def signed(
    viewer: User, indicators: Iterable[str], *, every_version: bool = False, groups: bool = True
) -> list[GatheredFigure]:
    """What agencies signed off, oldest quarter first: the newest version of each quarter, or every one.

    One query; without `groups` only figures of the whole.
    """
    require(viewer, Permission.FIGURES_READ)
    rows = (
        ReturnedFigure.objects.filter(indicator__in=list(indicators), **({} if groups else {"by": ""}))
        .select_related("version__agency", "version__signed_off_by")
        .order_by("indicator", "version__period", "version__number", "by", "group")
    )
    found = [_signed(row) for row in rows]
    if every_version:
        return found
    newest: dict[tuple[str, str], int] = {}
    for one in found:
        newest[one.indicator, one.period] = max(one.version, newest.get((one.indicator, one.period), 0))
    return [one for one in found if one.version == newest[one.indicator, one.period]]


def published(
    viewer: User,
    indicators: Iterable[str],
    *,
    areas: Iterable[str] | None = (PORTSMOUTH,),
    groups: bool = True,
    ends_on: date | None = None,
) -> list[GatheredFigure]:
    """What others published, oldest period first: of each figure what the newest release says.

    One query; without `groups` only figures of the whole, with `areas` None those of every area, with `ends_on` those
    of the periods that end on it.
    """
    require(viewer, Permission.FIGURES_READ)
    wanted: dict[str, Any] = {} if groups else {"by": ""}
    wanted |= {} if areas is None else {"area__in": list(areas)}
    wanted |= {} if ends_on is None else {"period_ends_on": ends_on}
    rows = (
        PublishedFigure.objects.filter(indicator__in=list(indicators), **wanted)
        .defer("release__content")
        .select_related("release")
        .order_by("release__published_on", "release__loaded_at")
    )
    newest = {(row.indicator, row.area, row.period_ends_on, row.by, row.group): row for row in rows}
    return [_published(newest[key]) for key in sorted(newest)]


def _signed(row: ReturnedFigure) -> GatheredFigure:
    version = row.version
    return GatheredFigure(
        indicator=row.indicator, collected="submitted", period=version.period, ends_on=quarter(version.period).ends_on,
        area=PORTSMOUTH, by=row.by, group=row.group, numerator=row.numerator, denominator=row.denominator,
        value=row.value, lower=None, upper=None, version=version.number, reason=version.reason, note=row.note,
        definition=row.definition, source=f"{version.agency.name}, signed off by {version.signed_off_by.name}",
        known_at=version.signed_off_at,
    )  # fmt: skip


def _published(row: PublishedFigure) -> GatheredFigure:
    release = row.release
    return GatheredFigure(
        indicator=row.indicator, collected="published", period=row.period, ends_on=row.period_ends_on, area=row.area,
        by=row.by, group=row.group, numerator=row.numerator, denominator=row.denominator, value=row.value,
        lower=row.lower, upper=row.upper, version=1, reason="", note=row.note, definition="",
        source=f"{release.publisher}, {release.title}, {release.published_on:%-d %B %Y}. {release.licence}",
        known_at=release.loaded_at,
    )  # fmt: skip
