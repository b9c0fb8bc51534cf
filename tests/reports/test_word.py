"""The Word document has what a board secretary and a screen reader need of it."""

import io
from zipfile import ZipFile

from docx.oxml.ns import qn

from kinfold.reports import fingerprint, render_docx
from tests.reports import samples
from tests.reports.reading import word

REPORT = samples.report()
HELD = render_docx(REPORT)


def test_headings_are_headings():
    found = [(part.style.name, part.text) for part in word(HELD).paragraphs if part.style.name.startswith("Heading")]
    assert found[:2] == [
        ("Heading 1", "1. Indicators"),
        ("Heading 2", "Better than usual: 1.5 Children with a child protection plan"),
    ]
    assert [text for name, text in found if name == "Heading 1"] == [
        "1. Indicators",
        "2. Progress of the implementation plan",
        "3. What is going well and what needs to improve",
        "Notes on the data",
        "Annex: the figures behind the pictures",
    ]


def test_the_annex_begins_a_page_and_no_row_is_cut_in_two():
    begins = [part.text for part in word(HELD).paragraphs if part.paragraph_format.page_break_before]
    assert begins[0] == "Annex: the figures behind the pictures"
    assert len(begins) == len(REPORT.indicators)
    rows = [row for table in word(HELD).tables for row in table.rows]
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_tables_of_figures_repeat_their_heading_row():
    tables = [table for table in word(HELD).tables if table.cell(0, 0).text not in ("Reports on", "Figures as at")]
    assert len(tables) == 6
    assert all(table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None for table in tables)


def test_every_picture_is_described():
    described = [part.get("descr") for part in word(HELD).element.body.iter(qn("wp:docPr"))]
    assert len(described) == 6
    assert all("Latest" in words for words in described)


def test_the_marking_heads_every_page_and_the_foot_counts_them():
    section = word(HELD).sections[0]
    assert section.header.paragraphs[0].text == "OFFICIAL-SENSITIVE"
    fields = [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_its_properties_come_from_the_report_and_no_part_has_a_time():
    properties = word(HELD).core_properties
    assert (properties.author, properties.language) == ("Partnership analyst", "en-GB")
    assert properties.identifier == fingerprint(REPORT)
    assert f"{properties.created:%Y-%m-%d}" == "2024-07-19"
    with ZipFile(io.BytesIO(HELD)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_its_language_is_british_english():
    languages = {element.get(qn("w:val")) for element in word(HELD).styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
