"""From the figures that indicators compute to the part of a report that shows them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kinfold.indicators.engine.breakdowns import BREAKDOWNS, NOT_RECORDED, group_title
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.figures import Figure
from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.published import PublishedFigure, published_for
from kinfold.reports.values import Breakdown, BreakdownGroup, Comparison, IndicatorPart, Point, Unit, UnitKind


def indicator_part(
    indicator: Indicator,
    figures: Iterable[Figure],
    *,
    number: str = "",
    breakdowns: Sequence[str] = (),
    breakdown_periods: int = 4,
    beside: Iterable[Figure] = (),
) -> IndicatorPart:
    """The indicator's whole series, its last periods by each breakdown named, and what others published of it.

    Figures are those of `scorecard`, in its order; those of other indicators are passed over. `beside` are those of
    whole years and quarters, from which the one to stand beside a published figure is chosen. ValueError where the
    indicator has no figures for the whole.
    """
    own = [one for one in figures if one.indicator == indicator.key]
    unit = unit_of(indicator)
    ours = [one for one in beside if one.indicator == indicator.key and one.by is None]
    return IndicatorPart(
        key=indicator.key,
        number=number,
        title=indicator.title,
        definition=_definition(indicator),
        unit=unit,
        points=tuple(point_of(one) for one in own if one.by is None),
        comparisons=tuple(_comparison(published, indicator, unit, ours) for published in published_for(indicator.key)),
        breakdowns=tuple(_breakdown(by, own, breakdown_periods) for by in breakdowns if by in indicator.breakdowns),
        better=indicator.better,
    )


_QUANTITIES: dict[str, UnitKind] = {"days": "days", "months": "months", "points": "score", "GBP": "money"}


def unit_of(indicator: Indicator) -> Unit:
    if indicator.quantity is not None:
        return Unit(kind=_QUANTITIES[indicator.quantity.unit], counts=indicator.counts)
    if indicator.per is not None:
        of = f"children aged {indicator.ages[0]} to {indicator.ages[1]}"
        return Unit(kind="rate", counts=indicator.counts, of=of, per=indicator.per)
    if indicator.denominator is not None:
        return Unit(kind="share", counts=f"{indicator.counts} that meet it", of=indicator.counts)
    return Unit(kind="count", counts=indicator.counts)


def unit_of_gathered(one: Gathered) -> Unit:
    """As whoever sends it was asked for it. A percentage whose unit names no whole is of what it is worked out from."""
    if one.kind == "rate":
        per, of = one.unit.removeprefix("per ").split(" ", 1)
        return Unit(kind="rate", counts=one.numerator or one.title, of=of, per=int(per.replace(",", "")))
    if one.kind == "share":
        of = one.unit.removeprefix("% of ") if one.unit.startswith("% of ") else one.denominator or one.population
        return Unit(kind="share", counts=one.numerator or one.title, of=of)
    kinds: dict[str, UnitKind] = {"count": "count", "duration": "weeks", "score": "points", "money": "money"}
    return Unit(kind=kinds[one.kind], counts=one.unit)


def _definition(indicator: Indicator) -> str:
    counted = f"Counted: {indicator.numerator.words}."
    if indicator.quantity is not None:
        counted += f" {indicator.quantity.words}."
    if indicator.denominator is not None:
        counted += f" As a percentage of: {indicator.denominator.words}."
    return "\n\n".join(filter(None, [counted, indicator.note, f"Source: {indicator.source}."]))


def point_of(figure: Figure) -> Point:
    return Point(
        period=figure.period,
        value=figure.value,
        status=figure.status,
        numerator=figure.numerator,
        denominator=figure.denominator,
    )


def _breakdown(by: str, own: list[Figure], periods: int) -> Breakdown:
    """Groups in the order given; "not recorded" is left out where it never counts anything."""
    wanted = list(dict.fromkeys(one.period for one in own))[-periods:]
    groups: dict[str, list[Figure]] = {}
    for one in own:
        if one.by == by and one.group is not None and one.period in wanted:
            groups.setdefault(one.group, []).append(one)
    return Breakdown(
        by=BREAKDOWNS[by],
        groups=tuple(
            BreakdownGroup(name=group_title(by, group), points=tuple(map(point_of, found)))
            for group, found in groups.items()
            if group != NOT_RECORDED or any(one.value != 0 and one.status != "not_covered" for one in found)
        ),
    )


def _comparison(published: PublishedFigure, indicator: Indicator, unit: Unit, ours: list[Figure]) -> Comparison:
    """A figure for a year stands beside quarters, so it says whether it covers the year or its last day."""
    of_a_year = " year end" if indicator.dated_by is None else " whole year"

    def said(period: str) -> str:
        return period if "-Q" in period else period + of_a_year

    like_it = [one for one in ours if one.period[7:] == published.period.key[7:] and one.status != "not_covered"]
    same = [one for one in like_it if one.period == published.period.key]
    beside = (same or sorted(like_it, key=lambda one: one.period))[-1:]
    return Comparison(
        title=published.words,
        period=said(published.period.key),
        value=published.value,
        unit=unit,
        source=published.source,
        comparable=published.comparable,
        why_not=published.note,
        ours=replace(point_of(beside[0]), period=said(beside[0].period)) if beside else None,
    )
