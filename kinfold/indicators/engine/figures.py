"""A figure, and how sums become figures: nought for an empty group, none where nothing is known."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from kinfold.indicators.engine.breakdowns import known_groups
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.population import Population
from kinfold.indicators.periods import Period

Status = Literal["shown", "suppressed", "not_covered", "no_cases"]
PERCENT = 100

# What the rollup found: (numerator, denominator) by (period's key, breakdown, group).
Sums = dict[tuple[str, str | None, str | None], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Figure:
    """`by` and `group` are None for the whole. A count has its value as numerator and no denominator.

    A share is a percentage, a rate is per the indicator's `per`; a mean or a sum of money has what was added up as its
    numerator and the rows it was added up over as its denominator. None is rounded. A figure which is not `shown` has
    no value: `suppressed` to protect children, `not_covered` by the data (or, for a rate, by the population), or
    `no_cases` where a share has nothing to be a share of. The first two have no numerator or denominator either.
    """

    indicator: str
    period: str
    by: str | None
    group: str | None
    numerator: int | None
    denominator: int | None
    value: float | None
    status: Status

    def without_value(self, status: Status) -> "Figure":
        return Figure(self.indicator, self.period, self.by, self.group, None, None, None, status)


def figures(
    indicator: Indicator,
    periods: Iterable[Period],
    covered: Collection[str],
    breakdowns: Iterable[str],
    sums: Sums,
    agencies: tuple[str, ...],
    population: Population,
) -> Iterator[Figure]:
    """Every figure of one indicator: for each period the whole, then each breakdown's groups in their order."""
    breakdowns = [by for by in breakdowns if by in indicator.breakdowns]
    found: dict[str, set[str]] = {by: set() for by in breakdowns}
    for _, by, group in sums:
        if by in found and group is not None:
            found[by].add(group)
    for period in periods:
        cells: list[tuple[str | None, str | None]] = [(None, None)]
        for by in breakdowns:
            known = known_groups(by, agencies)
            cells += [(by, group) for group in (*known, *sorted(found[by] - set(known)))]
        for by, group in cells:
            if period.key not in covered:
                yield Figure(indicator.key, period.key, by, group, None, None, None, "not_covered")
                continue
            numerator, denominator = sums.get((period.key, by, group), (0, 0))
            yield _figure(indicator, period, by, group, numerator, denominator, population)


def _figure(
    indicator: Indicator,
    period: Period,
    by: str | None,
    group: str | None,
    numerator: int,
    denominator: int,
    population: Population,
) -> Figure:
    def figure(below: int | None, value: float) -> Figure:
        return Figure(indicator.key, period.key, by, group, numerator, below, value, "shown")

    if indicator.quantity is not None:
        if not denominator:
            return Figure(indicator.key, period.key, by, group, 0, 0, None, "no_cases")
        return figure(denominator, numerator if indicator.quantity.adds_up else numerator / denominator)
    if indicator.per is not None:
        people = population.of(period, indicator.ages, by, group)
        if not people:
            return figure(None, 0).without_value("not_covered")
        return figure(people, numerator * indicator.per / people)
    if indicator.denominator is not None:
        if not denominator:
            return Figure(indicator.key, period.key, by, group, 0, 0, None, "no_cases")
        return figure(denominator, numerator * PERCENT / denominator)
    return figure(None, numerator)
