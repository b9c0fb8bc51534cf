"""Figures by ward, age or another grouping: one indicator over quarters, or a section's side by side."""

from dataclasses import dataclass
from functools import lru_cache

from kinfold.indicators.catalogue import INDICATORS
from kinfold.indicators.engine.breakdowns import BREAKDOWNS, group_title
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.figures import Figure as Counted
from kinfold.indicators.periods import Period, last_complete_quarters
from kinfold.reports import figure
from kinfold.reports.assembling import unit_of
from kinfold.web.insight.selectors import released as r
from kinfold.web.insight.selectors.released import Released
from kinfold.web.insight.selectors.scorecard import section_of

BESIDE = 4  # quarters in a table of groups


@dataclass(frozen=True)
class GroupTable:
    """One indicator by ward, age or another grouping, over a few quarters."""

    indicator: Indicator
    title: str
    periods: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]  # group's key, its title, a figure for each period


@dataclass(frozen=True)
class GroupMatrix:
    """The indicators of one section side by side in one quarter, a row for each group that counts anything."""

    heading: str
    indicators: tuple[Indicator, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]  # group's title, a figure for each indicator


@lru_cache(maxsize=64)
def by_group(
    released: Released, by: str, quarter: Period, indicators: tuple[Indicator, ...] = INDICATORS
) -> tuple[GroupTable, ...]:
    """A table for each indicator that can be broken down so; groups that never count anything are left out."""
    own = [one for one in indicators if by in one.breakdowns]
    periods = _before(quarter)
    found = r.figures(released, by=[by], keys=[one.key for one in own], periods=periods)
    return tuple(_table(one, by, found[one.key], periods) for one in own if one.key in found)


@lru_cache(maxsize=64)
def side_by_side(released: Released, by: str, quarter: Period) -> tuple[GroupMatrix, ...]:
    own = [one for one in INDICATORS if by in one.breakdowns]
    found = r.figures(released, by=[by], keys=[one.key for one in own], periods=[quarter.key])
    sectioned: dict[str, list[Indicator]] = {}
    for one in own:
        if one.key in found:
            sectioned.setdefault(section_of(one), []).append(one)
    return tuple(_matrix(heading, by, tuple(some), found) for heading, some in sectioned.items())


def _before(quarter: Period) -> tuple[str, ...]:
    """The quarter and those before it, oldest first."""
    return tuple(one.key for one in last_complete_quarters(BESIDE, quarter.ends_on))


def _matrix(heading: str, by: str, own: tuple[Indicator, ...], found: dict[str, list[Counted]]) -> GroupMatrix:
    groups: dict[str, dict[str, Counted]] = {}
    for one in own:
        for each in found[one.key]:
            groups.setdefault(each.group or "", {})[one.key] = each
    rows = tuple(
        (
            group_title(by, group),
            tuple(
                figure(figures[one.key].value, unit_of(one), figures[one.key].status) if one.key in figures else ""
                for one in own
            ),
        )
        for group, figures in groups.items()
        if any(map(_counts_anything, figures.values()))
    )
    return GroupMatrix(heading, own, rows)


def _counts_anything(counted: Counted) -> bool:
    return counted.value != 0 and counted.status not in ("no_cases", "not_covered")


def _table(indicator: Indicator, by: str, found: list[Counted], periods: tuple[str, ...]) -> GroupTable:
    unit = unit_of(indicator)
    groups: dict[str, dict[str, Counted]] = {}
    for each in found:
        groups.setdefault(each.group or "", {})[each.period] = each
    there = tuple(key for key in periods if any(key in figures for figures in groups.values()))
    rows = tuple(
        (
            group,
            group_title(by, group),
            tuple(figure(figures[key].value, unit, figures[key].status) for key in there),
        )
        for group, figures in groups.items()
        if any(map(_counts_anything, figures.values()))
    )
    return GroupTable(indicator, f"{indicator.title}, by {BREAKDOWNS[by].lower()}", there, rows)
