"""England's working days, against the published bank holidays and against counting day by day."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinfold.practice import working_days
from kinfold.practice.working_days import (
    FIRST_DAY,
    LAST_DAY,
    OutsideKnownCalendar,
    add_working_days,
    is_bank_holiday,
    is_working_day,
    working_days_between,
)

# Bank holidays in England that fall on a weekday, as published on GOV.UK.
PUBLISHED = {
    2015: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2030: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
}
days = st.dates(date(2011, 1, 1), date(2034, 12, 31))
lengths = st.integers(0, 120)


@pytest.mark.parametrize("year", PUBLISHED)
def test_bank_holidays_are_those_published(year):
    expected = [date.fromisoformat(f"{year}-{day}") for day in PUBLISHED[year].split()]
    assert [d for d in working_days.bank_holidays() if d.year == year and d.weekday() < 5] == expected


def test_the_calendar_covers_2015_to_2030():
    assert working_days.calendar(date(2015, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("2026-04-01", 1, "2026-04-02"),  # Wednesday
        ("2026-04-02", 1, "2026-04-07"),  # the Thursday before Easter
        ("2026-04-04", 1, "2026-04-07"),  # the Saturday of Easter
        ("2026-12-24", 1, "2026-12-29"),  # Christmas Eve: Friday, a weekend, and Boxing Day's substitute
        ("2022-09-16", 1, "2022-09-20"),  # the Queen's funeral on the Monday
        ("2026-06-05", 10, "2026-06-19"),
        ("2026-06-05", 0, "2026-06-05"),
        ("2026-06-08", -1, "2026-06-05"),
        ("2026-06-07", -1, "2026-06-05"),  # a Sunday
    ],
)
def test_working_days_are_counted_from_the_day_after(start, days, due):
    assert add_working_days(date.fromisoformat(start), days) == date.fromisoformat(due)


@given(days, lengths)
def test_adding_agrees_with_counting_one_day_at_a_time(start, length):
    day, left = start, length
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5 and not is_bank_holiday(day)
    assert add_working_days(start, length) == day


@given(days, lengths)
def test_what_is_added_is_what_lies_between(start, length):
    assert working_days_between(start, add_working_days(start, length)) == length


@given(days, days)
def test_between_counts_the_working_days_after_the_first_up_to_the_last(one, other):
    start, end = min(one, other), min(max(one, other), min(one, other) + timedelta(days=400))
    after = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    assert working_days_between(start, end) == sum(map(is_working_day, after))
    assert working_days_between(end, start) == -working_days_between(start, end)


@given(days, st.integers(1, 120))
def test_going_back_as_far_returns_to_a_working_day(start, length):
    first = add_working_days(start, 1)
    assert add_working_days(add_working_days(first, length), -length) == first


@given(days, days, lengths)
def test_a_later_start_is_never_due_sooner(one, other, length):
    assert add_working_days(min(one, other), length) <= add_working_days(max(one, other), length)


@given(days, st.integers(1, 120))
def test_a_due_day_is_a_working_day_after_the_start(start, length):
    due = add_working_days(start, length)
    assert is_working_day(due)
    assert due > start


@pytest.mark.parametrize(
    "ask",
    [
        lambda: is_working_day(date(1999, 12, 31)),
        lambda: is_bank_holiday(date(2090, 1, 1)),
        lambda: add_working_days(date(2090, 1, 1), 1),
        lambda: add_working_days(LAST_DAY, 1),
        lambda: add_working_days(FIRST_DAY, -1),
        lambda: working_days_between(date(2026, 1, 1), date(2090, 1, 1)),
        lambda: working_days.calendar(date(1999, 1, 1), date(1999, 1, 2)),
    ],
)
def test_a_day_outside_the_calendar_is_refused(ask):
    with pytest.raises(OutsideKnownCalendar):
        ask()


def test_the_refusal_says_what_is_wrong_and_how_to_mend_it():
    with pytest.raises(OutsideKnownCalendar) as refusal:
        is_working_day(date(2206, 4, 1))
    assert str(refusal.value) == (
        "1 April 2206 is outside the working-day calendar, which runs from 1 January 2010 to 31 December 2035. "
        "Check the date for a slip; if it is right, update the holidays package and widen FIRST_YEAR or LAST_YEAR in "
        "kinfold/practice/working_days.py."
    )


@pytest.mark.parametrize("days", [1, 0, -1])
def test_an_instant_is_not_taken_for_a_day(days):
    with pytest.raises(TypeError, match="date in London"):
        add_working_days(datetime(2026, 6, 1, 23, 30, tzinfo=ZoneInfo("UTC")), days)


def test_the_calendar_lists_every_day_once():
    listed = working_days.calendar(date(2026, 4, 1), date(2026, 4, 8))
    assert [day.day for day, _ in listed] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert [day.day for day, working in listed if working] == [1, 2, 7, 8]
    assert len(working_days.calendar()) == (LAST_DAY - FIRST_DAY).days + 1
