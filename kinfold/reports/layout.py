"""Lays a report out: every heading, sentence and figure it has in any form, in order, written here once."""

from collections import Counter
from collections.abc import Iterator

from kinfold.reports.blocks import Block, Facts, Figures, Glance, Heading, Paragraph, Standing, Trend
from kinfold.reports.charts.series import table_of
from kinfold.reports.charts.values import Table
from kinfold.reports.figures import EXPLAINED, WORDS_FOR, figure, point_figure, unit_words, whole, with_unit
from kinfold.reports.headlines import movement, so_far_words
from kinfold.reports.keeping import fingerprint
from kinfold.reports.signals import signal
from kinfold.reports.text import isolated, paragraphs
from kinfold.reports.times import day, period_in_full, period_words
from kinfold.reports.values import (
    ActionProgress,
    ActionStatus,
    Breakdown,
    Comparison,
    IndicatorPart,
    Point,
    Remark,
    Report,
    Unit,
)

STATUS_WORDS: dict[ActionStatus, str] = {
    "complete": "Complete",
    "on_track": "On track",
    "at_risk": "At risk",
    "off_track": "Off track",
    "not_started": "Not started",
}


def running_title(report: Report) -> str:
    return f"{report.board}: {report.title}, {period_words(report.period)}"


def title_facts(report: Report) -> tuple[tuple[str, str], ...]:
    """What stands under the title: whose report this is, who signed it, who may read it, and its fingerprint."""
    signed = (
        f"{isolated(report.signed_off_by)}, {day(report.published_on)}"
        if report.published_on
        else "Draft, not signed off"
    )
    return (
        *((("Reports on", report.subject),) if report.subject else ()),
        ("Period", period_in_full(report.period)),
        ("Prepared by", f"{isolated(report.author)}, {day(report.prepared_on)}"),
        ("Signed off by", signed),
        ("Circulation", "; ".join(map(isolated, report.circulation)) or "Not stated"),
        ("Small numbers", report.notes.suppression),
        ("Figures as at", day(report.notes.as_at)),
        ("Fingerprint", fingerprint(report)[:12]),
    )


def column_shares(table: Table) -> tuple[int, ...]:
    """Percent of a page's width for each column, by its longest words: figures must not take the place of words."""
    columns = zip(table.headings, *table.rows, strict=True)
    longest = [min(max(13, *map(len, column)), 56) + 6 for column in columns]
    shares = [100 * length // sum(longest) for length in longest]
    return (shares[0] + 100 - sum(shares), *shares[1:])


def laid_out(report: Report) -> tuple[Block, ...]:
    """Everything after the title: the Trust Plan's three parts, notes, and the tables behind the pictures."""
    return (
        *_indicators(report),
        *_actions(report),
        *_remarks(report),
        *_notes(report),
        *_annex(report),
    )


def contents(report: Report) -> tuple[Heading, ...]:
    return tuple(block for block in laid_out(report) if isinstance(block, Heading) and block.level == 2)


def _indicators(report: Report) -> Iterator[Block]:
    yield Heading(level=2, text="1. Indicators", anchor="indicators")
    if not report.indicators:
        yield Paragraph(text="This report has no indicators.")
        return
    found = [(place, part, signal(part)) for place, part in enumerate(report.indicators, start=1)]
    changed = sorted((one for one in found if one[2].stands_out), key=lambda one: one[2].urgency)
    yield Paragraph(text=_how_many(len(changed), len(found)), kind="message")
    for place, part, its in changed:
        yield Heading(level=3, text=f"{its.title}: {_numbered(part)}", anchor=f"indicator-{place}")
        yield Paragraph(text=f"{movement(part)} {its.words} {so_far_words(part)}".strip(), kind="message")
        yield from _shown_in_full(part)
    yield Heading(level=3, text="Every indicator at a glance", anchor="glance")
    yield Glance(
        caption="At a glance",
        headings=("Indicator, and whether it stands out from its own past", "Trend and latest figure"),
        parts=tuple((part, _numbered(part), f"{its.title}. {so_far_words(part)}".strip()) for _, part, its in found),
    )


def _how_many(changed: int, total: int) -> str:
    indicators = "1 indicator" if total == 1 else f"{total} indicators"
    if not changed:
        return f"Of {indicators}, none stands out from its own past by more than chance explains."
    stand = "stands" if changed == 1 else "stand"
    return f"Of {indicators}, {changed} {stand} out from their own past by more than chance explains."


def _shown_in_full(part: IndicatorPart) -> Iterator[Block]:
    yield Paragraph(text=" ".join(paragraphs(part.definition)), kind="definition")
    yield Trend(part=part)
    if part.comparisons:
        yield Figures(table=_comparisons(part.comparisons, part))


def _annex(report: Report) -> Iterator[Block]:
    """The tables stand last: a board reads what is said first. What is as usual is drawn here."""
    if not report.indicators:
        return
    yield Heading(level=2, text="Annex: the figures behind the pictures", anchor="annex", new_page=True)
    for place, part in enumerate(report.indicators, start=1):
        text, anchor = f"Figures: {_numbered(part)}", f"figures-{place}"
        yield Heading(level=3, text=text, anchor=anchor, new_page=place > 1)
        its = signal(part)
        if not its.stands_out:
            yield Paragraph(text=f"{its.title}. {its.words}", kind="message")
            yield from _shown_in_full(part)
        yield Figures(table=table_of(part), folded=True)
        for breakdown in part.breakdowns:
            yield Figures(table=_breakdown(breakdown, part), folded=True)


def _numbered(part: IndicatorPart) -> str:
    return f"{part.number} {part.title}".strip()


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


def _actions(report: Report) -> Iterator[Block]:
    yield Heading(level=2, text="2. Progress of the implementation plan", anchor="actions")
    if not report.actions:
        yield Paragraph(text="This report has no actions.")
        return
    yield Paragraph(text=_tally(report.actions), kind="message")
    for place, action in enumerate(report.actions, start=1):
        yield Heading(level=3, text=f"{action.number} {action.action}".strip(), anchor=f"action-{place}")
        updated = f". Updated {day(action.updated_on)}" if action.updated_on else ". Not yet updated"
        yield Standing(
            status=action.status,
            words=STATUS_WORDS[action.status],
            after=f"Owner: {isolated(action.owner_post)}{updated}",
        )
        for text in paragraphs(action.note):
            yield Paragraph(text=text)


def _tally(actions: tuple[ActionProgress, ...]) -> str:
    counted = Counter(action.status for action in actions)
    said = ", ".join(f"{counted[status]} {words.lower()}" for status, words in STATUS_WORDS.items() if counted[status])
    return f"Of {len(actions)} {'action' if len(actions) == 1 else 'actions'}: {said}."


def _remarks(report: Report) -> Iterator[Block]:
    yield Heading(level=2, text="3. What is going well and what needs to improve", anchor="commentary")
    for text, anchor, remarks in (
        ("What is going well", "going-well", report.going_well),
        ("What needs to improve", "needs-to-improve", report.needs_to_improve),
    ):
        yield Heading(level=3, text=text, anchor=anchor)
        if not remarks:
            yield Paragraph(text="Nothing has been written for this part.")
        for remark in remarks:
            yield from _remark(remark)


def _remark(remark: Remark) -> Iterator[Block]:
    for text in paragraphs(remark.text):
        yield Paragraph(text=text, kind="remark")
    yield Paragraph(text=f"{isolated(remark.author)}, {day(remark.written_on)}", kind="quiet")


def _notes(report: Report) -> Iterator[Block]:
    yield Heading(level=2, text="Notes on the data", anchor="notes")
    used = {point.status for part in report.indicators for point in _all_points(part)}
    words = tuple((WORDS_FOR[status].capitalize(), EXPLAINED[status]) for status in WORDS_FOR if status in used)
    yield Facts(
        rows=(
            ("Figures as at", day(report.notes.as_at)),
            ("Recent figures", report.notes.lag),
            ("Small numbers", report.notes.suppression),
            *words,
        )
    )
    for text in report.notes.further:
        yield Paragraph(text=text)


def _all_points(part: IndicatorPart) -> Iterator[Point]:
    yield from part.points
    for breakdown in part.breakdowns:
        for group in breakdown.groups:
            yield from group.points
