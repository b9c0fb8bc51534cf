"""Quarters are the financial year's, half-open, and follow one another without a gap."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinfold.indicators.engine.sums_to import additions_over_time
from kinfold.indicators.periods import last_complete_quarters, period, quarter, quarter_of, year, year_to_date


def test_the_first_quarter_of_2024_25_is_april_to_june_2024():
    first = quarter("2024-25-Q1")
    assert (first.starts_on, first.last_day, first.title) == (date(2024, 4, 1), date(2024, 6, 30), "April to June 2024")


def test_the_last_quarter_is_in_the_second_year():
    last = quarter("1999-00-Q4")
    assert (last.starts_on, last.last_day) == (date(2000, 1, 1), date(2000, 3, 31))


def test_the_year_to_date_of_the_last_quarter_is_the_year():
    to_date, whole = year_to_date("2024-25-Q4"), year("2024-25")
    assert (to_date.starts_on, to_date.ends_on) == (whole.starts_on, whole.ends_on)
    assert whole.title == "April 2024 to March 2025"


@pytest.mark.parametrize("key", ["2024-25-Q5", "2024-26-Q1", "2024", "Q1", "", "2024-25-Q1-YTD-YTD", "２０２４-25-Q1"])
def test_what_is_not_a_period_is_refused_with_an_example(key):
    with pytest.raises(ValueError, match="2024-25"):
        period(key)


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)))
def test_every_day_is_in_the_quarter_that_is_found_for_it(day):
    found = quarter_of(day)
    assert found.holds(day)
    assert quarter(found.key) == found


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.integers(1, 40))
def test_the_last_complete_quarters_end_before_today_and_follow_one_another(today, number):
    found = last_complete_quarters(number, today)
    assert len(found) == number
    assert found[-1].ends_on <= today < quarter_of(found[-1].ends_on).ends_on
    assert all(one.ends_on == other.starts_on for one, other in pairwise(found))


def test_quarters_add_up_to_the_year_to_date_in_every_way_they_can():
    asked = [quarter("2024-25-Q1"), quarter("2024-25-Q2"), year_to_date("2024-25-Q1"), year_to_date("2024-25-Q2")]
    ways = additions_over_time(asked)
    assert set(ways["2024-25-Q2-YTD"]) == {("2024-25-Q1", "2024-25-Q2"), ("2024-25-Q1-YTD", "2024-25-Q2")}
    assert ways["2024-25-Q1-YTD"] == (("2024-25-Q1",),)


def test_a_day_after_the_end_of_a_quarter_it_is_complete():
    last_day = quarter("2024-25-Q1").last_day
    assert last_complete_quarters(1, last_day)[0].key == "2023-24-Q4"
    assert last_complete_quarters(1, last_day + timedelta(days=1))[0].key == "2024-25-Q1"
