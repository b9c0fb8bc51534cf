"""How each group compares with everybody else, for one indicator in one quarter."""

from dataclasses import dataclass

from kinfold.indicators.comparison.ratios import Cell, ratio
from kinfold.indicators.engine.breakdowns import NOT_RECORDED, group_title
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.figures import Figure as Counted
from kinfold.indicators.periods import Period
from kinfold.reports import figure
from kinfold.reports.assembling import unit_of
from kinfold.web.insight.selectors import released as r
from kinfold.web.insight.selectors.limits import limits_words
from kinfold.web.insight.selectors.released import Released


@dataclass(frozen=True)
class Compared:
    """A group's figure with its limits, and in words how it compares with that of all who are not in the group."""

    group: str
    figure: str
    limits: str
    words: str


def compared(released: Released, indicator: Indicator, by: str, quarter: Period) -> tuple[Compared, ...]:
    """Only of shares and rates, since of a count nobody knows how many it could have been.

    A share of children whose rows may lie in two groups is left out: the groups then do not add up to everybody.
    """
    if indicator.kind not in ("share", "rate") or not groups_share_nobody(indicator):
        return ()
    found = r.figures(released, by=("", by), keys=[indicator.key], periods=[quarter.key])[indicator.key]
    whole = next((one for one in found if one.by is None), None)
    unit = unit_of(indicator)
    return tuple(
        Compared(
            group_title(by, one.group or ""),
            figure(one.value, unit, one.status),
            limits_words(one.value, one.numerator, one.denominator, unit),
            ratio(_cell(one), _rest(whole, one), measure=indicator.kind).words,
        )
        for one in found
        if one.by == by and one.group != NOT_RECORDED and one.status in ("shown", "suppressed")
    )


def groups_share_nobody(indicator: Indicator) -> bool:
    """Whether each that is counted lies in one group: rows do, children counted over a quarter may lie in two."""
    return indicator.dated_by is None or indicator.counts == indicator.subject.first_unit


def _cell(one: Counted) -> Cell:
    return Cell(one.numerator, one.denominator)


def _rest(whole: Counted | None, one: Counted) -> Cell:
    if whole is None or None in (whole.numerator, whole.denominator, one.numerator, one.denominator):
        return Cell(None, None)
    return Cell(whole.numerator - one.numerator, whole.denominator - one.denominator)  # type: ignore[operator]
