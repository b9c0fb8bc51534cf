"""The hub's opening hours, and a clock that stops while it is closed."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinfold.practice import defaults
from kinfold.practice.dated import LONDON
from kinfold.practice.hub_hours import HubHours, Opening

WORDS = (
    "Monday 08:30 to 17:00; Tuesday 08:30 to 17:00; Wednesday 08:30 to 17:00; Thursday 08:30 to 17:00; "
    "Friday 08:30 to 16:30; Saturday closed; Sunday closed"
)
HUB = HubHours.read(WORDS)
instants = st.datetimes(datetime(2015, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
lengths = st.integers(0, 72 * 60).map(lambda minutes: timedelta(minutes=minutes))


def london(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=LONDON)


def test_hours_are_written_as_they_are_read():
    assert str(HUB) == WORDS
    assert HubHours.read("\n".join(WORDS.split("; "))) == HUB


def test_the_default_hours_can_be_read():
    assert defaults.hub_hours() == HUB
    assert defaults.hub_hours({"hub_hours": WORDS.replace("16:30", "13:00")}).week[4] == Opening(time(8, 30), time(13))


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (WORDS.replace("Monday 08:30", "Monday half past eight"), "must look like"),
        (WORDS.replace("Monday", "Lundi"), "must look like"),
        (WORDS.replace("Tuesday", "Monday"), "Monday is given twice"),
        (WORDS.replace("; Sunday closed", ""), "Give opening hours for Sunday"),
        (WORDS.replace("16:30", "07:30"), "Closing time 07:30 must be after opening time 08:30"),
        (WORDS.replace("16:30", "25:30"), "must look like"),
        ("; ".join(f"{line.split()[0]} closed" for line in WORDS.split("; ")), "at least one day"),
        ("", "Give opening hours for Monday"),
    ],
)
def test_hours_that_cannot_be_are_refused_in_words(words, problem):
    with pytest.raises(ValueError, match=problem):
        HubHours.read(words)


def test_a_week_has_seven_days():
    with pytest.raises(ValueError, match="all seven days"):
        HubHours((Opening(time(9), time(17)),))


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        ("2026-06-01T08:29", False),
        ("2026-06-01T08:30", True),
        ("2026-06-01T16:59", True),
        ("2026-06-01T17:00", False),
        ("2026-06-05T16:30", False),  # Friday
        ("2026-06-06T12:00", False),  # Saturday
        ("2026-04-03T12:00", False),  # Good Friday
        ("2026-01-05T08:30", True),  # winter time
    ],
)
def test_the_hub_is_open_in_london_hours(at, is_open):
    assert HUB.is_open(london(at)) is is_open
    assert HUB.is_open(london(at).astimezone(UTC)) is is_open


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        ("2026-06-01T09:00", 4, "2026-06-01T13:00"),
        ("2026-06-01T16:00", 4, "2026-06-02T11:30"),
        ("2026-06-01T20:00", 1, "2026-06-02T09:30"),
        ("2026-06-05T16:00", 1, "2026-06-08T09:00"),  # over the weekend
        ("2026-04-02T16:30", 1, "2026-04-07T09:00"),  # over Easter
        ("2026-03-27T16:00", 1, "2026-03-30T09:00"),  # the clocks go forward
        ("2026-06-01T08:30", 24, "2026-06-03T15:30"),
        ("2026-06-01T08:30", 8, "2026-06-01T16:30"),
    ],
)
def test_the_clock_stops_while_the_hub_is_closed(start, hours, due):
    assert HUB.add(london(start), timedelta(hours=hours)) == london(due)


@pytest.mark.parametrize("start", ["2026-06-01T09:00", "2026-06-01T20:00"])
def test_what_is_due_is_an_instant_in_utc(start):
    assert HUB.add(london(start), timedelta(hours=1)).tzinfo is UTC


def test_a_clock_that_runs_out_at_closing_time_is_due_then():
    assert HUB.add(london("2026-06-01T16:00"), timedelta(hours=1)) == london("2026-06-01T17:00")


def test_a_contact_sent_at_night_is_read_when_the_hub_opens():
    assert HUB.next_opening(london("2026-06-05T21:00")) == london("2026-06-08T08:30")
    assert HUB.next_opening(london("2026-06-05T16:30")) == london("2026-06-08T08:30")
    assert HUB.next_opening(london("2026-06-05T11:11")) == london("2026-06-05T11:11")


def test_an_open_saturday_that_is_a_bank_holiday_is_closed():
    six_days = HubHours.read(WORDS.replace("Saturday closed", "Saturday 09:00 to 12:00"))
    assert six_days.is_open(london("2026-12-19T10:00"))
    assert not six_days.is_open(london("2026-12-26T10:00"))


def test_the_clock_only_runs_forwards():
    with pytest.raises(ValueError, match="only runs forwards"):
        HUB.add(london("2026-06-01T09:00"), timedelta(hours=-1))


def test_an_instant_needs_its_time_zone():
    for ask in (HUB.is_open, HUB.next_opening, lambda at: HUB.add(at, timedelta(hours=1))):
        with pytest.raises(ValueError, match="time zone"):
            ask(datetime(2026, 6, 1, 9))


@given(instants, lengths)
def test_the_hub_was_open_for_as_long_as_was_added(start, length):
    assert HUB.open_between(start, HUB.add(start, length)) == length


@given(instants, lengths, lengths)
def test_two_lengths_added_in_turn_are_their_sum_added_once(start, one, other):
    both = HUB.add(start, one + other)
    in_turn = HUB.add(HUB.add(start, one), other)
    assert HUB.open_between(min(both, in_turn), max(both, in_turn)) == timedelta(0)


@given(instants, lengths)
def test_nothing_falls_due_while_the_hub_is_closed(start, length):
    due = HUB.add(start, length)
    assert due >= start
    assert HUB.is_open(due) or HUB.is_open(due - timedelta(microseconds=1))
