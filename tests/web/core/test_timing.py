"""How long is left is said in words that are right at every border, the change of hour included."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kinfold.web.core import timing
from kinfold.web.core.clock import LONDON

NOW = datetime(2026, 5, 6, 13, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(hours=2), "due in 2 hours"),
        (timedelta(minutes=59), "due in 59 minutes"),
        (timedelta(), "due in less than a minute"),
        (timedelta(minutes=-1), "1 minute overdue"),
        (timedelta(hours=-47), "47 hours overdue"),
        (timedelta(days=-3), "3 days overdue"),
        (timedelta(days=45), "due in 6 weeks"),
    ],
)
def test_an_instant_is_due_or_overdue_by_the_time_between(left, said):
    assert timing.due(NOW + left, NOW) == said


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 5, 6), "due today"),
        (date(2026, 5, 7), "due tomorrow"),
        (date(2026, 5, 5), "1 day overdue"),
        (date(2026, 4, 16), "20 days overdue"),
        (None, "no due date"),
    ],
)
def test_a_date_is_due_until_its_end(on, said):
    assert timing.due(on, NOW) == said


def test_what_is_due_on_a_date_becomes_overdue_at_midnight_in_portsmouth():
    on = date(2026, 7, 1)
    assert not timing.is_overdue(on, datetime(2026, 7, 1, 22, 59, tzinfo=UTC))
    assert timing.is_overdue(on, datetime(2026, 7, 1, 23, 0, tzinfo=UTC))


def test_the_hour_that_october_gives_back_is_counted():
    before = datetime(2026, 10, 25, 0, 30, tzinfo=LONDON)
    after = datetime(2026, 10, 25, 3, 30, tzinfo=LONDON)
    assert timing.due(after, before) == "due in 4 hours"


def test_the_hour_that_march_takes_is_not():
    before = datetime(2026, 3, 29, 0, 30, tzinfo=LONDON)
    after = datetime(2026, 3, 29, 3, 30, tzinfo=LONDON)
    assert timing.due(after, before) == "due in 2 hours"


def test_a_working_day_that_closes_at_midnight_reads_as_the_end_of_that_day():
    assert timing.due_near(datetime(2026, 5, 7, 0, 0, tzinfo=LONDON), NOW) == "end of today"
    assert timing.due_near(datetime(2026, 5, 9, 0, 0, tzinfo=LONDON), NOW) == "end of Friday 8 May"
    assert timing.due_near(NOW + timedelta(hours=20), NOW) == "tomorrow at 10:20am"


def test_on_paper_a_due_time_names_its_day_and_never_says_today():
    assert timing.due_on_paper(datetime(2026, 5, 8, 0, 0, tzinfo=LONDON), NOW) == "end of Thursday 7 May"
    assert timing.due_on_paper(datetime(2026, 5, 6, 0, 0, tzinfo=LONDON), NOW) == "end of Tuesday 5 May, overdue"
    assert timing.due_on_paper(NOW + timedelta(hours=20), NOW).endswith("May at 10:20am")
    assert timing.due_on_paper(NOW - timedelta(days=400), NOW).endswith(", overdue")


def test_soon_means_within_four_hours_or_today():
    assert timing.is_due_soon(NOW + timedelta(hours=4), NOW)
    assert not timing.is_due_soon(NOW + timedelta(hours=4, seconds=1), NOW)
    assert timing.is_due_soon(date(2026, 5, 6), NOW)
    assert not timing.is_due_soon(NOW - timedelta(minutes=1), NOW)


def test_what_happened_is_told_from_now():
    assert timing.ago(NOW - timedelta(hours=3), NOW) == "3 hours ago"
    assert timing.ago(date(2026, 5, 5), NOW) == "yesterday"
