"""Text that has broken documents elsewhere is printed as text here, in every form."""

import io
from zipfile import ZipFile

import pytest
from lxml import etree

from kinfold.reports import Remark, render_annex_xlsx, render_docx, render_html, render_pdf
from kinfold.reports.charts.sparkline import sparkline
from kinfold.reports.charts.trend import trend_chart
from tests.reports import samples
from tests.reports.reading import page, pdf_text, squeezed, word_text

REPORT = samples.hostile_report()


@pytest.fixture(scope="module")
def fragment():
    return page(render_html(REPORT))


def test_markup_is_text_on_the_page(fragment):
    assert samples.MARKUP in fragment.text
    assert not {"script", "b"} <= {tag for tag, _ in fragment.elements}
    assert "script" not in {tag for tag, _ in fragment.elements}


def test_a_template_in_text_is_not_obeyed(fragment):
    assert "{{ 7*7 }}" in fragment.text


def test_control_and_direction_override_characters_are_gone(fragment):
    assert "safetxt.exe" in fragment.text
    assert not set("\u202e\u0000\u001b\ud800") & set(fragment.text)


def test_the_pdf_holds_the_text_and_every_one_of_ten_thousand_letters():
    text = squeezed(pdf_text(render_pdf(REPORT)))
    assert squeezed(samples.MARKUP) in text
    assert text.count("W") >= 3 * 10_000


def test_word_holds_the_text():
    text = word_text(render_docx(REPORT))
    assert samples.MARKUP in text
    assert samples.RIGHT_TO_LEFT in text
    assert samples.EMOJI in text
    assert samples.LONG in text


def test_the_annex_has_no_formula_and_no_link():
    with ZipFile(io.BytesIO(render_annex_xlsx(REPORT))) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        read = [etree.fromstring(book.read(name)) for name in sheets]
        strings = book.read("xl/sharedStrings.xml").decode()
    assert {etree.QName(element).localname for sheet in read for element in sheet.iter()} & {"f", "hyperlink"} == set()
    assert "=HYPERLINK(" in strings


def test_a_text_longer_than_a_cell_goes_on_in_the_next_row():
    long = " ".join(f"word{number}" for number in range(10_000))
    author = Remark(text=long, author="Head of Early Help", written_on=REPORT.prepared_on)
    with ZipFile(io.BytesIO(render_annex_xlsx(samples.report(going_well=(author,))))) as book:
        strings = etree.fromstring(book.read("xl/sharedStrings.xml"))
    kept = ["".join(held.itertext()) for held in strings]
    assert max(map(len, kept)) <= 32_767
    assert long in "".join(kept)


@pytest.mark.parametrize("draw", [sparkline, trend_chart])
def test_a_picture_of_hostile_words_is_well_formed_and_says_them(draw):
    picture = draw(REPORT.indicators[0])
    read = etree.fromstring(picture.svg.encode())
    assert samples.MARKUP in read.get("aria-label")
    assert {etree.QName(element).localname for element in read.iter()} <= {
        "svg", "g", "path", "text", "rect", "line", "circle", "polyline",
    }  # fmt: skip
