"""A child's statuses are bars that show what overlapped, what followed, and what is open."""

from datetime import date

import pytest
from lxml import etree

from kinfold.reports import StatusSpan, status_timeline
from tests.reports.samples import statuses

AS_AT = date(2024, 7, 1)


def shapes(picture, tag):
    return [element for element in etree.fromstring(picture.svg.encode()) if etree.QName(element).localname == tag]


def test_it_tells_every_status_in_order_of_its_start():
    assert status_timeline(statuses(), as_at=AS_AT).alt == (
        "Timeline up to 1 July 2024: Family Support (Tier 2) from 1 March 2021 to 12 September 2021; "
        "Early Help and Prevention (Tier 3) from 12 September 2021 to 12 February 2022; "
        "Child protection plan from 1 August 2022 to 1 May 2023; Looked after from 1 February 2023, open now."
    )


def test_the_headline_is_what_is_open():
    assert status_timeline(statuses(), as_at=AS_AT).headline == "Looked after since 1 February 2023."
    assert status_timeline(statuses(), as_at=date(2022, 5, 1)).headline == "No status on 1 May 2022."


def test_only_an_open_status_ends_in_an_arrow():
    assert len(shapes(status_timeline(statuses(), as_at=AS_AT), "polygon")) == 1


def test_an_end_that_is_still_to_come_is_open_and_a_start_to_come_is_left_out():
    spans = [
        StatusSpan(title="Child in need", kind="child_in_need", started_on=date(2024, 1, 1), ended_on=date(2025, 1, 1)),
        StatusSpan(title="Looked after", kind="looked_after", started_on=date(2024, 9, 1)),
    ]
    picture = status_timeline(spans, as_at=AS_AT)
    assert picture.table.rows == (("Child in need", "1 January 2024", "open now"),)


def test_statuses_that_overlap_have_lanes_of_their_own():
    bars = [bar for bar in shapes(status_timeline(statuses(), as_at=AS_AT), "rect") if bar.get("height") == "16"]
    assert len({bar.get("y") for bar in bars}) == 4


def test_a_status_that_comes_back_keeps_its_lane():
    again = StatusSpan(title="Family Support (Tier 2)", kind="family_support", started_on=date(2024, 3, 1))
    bars = [
        bar for bar in shapes(status_timeline([*statuses(), again], as_at=AS_AT), "rect") if bar.get("height") == "16"
    ]
    assert (len(bars), len({bar.get("y") for bar in bars})) == (5, 4)


@pytest.mark.parametrize("started_on", [date(2024, 7, 1), date(2024, 6, 1), date(2019, 1, 31), date(2006, 1, 1)])
def test_any_length_of_time_fits_with_a_few_dates_under_it(started_on):
    span = StatusSpan(title="Looked after", kind="looked_after", started_on=started_on)
    picture = status_timeline([span], as_at=AS_AT, narrow=True)
    assert 1 <= len(shapes(picture, "text")) <= 6
    assert all(0 <= float(bar.get("x")) <= 340 for bar in shapes(picture, "rect"))


def test_no_status_is_said_in_words():
    assert "No status up to 1 July 2024" in status_timeline([], as_at=AS_AT).svg


def test_a_title_with_markup_is_text():
    span = StatusSpan(title="<b>&", kind="unknown", started_on=date(2024, 1, 1))
    assert "&lt;b&gt;&amp;" in status_timeline([span], as_at=AS_AT).svg
