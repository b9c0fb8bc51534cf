"""How a report shows its indicators: what changed in full, every one on a grid, and the figures behind them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from kinfold.reports.blocks import Block, Figures, Glance, Heading, Paragraph, Trend
from kinfold.reports.charts.series import table_of
from kinfold.reports.charts.values import Table
from kinfold.reports.figures import WORDS_FOR, figure, point_figure, unit_words, whole, with_unit
from kinfold.reports.headlines import compared_with, movement, so_far_words
from kinfold.reports.signals import SYMBOLS, Signal, is_new, signal
from kinfold.reports.text import paragraphs
from kinfold.reports.times import period_words
from kinfold.reports.values import Breakdown, Comparison, IndicatorPart, Point, Report, Unit

FEW = 12
"""So many indicators have room for a small picture each; more stand on a grid of marks."""
WARD = "Ward"


@dataclass(frozen=True)
class Placed:
    """An indicator with its place in the report, which names its headings, and its signal."""

    place: int
    part: IndicatorPart
    quarters: int  # since the report before
    among_many: bool

    @cached_property
    def signal(self) -> Signal:
        return signal(self.part)

    @cached_property
    def is_new(self) -> bool:
        return is_new(self.part, self.quarters)

    @property
    def mark(self) -> str:
        still = ", as before" if self.signal.stands_out and not self.is_new else ""
        return f"{self.signal.title}{still}"


def placed(report: Report) -> tuple[Placed, ...]:
    many = len(report.indicators) > FEW
    return tuple(Placed(place, part, report.quarters, many) for place, part in enumerate(report.indicators, start=1))


def what_changed(found: Sequence[Placed], *, level: int = 3) -> Iterator[Block]:
    """How many stand out, then each that did not in the report before, the most urgent first."""
    yield Paragraph(text=_how_many(found), kind="message")
    for one in sorted((one for one in found if one.is_new), key=lambda one: one.signal.urgency):
        part = one.part
        yield Heading(level=level, text=f"{one.signal.title}: {numbered(part)}", anchor=f"indicator-{one.place}")
        yield Paragraph(text=f"{movement(part)} {one.signal.words} {so_far_words(part)}".strip(), kind="message")
        yield from _in_full(part)


def on_the_grid(found: Sequence[Placed], *, titled: bool = True) -> Iterator[Block]:
    """Every indicator: a few with a small picture each, many on a line with their mark, by what they stand under."""
    for under, some in groupby(found, key=lambda one: one.part.under):
        own = list(some)
        caption = under if titled and under else "At a glance"
        if own[0].among_many:
            yield Figures(table=_marks(own, caption), marks=True)
        else:
            yield Glance(
                caption=caption,
                headings=("Indicator, and whether it stands out from its own past", "Trend and latest figure"),
                parts=tuple((one.part, numbered(one.part), f"{one.mark}. {so_far_words(one.part)}".strip())
                            for one in own),
            )  # fmt: skip


def by_ward(found: Sequence[Placed], caption: str) -> Iterator[Block]:
    """The latest figure of each indicator in each ward, an indicator a column, four columns a table."""
    parts = [(one.part, each) for one in found for each in one.part.breakdowns if each.by == WARD and each.groups]
    if len(parts) == 1:
        part, only = parts[0]
        newest = tuple(replace(group, points=group.points[-1:]) for group in only.groups)
        yield Figures(table=_breakdown(replace(only, groups=newest), part))
        return
    for start in range(0, len(parts), 4):
        some = parts[start : start + 4]
        wards = dict.fromkeys(group.name for _, breakdown in some for group in breakdown.groups)
        columns = [
            {group.name: point_figure(group.points[-1], part.unit) for group in breakdown.groups}
            for part, breakdown in some
        ]
        heads = (f"{part.title}, {period_words(each.periods[-1])} ({_after(part.unit)})" for part, each in some)
        yield Figures(
            table=Table(
                caption=f"{caption}: by ward",
                headings=(WARD, *heads),
                rows=tuple((ward, *(column.get(ward, "–") for column in columns)) for ward in wards),
            )
        )


def annex(report: Report) -> Iterator[Block]:
    """The tables stand last: a board reads what is said first. What was not shown in full is drawn here.

    Behind a grid of many marks the figures are in the files that go with the report, and only there.
    """
    found = placed(report)
    if not found:
        return
    if found[0].among_many:
        yield Heading(level=2, text="Annex: the figures behind the marks", anchor="annex")
        many = f"The figures of every period and group behind these {len(found)} indicators"
        yield Paragraph(text=f"{many} are in the Excel and CSV files that are kept with this report.")
        return
    yield Heading(level=2, text="Annex: the figures behind the pictures", anchor="annex", new_page=True)
    for one in found:
        text = f"Figures: {numbered(one.part)}"
        yield Heading(level=3, text=text, anchor=f"figures-{one.place}", new_page=one.place > 1)
        if not one.is_new:
            yield Paragraph(text=f"{one.mark}. {one.signal.words}", kind="message")
            yield from _in_full(one.part)
        yield Figures(table=table_of(one.part), folded=True)
        for breakdown in one.part.breakdowns:
            yield Figures(table=_breakdown(breakdown, one.part), folded=True)


def numbered(part: IndicatorPart) -> str:
    return f"{part.number} {part.title}".strip()


def _how_many(found: Sequence[Placed]) -> str:
    indicators = "1 indicator" if len(found) == 1 else f"{len(found)} indicators"
    new, before = sum(one.is_new for one in found), sum(one.signal.stands_out and not one.is_new for one in found)
    if not new and not before:
        return f"Of {indicators}, none stands out from its own past by more than chance explains."
    stand = "none stands" if not new else f"{new} newly {'stands' if new == 1 else 'stand'}"
    said = f"Of {indicators}, {stand} out from {'its' if new < 2 else 'their'} own past by more than chance explains."
    still = f"{before} stood out in the report before and still {'does' if before == 1 else 'do'}."
    return f"{said} {still}" if before else said


def _in_full(part: IndicatorPart) -> Iterator[Block]:
    yield Paragraph(text=" ".join(paragraphs(part.definition)), kind="definition")
    yield Trend(part=part)
    if part.comparisons:
        yield Figures(table=_comparisons(part.comparisons, part))


def _marks(found: Sequence[Placed], caption: str) -> Table:
    return Table(
        caption=caption,
        headings=("Indicator", "Latest", "A year before", "Stands out from its own past?"),
        rows=tuple(
            (
                f"{numbered(one.part)} ({_after(one.part.unit)})",
                *(_dated(point, one.part.unit) for point in _latest_and_before(one.part)),
                f"{SYMBOLS[one.signal.mark]} {one.mark}",
            )
            for one in found
        ),
        figures_from=4,
    )


def _latest_and_before(part: IndicatorPart) -> tuple[Point | None, Point | None]:
    """Of whole years where the report is of one, else the latest and that of the same time last year."""
    if part.years:
        return part.years[-1], part.years[-2] if len(part.years) > 1 else None
    return part.points[-1], compared_with(part)


def _dated(point: Point | None, unit: Unit) -> str:
    return "–" if point is None else f"{point_figure(point, unit)}, {period_words(point.period)}"


def _after(unit: Unit) -> str:
    said = unit_words(unit)
    return said[:1].lower() + said[1:]


def _comparisons(comparisons: tuple[Comparison, ...], part: IndicatorPart) -> Table:
    """Ours beside theirs, of a period of the same kind, since a year's figure says nothing beside a quarter's."""
    unit = unit_words(part.unit)
    return Table(
        caption=f"{part.title}: what was published ({unit[:1].lower()}{unit[1:]})",
        headings=("Published", "Ours", "Can be compared", "Source"),
        rows=tuple(
            (
                f"{period_words(published.period)}: {_theirs(published, part)}",
                ours_words(published, part.unit),
                comparable_words(published),
                f"“{published.title}” {published.source}",
            )
            for published in comparisons
        ),
        figures_from=4,
    )


def _theirs(published: Comparison, part: IndicatorPart) -> str:
    """With its unit where that is not the caption's."""
    say = figure if published.unit == part.unit else with_unit
    return say(published.value, published.unit)


def ours_words(published: Comparison, unit: Unit) -> str:
    if published.ours is None:
        return WORDS_FOR["not_covered"].capitalize()
    return f"{period_words(published.ours.period)}: {point_figure(published.ours, unit)}"


def comparable_words(published: Comparison) -> str:
    """Yes or no, and what to mind."""
    return ": ".join(filter(None, ["Yes" if published.comparable else "No", published.why_not]))


def _breakdown(breakdown: Breakdown, part: IndicatorPart) -> Table:
    """A column a period; for one period alone also what the figure was worked out from."""
    periods = breakdown.periods
    one_rate = len(periods) == 1 and part.unit.kind in {"rate", "share"}
    headings = [breakdown.by, *map(period_words, periods)]
    if one_rate:
        headings += [part.unit.counts[:1].upper() + part.unit.counts[1:], part.unit.of[:1].upper() + part.unit.of[1:]]
    rows = []
    for group in breakdown.groups:
        cells = [group.name, *(point_figure(point, part.unit) for point in group.points)]
        if one_rate:
            cells += [whole(group.points[0].numerator), whole(group.points[0].denominator)]
        rows.append(tuple(cells))
    unit = unit_words(part.unit)
    return Table(
        caption=f"{part.title} by {breakdown.by[:1].lower()}{breakdown.by[1:]} ({unit[:1].lower()}{unit[1:]})",
        headings=tuple(headings),
        rows=tuple(rows),
    )
