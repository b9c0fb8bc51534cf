"""The report's data annex in Excel: every figure as a number that can be worked with, text never as a formula."""

import io
from datetime import datetime, time

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kinfold.reports.figures import WORDS_FOR, unit_words
from kinfold.reports.keeping import fingerprint
from kinfold.reports.layout import STATUS_WORDS, running_title, title_facts
from kinfold.reports.times import day, period_words
from kinfold.reports.values import IndicatorPart, Number, Point, Remark, Report, Unit

_CELL = 32_000  # Excel holds 32,767 characters in a cell and refuses the file's cell past that
_FORMATS = {"count": "#,##0", "rate": "#,##0.0", "share": '#,##0.0"%"', "days": "#,##0.0", "weeks": "#,##0.0",
            "months": "#,##0.0", "score": "#,##0.0", "points": "#,##0.00", "money": "£#,##0"}  # fmt: skip
_HEADINGS = ("Indicator", "Title", "Unit", "Breakdown", "Group", "Period", "Value", "Status", "Numerator", "Out of")
_PUBLISHED = (
    "Indicator", "Title", "Published figure", "Period", "Value", "Unit", "Can be compared", "Mind", "Source",
    "Ours for", "Ours",
)  # fmt: skip
_ACTIONS = ("Number", "Action", "Owner", "Status", "Note", "Updated")

Cell = str | Number | None
Row = tuple[Cell, ...]


def render_annex_xlsx(report: Report) -> bytes:
    """Sheets: Report, Figures (a row for each point, breakdowns too), Published figures, Actions."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(
        held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties(
        {
            "title": running_title(report)[:255],
            "author": report.author[:255],
            "category": report.marking[:255],
            "comments": fingerprint(report),
            "created": datetime.combine(report.prepared_on, time(0)),
        }
    )
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    numbers = {kind: book.add_format({"num_format": pattern, "valign": "top"}) for kind, pattern in _FORMATS.items()}
    sheets: list[tuple[str, tuple[str, ...], list[tuple[Row, Unit | None]], tuple[int, ...]]] = [
        ("Report", ("Item", "Text"), [(row, None) for row in _about(report)], (24, 100)),
        ("Figures", _HEADINGS, list(_figures(report)), (10, 40, 34, 16, 24, 14, 12, 14, 12, 12)),
        ("Published figures", _PUBLISHED, list(_published(report)), (10, 40, 40, 12, 12, 34, 12, 40, 40, 14, 12)),
        ("Actions", _ACTIONS, [(row, None) for row in _actions(report)], (10, 60, 30, 14, 70, 18)),
    ]
    for name, headings, rows, widths in sheets:
        sheet = book.add_worksheet(name)
        _dress(sheet, report.marking, widths)
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, heading, bold)
        for place, (row, unit) in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                kind = unit.kind if unit and headings[column] in ("Value", "Ours") else "count"
                _write(sheet, place, column, cell, numbers[kind], wrap)
    book.close()
    return held.getvalue()


def _dress(sheet: Worksheet, marking: str, widths: tuple[int, ...]) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&C&B{marking.replace('&', '&&')[:200]}")
    sheet.set_footer("&RPage &P of &N")
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, number: Format, wrap: Format) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell[:_CELL], wrap)
    elif cell is not None:
        sheet.write_number(row, column, cell, number)


def _about(report: Report) -> list[Row]:
    rows = [
        ("Marking", report.marking),
        ("Board", report.board),
        ("Title", report.title),
        *title_facts(report),
        ("Recent figures", report.notes.lag),
        *(("Note", text) for text in report.notes.further),
    ]
    for item, remarks in (("Going well", report.going_well), ("Needs to improve", report.needs_to_improve)):
        rows += [(f"{item}: {remark.under}".removesuffix(": "), _said(remark)) for remark in remarks]
    rows += [(chapter.title, _said(remark)) for chapter in report.chapters for remark in chapter.remarks]
    return [(item, part) for item, text in rows for part in _parts(text)]


def _said(remark: Remark) -> str:
    return f"{remark.text}\n{remark.author}, {day(remark.written_on)}"


def _parts(text: str) -> list[str]:
    return [text[start : start + _CELL] for start in range(0, len(text), _CELL)] or [""]


def _figures(report: Report) -> list[tuple[Row, Unit]]:
    rows = []
    for part in report.indicators:
        for point in (*part.points, *part.years):
            rows.append((_figure_row(part, "", "", point), part.unit))
        if part.so_far is not None:
            rows.append((_figure_row(part, "", "So far: the period is not over", part.so_far), part.unit))
        for breakdown in part.breakdowns:
            for group in breakdown.groups:
                rows += [(_figure_row(part, breakdown.by, group.name, point), part.unit) for point in group.points]
    return rows


def _figure_row(part: IndicatorPart, by: str, group: str, point: Point) -> Row:
    """The value is the figure unrounded; where there is none the cell is empty and the status says why."""
    status = "shown" if point.value is not None else WORDS_FOR[point.status]
    when = period_words(point.period)
    unit = unit_words(part.unit)
    return (part.number, part.title, unit, by, group, when, point.value, status, point.numerator, point.denominator)


def _published(report: Report) -> list[tuple[Row, Unit]]:
    return [
        (
            (
                part.number,
                part.title,
                published.title,
                period_words(published.period),
                published.value,
                unit_words(published.unit),
                "Yes" if published.comparable else "No",
                published.why_not,
                published.source,
                period_words(published.ours.period) if published.ours else "",
                published.ours.value if published.ours else None,
            ),
            published.unit,
        )
        for part in report.indicators
        for published in part.comparisons
    ]


def _actions(report: Report) -> list[Row]:
    return [
        (
            action.number,
            action.action,
            action.owner_post,
            STATUS_WORDS[action.status],
            note,
            day(action.updated_on) if action.updated_on else "Not yet updated",
        )
        for action in report.actions
        for note in _parts(action.note)
    ]
