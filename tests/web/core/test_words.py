"""Dates, ages and amounts read as people say them."""

from datetime import UTC, date, datetime, time

import pytest

from kinfold.web.core import words

TODAY = date(2026, 5, 6)


def test_an_instant_is_shown_by_the_clock_in_portsmouth():
    assert words.moment(datetime(2026, 7, 1, 8, 30, tzinfo=UTC)) == "1 July 2026 at 9:30am"
    assert words.moment(datetime(2026, 1, 1, 8, 30, tzinfo=UTC)) == "1 January 2026 at 8:30am"


def test_an_instant_late_in_the_evening_falls_on_the_local_day():
    assert words.day(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == "1 July 2026"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(9, 30), "9:30am"),
        (time(9), "9am"),
        (time(0), "midnight"),
        (time(12), "midday"),
        (time(0, 5), "12:05am"),
        (time(12, 5), "12:05pm"),
        (time(23, 59), "11:59pm"),
    ],
)
def test_times_are_written_as_gov_uk_writes_them(at, said):
    assert words.clock_time(at) == said


@pytest.mark.parametrize(
    ("born_on", "said"),
    [
        (date(2019, 5, 6), "7"),
        (date(2019, 5, 7), "6"),
        (date(2024, 5, 6), "2"),
        (date(2024, 5, 7), "23 months"),
        (date(2026, 2, 6), "3 months"),
        (date(2026, 2, 7), "12 weeks"),
        (TODAY, "0 weeks"),
        (date(2026, 8, 1), "due 1 August 2026"),
        (None, "age not known"),
    ],
)
def test_an_age_is_in_years_from_two_then_months_then_weeks(born_on, said):
    assert words.age(born_on, TODAY) == said


def test_a_child_born_on_29_february_is_a_year_older_on_1_march():
    assert words.age(date(2016, 2, 29), date(2026, 2, 28)) == "9"
    assert words.age(date(2016, 2, 29), date(2026, 3, 1)) == "10"


def test_an_age_keeps_its_side_beside_a_right_to_left_name():
    assert words.name_and_age("Maya", date(2019, 2, 3), TODAY) == "Maya, 7"
    assert words.name_and_age("محمد", date(2019, 2, 3), TODAY) == "\u2068محمد\u2069, 7"


def test_what_is_not_known_says_so():
    assert {words.day(None), words.moment(None), words.number(None), words.percent(None), words.yes_no(None)} == {
        "Not recorded"
    }


def test_amounts_are_grouped_and_agree_in_number():
    assert words.plural(1, "child", "children") == "1 child"
    assert words.plural(22_020, "contact") == "22,020 contacts"
    assert words.percent(0.1234) == "12.3%"


def test_typed_markup_is_shown_and_never_obeyed():
    assert words.paragraphs("<b>Bo</b>\nsaid\n\nno") == (
        '<p class="govuk-body">&lt;b&gt;Bo&lt;/b&gt;<br>said</p><p class="govuk-body">no</p>'
    )


def test_initials_leave_out_what_is_not_a_letter():
    assert words.initials("Zoë 🌈 O’Shea =1+1") == "ZO"
