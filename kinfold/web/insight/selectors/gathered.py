"""Figures that agencies sent and others published, as a scorecard, an indicator's page and a report show them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from kinfold.indicators.catalogue.gathered import GATHERED
from kinfold.indicators.engine.gathered import Every, Gathered
from kinfold.indicators.gathering import asked_in, is_small
from kinfold.indicators.periods import Period, last_complete_quarters, quarter
from kinfold.reports import DefinitionBreak, IndicatorPart, Point, figure, period_words
from kinfold.reports.assembling import unit_of_gathered
from kinfold.web.access.models import User
from kinfold.web.insight.selectors import released as r
from kinfold.web.insight.selectors.overlapping import apart, starts_on
from kinfold.web.insight.selectors.released import Released
from kinfold.web.insight.selectors.rulings import NOTHING, Ruled, applied, ruled
from kinfold.web.insight.selectors.shown import Shown
from kinfold.web.intake.selectors.figures import GatheredFigure, published, signed

GATHERED_BY_KEY = {one.key: one for one in GATHERED}
# What a scorecard puts under one heading, by the first word of an indicator's key.
SECTIONS: dict[str, tuple[str, ...]] = {
    "Crime and exploitation": ("police", "exploitation"),
    "Domestic abuse": ("domestic_abuse",),
    "Youth justice": ("youth_justice",),
    "Attendance and inclusion in school": ("attendance", "inclusion"),
    "Attainment and schools": ("attainment",),
    "Education and health of children looked after": ("looked_after",),
    "Special educational needs and disabilities": ("send",),
    "Mental health": ("mental_health",),
    "Health": ("health", "hospital"),
    "Pregnancy and early parenthood": ("parenthood",),
}
_IN_A_YEAR: dict[Every, int] = {"quarter": 4, "term": 3, "year": 1}

Found = dict[str, list[GatheredFigure]]


@dataclass(frozen=True)
class Collected(Shown):
    """One indicator whose figures come from outside."""

    indicator: Gathered

    @property
    def last(self) -> Point:
        """The last figure that came, else the newest period."""
        return next((one for one in reversed(self.part.points) if one.value is not None), self.latest)

    @property
    def last_figure(self) -> str:
        return figure(self.last.value, self.part.unit, self.last.status)

    @property
    def notes(self) -> list[str]:
        return [f"{collected_words(self.indicator)}."]

    @property
    def when(self) -> str:
        """The period of the last figure, and what there is of the newest where it has none."""
        if self.last is self.latest:
            return period_words(self.last.period)
        newest = figure(None, self.part.unit, self.latest.status)
        return f"{period_words(self.last.period)}; {period_words(self.latest.period)} {newest}"


@dataclass(frozen=True)
class Version:
    """What was signed for a period, newest first; `reason` says why it was signed again."""

    period: str
    number: int
    figure: str
    reason: str
    source: str


@dataclass(frozen=True)
class CollectedPage:
    """An indicator's own page: its newest figures, those that they replaced, and each change of what is counted."""

    shown: Collected
    newest: tuple[tuple[Point, GatheredFigure | None], ...]  # newest period first
    overlaps: bool  # whether some figures share years with others, and are in the table alone
    revised: tuple[Version, ...]
    definitions: tuple[tuple[str, str], ...]  # the period from which each stood, and its words


def figures(viewer: User, wanted: Iterable[Gathered], *, every_version: bool = False) -> Found:
    """By indicator, of the whole, oldest period first; two queries however many there are."""
    submitted, from_others = ([one.key for one in wanted if one.collected == how] for how in ("submitted", "published"))
    found: Found = defaultdict(list)
    for one in signed(viewer, submitted, every_version=every_version, groups=False):
        found[one.indicator].append(one)
    for one in published(viewer, from_others, groups=False):
        found[one.indicator].append(one)
    return found


def collected(
    viewer: User,
    released: Released,
    until: Period,
    decided: Mapping[str, Ruled] | None = None,
    wanted: Sequence[Gathered] = GATHERED,
) -> tuple[Collected, ...]:
    """Those that are gathered, up to a quarter, in the catalogue's order; with what people `decided`."""
    found = figures(viewer, wanted)
    rulings = ruled() if decided is None else decided

    def own(one: Gathered) -> IndicatorPart:
        return part(one, found[one.key], released, until=until, decided=rulings.get(one.key, NOTHING))

    return tuple(Collected(one, r.number_of(one), own(one)) for one in wanted)


def page_of(
    viewer: User, one: Gathered, released: Released, until: Period, since: Period | None = None
) -> CollectedPage:
    every = [each for each in figures(viewer, [one], every_version=True)[one.key] if each.ends_on <= until.ends_on]
    newest = list({(each.ends_on, each.period): each for each in every}.values())
    came = {each.period: each for each in newest}
    shown = Collected(one, r.number_of(one), part(one, newest, released, since=since, until=until))
    changed = shown.part.breaks
    starts = [newest[0].period, *(each.period for each in changed)] if changed else []
    return CollectedPage(
        shown=shown,
        newest=_table(one, _within(newest, until, since), shown.part, released),
        overlaps=one.collected == "published" and len(apart(newest)) < len(newest),
        revised=_revised(one, every, released),
        definitions=tuple((period, came[period].definition) for period in starts),
    )


def _table(
    one: Gathered, own: Sequence[GatheredFigure], part: IndicatorPart, released: Released
) -> tuple[tuple[Point, GatheredFigure | None], ...]:
    """What the chart shows, gaps too; where periods overlap, every figure that came."""
    came = {each.period: each for each in own}
    charted = {point.period for point in part.points}
    if not came.keys() <= charted:
        return tuple((point_of(one, each, released), each) for each in reversed(own))
    return tuple((point, came.get(point.period)) for point in reversed(part.points))


def _revised(one: Gathered, every: Sequence[GatheredFigure], released: Released) -> tuple[Version, ...]:
    """Every version of each period that has several.

    From an audience that small numbers are hidden from, all versions of a period are hidden with any of them that is
    small, and so are the reasons: “5 should be 4” would give the figure away.
    """
    unit = unit_of_gathered(one)
    found = []
    for period in dict.fromkeys(each.period for each in reversed(every) if each.version > 1):
        versions = [each for each in reversed(every) if each.period == period]
        hides = released.hides_small_numbers and any(small(one, each) for each in versions)
        for each in versions:
            point = point_of(one, each, released)
            said = figure(None, unit, "suppressed") if hides else figure(point.value, unit, point.status)
            found.append(Version(period, each.version, said, "" if hides else each.reason, each.source))
    return tuple(found)


def sections(found: Sequence[Collected]) -> list[tuple[str, list[Collected]]]:
    rooms = {room: heading for heading, some in SECTIONS.items() for room in some}
    grouped: dict[str, list[Collected]] = {heading: [] for heading in SECTIONS}
    for each in found:
        grouped[rooms[each.indicator.key.partition(".")[0]]].append(each)
    return list(grouped.items())


def part(
    one: Gathered,
    found: Sequence[GatheredFigure],
    released: Released,
    *,
    until: Period,
    since: Period | None = None,
    number: str | None = None,
    under: str = "",
    decided: Ruled | None = None,
) -> IndicatorPart:
    """The newest figure of each period up to a quarter, from the first that came; what did not come is a gap.

    What people `decided` of the indicator is looked up where it is not given.
    """
    if decided is None:
        decided = ruled([one.key]).get(one.key, NOTHING)
    own = _within(found, until, since)
    if one.collected == "published":
        own = apart(own)
    points = list(_sent(one, own, released, until) if one.collected == "submitted" else _published(one, own, released))
    whole = IndicatorPart(
        key=one.key,
        number=r.number_of(one) if number is None else number,
        under=under,
        title=one.title,
        definition=_definition(one, own),
        unit=unit_of_gathered(one),
        points=tuple(points) or (Point(period=until.key, value=None, status="not_covered"),),
        periods_in_year=_IN_A_YEAR[one.every],
        better=one.better,
        breaks=breaks(own) if one.collected == "submitted" else (),
    )
    return applied(whole, decided, until.last_day)


def _within(found: Sequence[GatheredFigure], until: Period, since: Period | None) -> list[GatheredFigure]:
    return [
        each for each in found if each.ends_on <= until.ends_on and (since is None or each.ends_on > since.starts_on)
    ]


def breaks(found: Sequence[GatheredFigure]) -> tuple[DefinitionBreak, ...]:
    """Where the definition that an agency signed under differs from that of its figure before."""
    return tuple(
        DefinitionBreak(period=after.period, words="its definition was changed")
        for before, after in pairwise(found)
        if after.definition != before.definition
    )


def collected_words(one: Gathered) -> str:
    return f"{'Submitted' if one.collected == 'submitted' else 'Published'} by {one.owner}, every {one.every}"


def point_of(one: Gathered, came: GatheredFigure, released: Released) -> Point:
    """A share of nobody is no case; what the publisher hides, and what this audience may not see, is suppressed."""
    if came.value is None:
        if came.collected == "published":
            return Point(period=came.period, value=None, status="suppressed")
        return Point(period=came.period, value=None, status="no_cases" if came.denominator == 0 else "not_submitted")
    if released.hides_small_numbers and small(one, came):
        return Point(period=came.period, value=None, status="suppressed")
    return Point(
        period=came.period,
        value=_number(came.value),
        numerator=_number(came.numerator),
        denominator=_number(came.denominator),
    )


def small(one: Gathered, came: GatheredFigure) -> bool:
    return is_small(one, value=came.value, numerator=came.numerator, denominator=came.denominator)


def _sent(one: Gathered, own: Sequence[GatheredFigure], released: Released, until: Period) -> Iterator[Point]:
    """A point for every quarter in whose return it is asked for."""
    by_period = {each.period: each for each in own}
    first = quarter(own[0].period) if own else until
    years = until.ends_on.year - first.starts_on.year + 1
    for each in last_complete_quarters(4 * years, until.ends_on):
        if each.starts_on < first.starts_on:
            continue
        if each.key in by_period:
            yield point_of(one, by_period[each.key], released)
        elif asked_in(one, each) or not own:
            yield Point(period=each.key, value=None, status="not_submitted")


def _published(one: Gathered, own: Sequence[GatheredFigure], released: Released) -> Iterator[Point]:
    """A year that nobody published is a gap between those that were; figures share no year with one another."""
    for place, each in enumerate(own):
        first = own[place - 1].ends_on.year + 1 if place else each.ends_on.year
        for ended in range(first, starts_on(each).year + 1):
            yield Point(period=f"to {ended}", value=None, status="not_covered")
        yield point_of(one, each, released)


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _definition(one: Gathered, own: Sequence[GatheredFigure]) -> str:
    """With who sent it; what was published says each release that the figures are from, and its licence."""
    sources = dict.fromkeys(each.source for each in own) if one.collected == "published" else {}
    said = [f"{one.definition} Of {one.population}.", one.note, f"{collected_words(one)}. Asked for by: {one.source}."]
    return "\n\n".join(filter(None, [*said, *(f"Source: {source}." for source in sources)]))
