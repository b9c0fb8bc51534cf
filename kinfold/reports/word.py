"""A report as a Word document that a board secretary can edit: real headings and tables, pictures described."""

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import _Cell

from kinfold.reports.blocks import Block, Facts, Figures, Glance, Heading, Paragraph, Standing, Trend
from kinfold.reports.charts import sparkline
from kinfold.reports.charts.values import Table
from kinfold.reports.keeping import fingerprint
from kinfold.reports.layout import column_shares, laid_out, running_title, title_facts
from kinfold.reports.signals import chart_of
from kinfold.reports.values import Report
from kinfold.reports.word_parts import (
    add_picture,
    dress,
    heading_row,
    keep_with_next,
    new_row,
    number_pages,
    ruled_table,
    stamp,
    write,
)
from kinfold.reports.zips import without_times

_WIDTH = 17.0  # centimetres between A4's margins
_SLIM = 9.0  # for two columns, so that the eye finds the figure that belongs to its name
_IN_TABLE = Pt(9.5)
_CLOSE = Pt(8)


def render_docx(report: Report) -> bytes:
    document = Document()
    dress(document)
    stamp(document, title=running_title(report), report=report, fingerprint=fingerprint(report))
    number_pages(document, marking=report.marking, title=running_title(report))
    write(document.add_paragraph(style="Subtitle"), report.board)
    write(document.add_paragraph(style="Title"), report.title)
    _facts(document, Facts(rows=title_facts(report)))
    for block in laid_out(report):
        _add(document, block)
    held = io.BytesIO()
    document.save(held)
    return without_times(held.getvalue())


def _add(document: WordDocument, block: Block) -> None:
    match block:
        case Heading():
            paragraph = document.add_paragraph(style=f"Heading {block.level - 1}")
            paragraph.paragraph_format.page_break_before = block.new_page
            write(paragraph, block.text)
        case Paragraph():
            _paragraph(document, block)
        case Facts():
            _facts(document, block)
        case Standing():
            paragraph = document.add_paragraph()
            write(paragraph, f"{block.words}. ").bold = True
            write(paragraph, block.after)
        case Trend():
            picture = chart_of(block.part)
            add_picture(document.add_paragraph(), picture, Cm(11.2))
        case Figures():
            _table(document, block.table, size=_CLOSE if block.marks else _IN_TABLE)
        case Glance():
            _glance(document, block)


def _paragraph(document: WordDocument, block: Paragraph) -> None:
    style = {"remark": "Quote"}.get(block.kind, "Normal")
    paragraph = document.add_paragraph(style=style)
    run = write(paragraph, block.text)
    run.bold = block.kind == "message"
    if block.kind in {"message", "definition"}:
        keep_with_next(paragraph)
    if block.kind == "quiet":
        run.font.size = Pt(9.5)
        run.font.color.rgb = RGBColor(0x50, 0x5A, 0x5F)


def _facts(document: WordDocument, facts: Facts) -> None:
    table = ruled_table(document, (4.0, _WIDTH - 4.0))
    for name, words in facts.rows:
        cells = new_row(table)
        _fill(cells[0], name, bold=True)
        _fill(cells[1], words)
    _space_after(document)


def _table(document: WordDocument, table: Table, *, size: Length = _IN_TABLE) -> None:
    write(document.add_paragraph(style="Caption"), table.caption)
    room = _SLIM if len(table.headings) == 2 else _WIDTH
    made = ruled_table(document, [room * share / 100 for share in column_shares(table)])
    for place, row in enumerate((table.headings, *table.rows)):
        cells = new_row(made)
        for column, text in enumerate(row):
            _fill(cells[column], text, bold=place == 0, right=column >= table.figures_from, size=size)
            cells[column].paragraphs[0].paragraph_format.keep_with_next = table.is_short and place < len(table.rows)
    heading_row(made.rows[0])
    _space_after(document)


def _glance(document: WordDocument, glance: Glance) -> None:
    write(document.add_paragraph(style="Caption"), glance.caption)
    table = ruled_table(document, (12.0, 5.0))
    for cell, text in zip(new_row(table), glance.headings, strict=True):
        _fill(cell, text, bold=True)
    heading_row(table.rows[0])
    for part, title, message in glance.parts:
        cells = new_row(table)
        _fill(cells[0], title, bold=True)
        write(cells[0].add_paragraph(), message).font.size = _IN_TABLE
        add_picture(cells[1].paragraphs[0], sparkline(part), Cm(4.4))
    _space_after(document)


def _fill(cell: _Cell, text: str, *, bold: bool = False, right: bool = False, size: Length = _IN_TABLE) -> None:
    paragraph = cell.paragraphs[0]
    run = write(paragraph, text, right=right)
    run.bold, run.font.size = bold, size
    room = Pt(2) if size == _IN_TABLE else Pt(0)
    paragraph.paragraph_format.space_after = paragraph.paragraph_format.space_before = room


def _space_after(document: WordDocument) -> None:
    document.add_paragraph().paragraph_format.space_after = Pt(2)
