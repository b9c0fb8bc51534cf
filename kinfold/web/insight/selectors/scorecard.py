"""What the scorecard and an indicator's page show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kinfold.indicators.catalogue import INDICATORS
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.figures import Figure as Counted
from kinfold.indicators.periods import Period, period, year_to_date
from kinfold.reports import Unit, figure, ours_words, period_words, with_unit
from kinfold.web.insight.selectors import released as r
from kinfold.web.insight.selectors.released import Released
from kinfold.web.insight.selectors.rulings import NOTHING, Ruled, applied, ruled
from kinfold.web.insight.selectors.shown import Shown

# What a scorecard puts under one heading, by the first word of an indicator's key.
SECTIONS: dict[str, tuple[str, ...]] = {
    "Early help": ("early_help", "programmes", "pcso"),
    "The front door": ("mash",),
    "Children’s social care": ("referrals", "assessments", "children_in_need"),
    "Child protection": ("enquiries", "strategy_discussions", "child_protection"),
    "Children looked after and care leavers": ("looked_after", "care_leavers"),
    "Harm outside the home": ("missing", "exploitation"),
    "Attendance": ("attendance",),
    "The workforce": ("training", "workforce", "allegations"),
    "Quality and learning": ("audits", "learning", "voice"),
}


@dataclass(frozen=True)
class Measured(Shown):
    """One indicator that Kinfold computes."""

    indicator: Indicator
    so_far: Counted
    to_date: Counted | None
    quarter: Period

    @property
    def shown_of(self) -> str:
        """What a share rests on."""
        if self.part.unit.kind != "share" or self.latest.denominator is None:
            return ""
        return f"{self.latest.numerator:,} of {self.latest.denominator:,} {self.indicator.counts}"

    @property
    def notes(self) -> list[str]:
        """Beside the latest complete quarter: the year to date, what there is so far, and what was published."""
        unit = self.part.unit
        said = [self.shown_of] if self.shown_of else []
        if self.to_date is not None and self.to_date.status != "not_covered":
            said.append(f"Year to date, {period(self.to_date.period).title}: {said_of(self.to_date, unit)}.")
        said.append(f"So far in {period(self.so_far.period).title}: {said_of(self.so_far, unit)}.")
        return [*said, *self.published]

    @property
    def so_far_figure(self) -> str:
        return figure(self.so_far.value, self.part.unit, self.so_far.status)

    @property
    def published(self) -> list[str]:
        """What others published of it, with ours of the same time, and where it is from."""
        said = [
            f"Published for {period_words(one.period)}: {figure(one.value, one.unit)}"
            f"{f'. Ours for {ours_words(one, self.part.unit)}' if one.comparable and one.ours else ''}"
            f"{'' if one.comparable else ' (not comparable)'}."
            for one in self.part.comparisons
        ]
        sources = dict.fromkeys(one.source.rpartition(", ")[0] for one in self.part.comparisons)
        return [*said, *(f"Source of what was published: {source}." for source in sources)]


def measured(
    released: Released, quarter: Period | None = None, decided: Mapping[str, Ruled] | None = None
) -> tuple[tuple[Measured, ...], tuple[Period, ...]]:
    """Every indicator up to a quarter (else the last complete one), and the quarters to choose from.

    What people `decided`, by indicator, is looked up where it is not given.
    """
    found, choices = _counted(released, quarter)
    decided = ruled() if decided is None else decided
    return tuple(_read(one, decided.get(one.indicator.key, NOTHING)) for one in found), choices


# A release's figures never change, so each process keeps what it has once made of them.
@lru_cache(maxsize=64)
def _counted(released: Released, quarter: Period | None) -> tuple[tuple[Measured, ...], tuple[Period, ...]]:
    found = r.figures(released)
    choices = r.quarters(found, released)
    chosen = quarter if quarter in choices else choices[-1]
    all_of_them = (_measured(one, found[one.key], chosen, released) for one in INDICATORS if one.key in found)
    return tuple(all_of_them), tuple(choices)


def _read(one: Measured, decided: Ruled) -> Measured:
    part = applied(one.part, decided, one.quarter.last_day)
    return one if part is one.part else replace(one, part=part)


def one(
    released: Released, indicator: Indicator, quarter: Period | None = None, since: Period | None = None
) -> tuple[Measured, list[Counted]]:
    """One indicator from one quarter up to another, and every figure of the whole, longer periods too."""
    found = r.figures(released, keys=[indicator.key])
    choices = r.quarters(found, released)
    chosen = quarter if quarter in choices else choices[-1]
    decided = ruled([indicator.key]).get(indicator.key, NOTHING)
    first = since if since in choices and since.starts_on <= chosen.starts_on else None
    return _read(_measured(indicator, found[indicator.key], chosen, released, first), decided), found[indicator.key]


def section_of(indicator: Indicator) -> str:
    first = indicator.key.partition(".")[0]
    return next(words for words, rooms in SECTIONS.items() if first in rooms)


def sections(found: Sequence[Measured]) -> list[tuple[str, list[Measured]]]:
    """In the order of the headings, each with its indicators in the catalogue's order."""
    grouped: dict[str, list[Measured]] = {heading: [] for heading in SECTIONS}
    for each in found:
        grouped[section_of(each.indicator)].append(each)
    return [(heading, own) for heading, own in grouped.items() if own]


def standing_out(found: Sequence[Shown]) -> list[Shown]:
    """Those whose latest figure is more than chance, the worst first."""
    return sorted((each for each in found if each.signal.stands_out), key=lambda each: each.signal.urgency)


def said_of(counted: Counted, unit: Unit) -> str:
    return with_unit(counted.value, unit, counted.status)


def _measured(
    indicator: Indicator, found: list[Counted], quarter: Period, released: Released, since: Period | None = None
) -> Measured:
    by_period = {one.period: one for one in found if one.by is None}
    return Measured(
        indicator=indicator,
        number=r.number_of(indicator),
        part=r.part(indicator, found, since=since, until=quarter, decided=NOTHING),
        so_far=by_period[released.so_far.key],
        to_date=by_period.get(year_to_date(quarter.key).key) if indicator.dated_by is not None else None,
        quarter=quarter,
    )
