"""The PDF is one that a screen reader can follow and that carries its marking on every page."""

from itertools import pairwise

from kinfold.reports import fingerprint, render_pdf
from tests.reports import samples
from tests.reports.reading import pdf, pdf_tags

REPORT = samples.report()
HELD = render_pdf(REPORT)


def test_it_says_that_it_is_tagged_in_british_english_and_has_a_title():
    root = pdf(HELD).trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf(HELD).metadata.title == (
        "Early Help Board: Priority 1: Early identification and effective early support, Q1 2024-25"
    )
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()


def test_headings_go_down_one_level_at_a_time():
    levels = [int(tag["/S"][2]) for tag in pdf_tags(HELD) if tag["/S"] in {"/H1", "/H2", "/H3"}]
    assert levels[:3] == [1, 2, 3]
    assert levels.count(1) == 1
    assert levels.count(2) == 5
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_picture_is_described():
    described = [tag["/Alt"] for tag in pdf_tags(HELD) if tag["/S"] == "/Figure"]
    assert len(described) == 6
    assert described[0].startswith(
        "Process chart of Children with a child protection plan, Q1 2022-23 to Q1 2024-25. Lowest 49.0 in Q1 2024-25, "
        "highest 62.9 in Q1 2022-23. Latest 49.0 per 10,000 children aged 0 to 17 in Q1 2024-25."
    )
    assert "below the usual range: better" in described[0]


def test_every_table_has_heading_cells():
    tags = [tag["/S"] for tag in pdf_tags(HELD)]
    assert tags.count("/THead") == tags.count("/Table") == 6
    assert tags.count("/TH") > 20


def test_every_page_carries_the_marking_and_its_number():
    pages = [page.extract_text() for page in pdf(HELD).pages]
    assert len(pages) > 2
    for number, text in enumerate(pages, start=1):
        assert "OFFICIAL-SENSITIVE" in text
        assert f"Page {number} of {len(pages)}" in text


def test_its_dates_and_identifier_come_from_the_report():
    reader = pdf(HELD)
    assert reader.metadata["/CreationDate"] == "D:20240719"
    assert reader.metadata["/ModDate"] == "D:20240726"
    assert str(reader.trailer["/ID"][0]) == fingerprint(REPORT)[:32]


def test_a_draft_says_so():
    draft = samples.report(published_on=None, signed_off_by="")
    assert "Draft, not signed off" in pdf(render_pdf(draft)).pages[0].extract_text()
