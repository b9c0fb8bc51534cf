"""Lays a report out: every heading, sentence and figure it has in any form, in order, written here once."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from kinfold.reports.blocks import Block, Facts, Figures, Heading, Paragraph, Standing
from kinfold.reports.charts.values import Table
from kinfold.reports.figures import EXPLAINED, WORDS_FOR
from kinfold.reports.indicator_blocks import FEW, annex, by_ward, on_the_grid, placed, what_changed
from kinfold.reports.keeping import fingerprint
from kinfold.reports.text import isolated, paragraphs
from kinfold.reports.times import day, period_in_full, period_words
from kinfold.reports.values import ActionProgress, ActionStatus, IndicatorPart, Point, Remark, Report

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
    """Everything after the title: the Trust Plan's three parts or the chapters, notes, and the annex."""
    told = _chapters(report) if report.chapters else _three_parts(report)
    return (*told, *_notes(report), *annex(report))


def contents(report: Report) -> tuple[Heading, ...]:
    return tuple(block for block in laid_out(report) if isinstance(block, Heading) and block.level == 2)


def _three_parts(report: Report) -> Iterator[Block]:
    found = placed(report)
    yield Heading(level=2, text="1. Indicators", anchor="indicators")
    if found:
        yield from what_changed(found)
        yield Heading(level=3, text="Every indicator at a glance", anchor="glance")
        yield from on_the_grid(found)
    else:
        yield Paragraph(text="This report has no indicators.")
    yield Heading(level=2, text="2. Progress of the implementation plan", anchor="actions")
    if report.actions:
        yield from _actions(report.actions)
    else:
        yield Paragraph(text="This report has no actions.")
    yield Heading(level=2, text="3. What is going well and what needs to improve", anchor="commentary")
    yield from _remarks(report)


def _chapters(report: Report) -> Iterator[Block]:
    """A chapter's words, then what stands under its title: indicators, by ward where it says so, and actions."""
    found = placed(report)
    for place, chapter in enumerate(report.chapters, start=1):
        own = [one for one in found if one.part.under == chapter.title]
        actions = tuple(one for one in report.actions if one.under == chapter.title)
        yield Heading(level=2, text=f"{place}. {chapter.title}", anchor=f"chapter-{place}")
        for remark in chapter.remarks:
            yield from _remark(remark)
        if not (chapter.remarks or own or actions):
            yield Paragraph(text="Nothing has been written for this part.")
        if own:
            yield from what_changed(own)
            yield from on_the_grid(own, titled=False)
        if chapter.by_ward:
            yield from by_ward(own, chapter.title)
        if actions:
            yield Paragraph(text=_tally(actions), kind="message")
            yield Figures(table=_progress("Actions", actions))


def _actions(actions: tuple[ActionProgress, ...]) -> Iterator[Block]:
    """A few with a heading each; more in a table for each priority."""
    yield Paragraph(text=_tally(actions), kind="message")
    if len(actions) > FEW:
        for under, own in groupby(actions, key=lambda one: one.under):
            yield Figures(table=_progress(under, tuple(own)))
        return
    for place, action in enumerate(actions, start=1):
        yield Heading(level=3, text=f"{action.number} {action.action}".strip(), anchor=f"action-{place}")
        yield Standing(
            status=action.status, words=STATUS_WORDS[action.status], after=f"{_owner(action)}. {_updated(action)}"
        )
        for text in paragraphs(action.note):
            yield Paragraph(text=text)


def _progress(under: str, actions: tuple[ActionProgress, ...]) -> Table:
    return Table(
        caption=under or "Actions",
        headings=("Action", "Where it stands", "Owner and note"),
        rows=tuple(
            (
                f"{one.number} {one.action}".strip(),
                STATUS_WORDS[one.status],
                " ".join(filter(None, [f"{_owner(one)}.", f"{_updated(one)}.", *paragraphs(one.note)])),
            )
            for one in actions
        ),
        figures_from=3,
    )


def _owner(action: ActionProgress) -> str:
    return f"Owner: {isolated(action.owner_post)}" if action.owner_post else "No owner is named"


def _updated(action: ActionProgress) -> str:
    return f"Updated {day(action.updated_on)}" if action.updated_on else "Not yet updated"


def _tally(actions: tuple[ActionProgress, ...]) -> str:
    counted = Counter(action.status for action in actions)
    said = ", ".join(f"{counted[status]} {words.lower()}" for status, words in STATUS_WORDS.items() if counted[status])
    return f"Of {len(actions)} {'action' if len(actions) == 1 else 'actions'}: {said}."


def _remarks(report: Report) -> Iterator[Block]:
    """Both parts of each priority in turn, where there are several."""
    both = (
        ("What is going well", "going-well", report.going_well),
        ("What needs to improve", "needs-to-improve", report.needs_to_improve),
    )
    several = tuple(dict.fromkeys(one.under for _, _, remarks in both for one in remarks)) or ("",)
    for place, under in enumerate(several):
        if under:
            yield Heading(level=3, text=under, anchor=f"commentary-{place}")
        for text, anchor, remarks in both:
            level, after = (4, f"-{place}") if under else (3, "")
            yield Heading(level=level, text=text, anchor=f"{anchor}{after}")
            own = [remark for remark in remarks if remark.under == under]
            if not own:
                yield Paragraph(text="Nothing has been written for this part.")
            for remark in own:
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
