"""A board's report as a frozen value, and its pictures: the same words and figures as a web page, PDF, Word and Excel.

Make a report from plain values, then ask for it in any form. The same value gives the same bytes, so a report that
was frozen when it was published can be made again and compared::

    report = Report(title=…, board=…, period=…, marking=…, circulation=(…,), author=…, prepared_on=…, published_on=…,
                    signed_off_by=…, indicators=(IndicatorPart(…), …), actions=(ActionProgress(…), …),
                    going_well=(Remark(…), …), needs_to_improve=(Remark(…), …), notes=DataNotes(…))

    render_html(report)        -> Markup   a fragment for a page: starts at <h1>, classes only (see stylesheet())
    render_pdf(report)         -> bytes    PDF/UA-1, tagged
    render_docx(report)        -> bytes    Word, real headings and tables
    render_annex_xlsx(report)  -> bytes    the figures as numbers, one sheet a part
    stylesheet()               -> str      CSS for render_html's fragment and for every picture; serve it as a file
    to_json(report) -> str, from_json(text) -> Report                     how a published report is kept
    fingerprint(report)        -> str      SHA-256 of to_json(report); its start is printed in every form of the report

Pictures. Each gives a ``Picture``: ``svg`` (Markup: put it in a template as it is; one <svg role="img"> with its text
alternative, no ids, no style attributes, so a content security policy and a second copy on the page are both fine),
``alt`` (the text alternative), ``headline`` (the message in a sentence), ``table`` (``Table``: caption, headings,
rows of text), ``png(scale=2)`` -> bytes::

    sparkline(part: IndicatorPart) -> Picture                       small trend picture for a table; 0.2 ms
    card_trend(part: IndicatorPart) -> Picture                      the same for a card which says the figure itself
    trend_chart(part: IndicatorPart, *, narrow=False) -> Picture    640 wide, or 340 for a phone; 20 to 60 ms, kept
    process_of(part, *, fix_after=None) -> XmR    of kinfold.indicators.comparison.spc, with what the part was given
    waits(between: TimeBetween, *, title, definition) -> IndicatorPart    days between rare events, with between.in_days
    process_chart(part: IndicatorPart, chart: XmR, *, narrow=False) -> Picture    mean, limits and special causes;
        2 ms, kept
    progress_chart(scores: Sequence[Score], *, title="") -> Picture     0 to 10 scores over a plan's reviews
    status_timeline(spans: Sequence[StatusSpan], *, as_at: date, narrow=False) -> Picture    dated statuses as bars
    both_widths(wide: Picture, narrow: Picture) -> Markup     the narrow picture takes the wide one's place on a phone

Values. All frozen, keyword-only, and cleaned as they are made (control and text-direction override characters go)::

    Unit(kind="count"|"rate"|"share"|"days"|"weeks"|"months"|"score"|"points"|"money", counts="contacts", of="",
         per=1)
        a rate's value is per `per` (62.3 for 62.3 per 10,000); a share's value is a percentage (51.2 for 51.2%)
    Point(period="2024-25-Q1", value=…|None, status="shown"|"suppressed"|"not_covered"|"no_cases"|
          "not_submitted",
          numerator=…|None, denominator=…|None)                     value is None unless status is "shown"
    Comparison(title=…, period=…, value=…, unit=Unit(…), source=…, comparable=True, why_not="", ours=Point(…)|None)
    Breakdown(by="Ward", groups=(BreakdownGroup(name=…, points=(Point(…), …)), …))     same periods in every group
    IndicatorPart(key=…, number="1.2a", title=…, definition=…, unit=Unit(…), points=(Point(…), …), comparisons=(…),
                  breakdowns=(…), periods_in_year=4, better="higher"|"lower"|"neither", so_far=Point(…)|None, under="",
                  years=(Point(…), …),
                  rebasings=(Rebasing(on=…, reason=…, by=…), …), target=Target(…)|None,
                  breaks=(DefinitionBreak(period=…, words=…), …))     Rebasing, Target of kinfold.indicators.comparison
    ActionProgress(number="1.1", action=…, owner_post=…, status="not_started"|"on_track"|"at_risk"|"off_track"|
                   "complete", note="", updated_on=…|None, under="")
    Remark(text=…, author=…, written_on=…, under="")                 text may hold paragraphs, blank line between
    Chapter(title=…, remarks=(Remark(…), …), by_ward=False)          a report with chapters has them for its three parts
    DataNotes(as_at=…, lag=…, suppression=…, further=())
    Score(on: date, when="First conversation"|"Review 1"…, domain="Safety", voice="child"|"parent"|"professional",
          who="Maya", score=0…10)
    StatusSpan(title="Early Help and Prevention (Tier 3)", kind="early_help", started_on=…, ended_on=…|None)

From computed figures to a part::

    indicator_part(indicator: kinfold.indicators Indicator, figures: Iterable[kinfold.indicators Figure], *,
                   number="", breakdowns=(), breakdown_periods=4, beside=()) -> IndicatorPart
        figures of other indicators are passed over; published figures come from kinfold.indicators.published

Words. ``figure(value, unit, status="shown") -> str`` writes one figure; everything above uses it, and so should any
page that shows the same figure. ``with_unit(value, unit) -> str`` adds "per 10,000 …", "days" or "out of 10".
``headline(part) -> str`` says what an indicator's figures show, ``headline_under_title`` without its title,
``period_words("2024-25-Q1")`` is "Q1 2024-25",
``period_in_full("2024-25-Q1")`` is "April to June 2024 (Q1 2024-25)", ``day(date)`` is "3 June 2024".
"""

from kinfold.reports.annex import render_annex_xlsx
from kinfold.reports.assembling import indicator_part
from kinfold.reports.charts import (
    Picture,
    both_widths,
    card_trend,
    process_chart,
    progress_chart,
    sparkline,
    status_timeline,
    trend_chart,
)
from kinfold.reports.charts.values import Score, StatusSpan, Table
from kinfold.reports.figures import figure, with_unit
from kinfold.reports.headlines import headline, headline_under_title
from kinfold.reports.html import render_html, stylesheet
from kinfold.reports.indicator_blocks import comparable_words, ours_words
from kinfold.reports.keeping import fingerprint, from_json, to_json
from kinfold.reports.pdf import render_pdf
from kinfold.reports.processes import process_of, waits
from kinfold.reports.times import day, period_in_full, period_words
from kinfold.reports.values import (
    ActionProgress,
    Breakdown,
    BreakdownGroup,
    Chapter,
    Comparison,
    DataNotes,
    DefinitionBreak,
    IndicatorPart,
    Point,
    Remark,
    Report,
    Unit,
)
from kinfold.reports.word import render_docx

__all__ = [
    "ActionProgress",
    "Breakdown",
    "BreakdownGroup",
    "Chapter",
    "Comparison",
    "DataNotes",
    "DefinitionBreak",
    "IndicatorPart",
    "Picture",
    "Point",
    "Remark",
    "Report",
    "Score",
    "StatusSpan",
    "Table",
    "Unit",
    "both_widths",
    "card_trend",
    "comparable_words",
    "day",
    "figure",
    "fingerprint",
    "from_json",
    "headline",
    "headline_under_title",
    "indicator_part",
    "ours_words",
    "period_in_full",
    "period_words",
    "process_chart",
    "process_of",
    "progress_chart",
    "render_annex_xlsx",
    "render_docx",
    "render_html",
    "render_pdf",
    "sparkline",
    "status_timeline",
    "stylesheet",
    "to_json",
    "trend_chart",
    "waits",
    "with_unit",
]
