"""When the hub reads and decides, said as somebody reads it: “tomorrow” is the reader's tomorrow."""

from datetime import UTC, datetime

import pytest

from kinfold.web.mash.hub_times import hub_times

FRIDAY_NIGHT = datetime(2024, 6, 7, 21, 0, tzinfo=UTC)
SUNDAY_NIGHT = datetime(2024, 6, 9, 21, 0, tzinfo=UTC)
MONDAY_EARLY = datetime(2024, 6, 10, 5, 0, tzinfo=UTC)
MONDAY_NOON = datetime(2024, 6, 10, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "now", "read_next"),
    [
        (SUNDAY_NIGHT, SUNDAY_NIGHT, "tomorrow at 8:30am"),
        (SUNDAY_NIGHT, MONDAY_EARLY, "today at 8:30am"),
        (SUNDAY_NIGHT, MONDAY_NOON, ""),
        (MONDAY_NOON, MONDAY_NOON, ""),
        (
            datetime(2024, 6, 7, 21, 0, tzinfo=UTC),
            datetime(2024, 6, 7, 21, 0, tzinfo=UTC),
            "on Monday 10 June at 8:30am",
        ),
    ],
)
def test_when_a_form_will_be_read(at, now, read_next):
    assert hub_times(at, now=now).read_next == read_next


def test_a_decision_and_an_answer_are_due_a_working_day_after_it_came_whenever_that_was():
    times = hub_times(SUNDAY_NIGHT, now=MONDAY_NOON)
    assert times.open_now
    assert {times.decided_by, times.answered_by} == {MONDAY_NOON.date()}
