"""The page, the PDF, the Word document and the annex say the same, and the same each time."""

import io
from functools import cache
from zipfile import ZipFile

import pytest
from lxml import etree

from kinfold.reports import figure, render_annex_xlsx, render_docx, render_html, render_pdf
from kinfold.reports.blocks import Figures, Glance, Heading, Paragraph, Standing
from kinfold.reports.layout import laid_out, title_facts
from tests.reports import samples
from tests.reports.reading import page, pdf_text, squeezed, word_tables, word_text

REPORT = samples.report()
REPORTS = {"three parts": REPORT, "chapters": samples.in_chapters()}
FORMS = {
    "page": lambda report: page(render_html(report)).text,
    "pdf": lambda report: pdf_text(render_pdf(report)),
    "word": lambda report: word_text(render_docx(report)),
}
GLANCE = "Indicator, and whether it stands out from its own past"


@cache
def text_of(form: str, shape: str) -> str:
    return squeezed(FORMS[form](REPORTS[shape]))


@pytest.mark.parametrize("shape", REPORTS)
@pytest.mark.parametrize("form", FORMS)
def test_every_word_of_the_layout_is_in_every_form(form, shape):
    report = REPORTS[shape]
    said = [words for fact in title_facts(report) for words in fact] + [report.title, report.board, report.marking]
    for block in laid_out(report):
        match block:
            case Heading() | Paragraph():
                said.append(block.text)
            case Standing():
                said += [block.words, block.after]
            case Glance():
                said += [words for _, title, message in block.parts for words in (title, message)]
    if form == "word":
        said.remove(report.marking)  # in its header, which another test reads
    assert [words for words in said if squeezed(words) not in text_of(form, shape)] == []


@pytest.mark.parametrize("shape", REPORTS)
@pytest.mark.parametrize("form", FORMS)
def test_every_row_of_figures_is_in_every_form(form, shape):
    rows = [row for block in laid_out(REPORTS[shape]) if isinstance(block, Figures) for row in block.table.rows]
    assert len(rows) > 20
    assert [row for row in rows if squeezed("".join(row)) not in text_of(form, shape)] == []


def test_page_and_word_hold_the_same_tables():
    on_page = [table for table in page(render_html(REPORT)).tables if table[0][0] != GLANCE]
    apart = (
        "Reports on",
        GLANCE,
        "Figures as at",
    )  # facts and the glance are not tables on a page
    in_word = [table for table in word_tables(render_docx(REPORT)) if table[0][0] not in apart]
    assert on_page == in_word
    assert len(on_page) == 5


def test_the_annex_holds_the_numbers_that_the_page_prints():
    with ZipFile(io.BytesIO(render_annex_xlsx(REPORT))) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet2.xml"))
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    values = {
        cell.get("r"): float(cell.findtext(f"{main}v"))
        for cell in sheet.iter(f"{main}c")
        if cell.get("r").startswith("G") and cell.get("t") != "s" and cell.findtext(f"{main}v") is not None
    }
    points = [
        (point, part.unit)
        for part in REPORT.indicators
        for points in (part.points, *(group.points for by in part.breakdowns for group in by.groups))
        for point in points
    ]
    shown = {f"G{row}": figure(point.value, unit) for row, (point, unit) in enumerate(points, start=2) if point.value}
    in_sheet = {place: figure(values[place], points[int(place[1:]) - 2][1]) for place in values}
    assert in_sheet == shown


@pytest.mark.parametrize("write", [render_html, render_pdf, render_docx, render_annex_xlsx])
def test_the_same_report_gives_the_same_bytes(write):
    assert write(samples.report()) == write(samples.report())


def test_a_changed_word_changes_the_fingerprint_in_every_form():
    other = samples.report(author="Another analyst")
    assert title_facts(other)[-1] != title_facts(REPORT)[-1]
    assert render_html(other) != render_html(REPORT)
