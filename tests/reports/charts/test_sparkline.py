"""A small trend picture draws what is known and leaves what is not."""

from lxml import etree

from kinfold.reports import card_trend, palette, sparkline
from tests.reports.samples import contacts


def shapes(picture, tag):
    return [element for element in etree.fromstring(picture.svg.encode()) if etree.QName(element).localname == tag]


def test_a_gap_parts_the_line_and_stands_on_grey_ground():
    picture = sparkline(contacts(10, 20, None, 30, 40))
    assert len(shapes(picture, "polyline")) == 2
    assert [ground.get("fill") for ground in shapes(picture, "rect")] == [palette.PAPER, palette.GRID]


def test_the_latest_figure_is_written_and_marked():
    picture = sparkline(contacts(1_000, 2_000))
    assert [text.text for text in shapes(picture, "text")] == ["2,000"]
    assert len(shapes(picture, "circle")) == 1


def test_a_latest_figure_that_is_suppressed_has_the_word_and_no_mark():
    picture = sparkline(contacts(1_000, 2_000, None))
    assert [text.text for text in shapes(picture, "text")] == ["suppressed"]
    assert shapes(picture, "circle") == []


def test_a_cards_picture_names_its_first_and_last_period_in_place_of_the_figure():
    picture = card_trend(contacts(1_000, 2_000, 3_000))
    assert [text.text for text in shapes(picture, "text")] == ["Q1 2022-23", "Q3 2022-23"]
    assert [text.text for text in shapes(card_trend(contacts(1_000)), "text")] == ["Q1 2022-23"]
    assert picture.alt == sparkline(contacts(1_000, 2_000, 3_000)).alt


def test_heights_start_from_nought():
    (drawn,) = shapes(sparkline(contacts(50, 100)), "polyline")
    low, high = (float(pair.split(",")[1]) for pair in drawn.get("points").split())
    assert (low, high) == (22, 6)


def test_all_noughts_and_nothing_at_all_can_be_drawn():
    assert "0" in sparkline(contacts(0, 0, 0)).svg
    assert "suppressed" in sparkline(contacts(None, None)).svg


def test_the_same_content_is_drawn_once():
    assert sparkline(contacts(1, 2)) is sparkline(contacts(1, 2))


def test_its_alternative_tells_ends_extremes_and_gaps():
    assert sparkline(contacts(10, 30, None, 20)).alt == (
        "Small line chart of Contacts into the MASH, Q1 2022-23 to Q4 2022-23. Lowest 10 in Q1 2022-23, "
        "highest 30 in Q2 2022-23. Latest 20 in Q4 2022-23. Suppressed: Q3 2022-23."
    )
