"""The full-size chart writes the figures that its headline names, and breaks where there are none."""

import dataclasses
import re
from itertools import pairwise

import pytest
from lxml import etree

from kinfold.reports import both_widths, palette, trend_chart
from kinfold.reports.charts.series import gaps, runs
from tests.reports.samples import QUARTERS, contacts, in_time, points, protection_plans


def texts(picture):
    root = etree.fromstring(picture.svg.encode())
    return ["".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text")]


def strokes(picture, colour):
    return re.findall(rf'<path d="([^"]+)" stroke="{colour}" stroke-width="3"', picture.svg)


def test_the_latest_figure_and_the_one_it_is_compared_with_are_written():
    written = texts(trend_chart(contacts()))
    assert {"5,710", "5,602"} <= set(written)
    assert "4,900" not in written


def test_no_line_crosses_a_gap_and_the_gap_says_why():
    picture = trend_chart(protection_plans())
    assert len(strokes(picture, palette.DARK_BLUE)) == 2
    assert "suppressed" in texts(picture)
    assert runs(protection_plans()) == [(0, 5), (7, 8)]
    assert gaps(protection_plans()) == [(6, 6, "suppressed")]


def test_neighbouring_gaps_for_different_reasons_are_told_apart():
    both = points(None, missing="suppressed") + points(None, missing="not_covered")
    assert gaps(dataclasses.replace(contacts(), points=both)) == [(0, 0, "suppressed"), (1, 1, "no data")]


def test_the_axis_starts_from_nought_and_names_its_unit():
    assert {"0", "Number of contacts"} <= set(texts(trend_chart(contacts())))
    assert {"0%", "100%", "Percentage of decisions"} <= set(texts(trend_chart(in_time())))


@pytest.mark.parametrize(("count", "years"), [(1, 1), (2, 1), (8, 2), (12, 3), (20, 5), (24, 3), (40, 5)])
def test_a_phone_has_only_the_years_that_fit(count, years):
    periods = tuple(f"{2014 + n // 4}-{(2015 + n // 4) % 100}-Q{n % 4 + 1}" for n in range(count))
    part = dataclasses.replace(contacts(1), points=points(*range(5, 5 + count), periods=periods))
    places = [
        float(found)
        for found in re.findall(
            r'translate\(([\d.]+),[\d.]+\)"[^>]*>20\d\d-\d\d</text>', trend_chart(part, narrow=True).svg
        )
    ]
    assert len(places) == years
    assert all(after - before > 50 for before, after in pairwise(places))


def test_a_first_quarter_in_mid_year_does_not_push_out_the_next_year():
    part = dataclasses.replace(contacts(1), points=points(1, 2, 3, 4, periods=QUARTERS[3:]))
    assert "2023-24" in texts(trend_chart(part, narrow=True))


def test_counts_have_whole_steps():
    axis = [text for text in texts(trend_chart(contacts(0, 1, 2))) if re.fullmatch(r"[\d.,]+", text)]
    assert all("." not in text for text in axis)


def test_nothing_to_show_is_still_a_picture():
    picture = trend_chart(contacts(None, None))
    assert "suppressed" in texts(picture)
    assert picture.headline == "Contacts into the MASH: the figure is suppressed for Q2 2022-23."


def test_it_has_no_styles_ids_or_roles_of_vega():
    svg = trend_chart(contacts()).svg
    assert re.findall(r'\s(?:style|id|class|role|aria-[a-z]+)="', svg) == [' class="', ' role="', ' aria-label="']


def test_its_table_has_every_figure_and_what_it_was_worked_out_from():
    table = trend_chart(protection_plans()).table
    assert table.headings == (
        "Period",
        "Rate per 10,000 children aged 0 to 17",
        "Children with a plan",
        "Children aged 0 to 17",
    )
    assert table.rows[6] == ("Q3 2023-24", "suppressed", "", "")
    assert table.rows[8] == ("Q1 2024-25", "49.0", "204", "41,639")


def test_it_can_be_a_picture_for_word_and_one_of_two_on_a_page():
    wide, narrow = trend_chart(contacts()), trend_chart(contacts(), narrow=True)
    assert wide.png().startswith(b"\x89PNG")
    assert both_widths(wide, narrow).count("<svg") == 2


def test_two_figures_that_would_run_together_leave_the_latest_alone():
    part = dataclasses.replace(
        contacts(1), points=points(*range(1_000, 1_020), periods=tuple(f"2{n:03}-{n + 1:02}-Q1" for n in range(20)))
    )
    assert {"1,015", "1,019"} <= set(texts(trend_chart(part)))
    assert "1,015" not in texts(trend_chart(part, narrow=True))
