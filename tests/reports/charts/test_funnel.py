"""A funnel draws each group where it lies, marks and names those outside, and tells the rest in its table."""

from lxml import etree

from kinfold.indicators.comparison.funnels import Area, funnel
from kinfold.reports import Unit
from kinfold.reports.charts.funnel import funnel_chart
from tests.reports import samples

SHARE = Unit(kind="share", counts="contacts in time", of="contacts")
STEADY = (Area("Baffins", 80, 100), Area("Copnor", 165, 200), Area("Cosham", 240, 300))
LOW = Area("Nelson", 120, 250)


def drawn(*areas, narrow=False):
    return funnel_chart(areas, funnel(areas, kind="share"), title="In time, by ward", unit=SHARE, narrow=narrow)


def texts(picture):
    return [one.text for one in etree.fromstring(picture.svg.encode()).iter("{http://www.w3.org/2000/svg}text")]


def test_groups_within_the_limits_are_dots_without_a_name():
    picture = drawn(*STEADY)
    assert picture.headline.endswith("None lies further from it than chance explains.")
    assert not {one.name for one in STEADY} & set(texts(picture))
    assert picture.svg.count("<circle") == 3
    assert picture.table.rows[0] == ("Baffins", "80.0%", "100", "Within what chance explains")


def test_a_group_outside_is_named_and_has_a_shape_of_its_own():
    picture = drawn(*STEADY, LOW)
    assert "Nelson" in texts(picture)
    assert "Nelson, below what chance explains." in picture.headline
    assert picture.svg.count("<polygon") >= 1
    assert picture.alt == f"Funnel chart. {picture.headline}"


def test_it_fits_a_phone_and_hostile_names_stay_in_their_place():
    picture = drawn(*STEADY, Area(samples.MARKUP, 1, 250), narrow=True)
    assert 'width="340"' in picture.svg
    assert "<script" not in picture.svg


def test_groups_of_one_size_or_all_alike_are_drawn_too():
    assert drawn(*(Area(name, 10, 10) for name in "abc")).table.rows[2][1] == "100.0%"
