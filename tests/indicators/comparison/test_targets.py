"""A target holds from one day to another, and a figure meets it, is within its tolerance or misses it."""

from datetime import date

import pytest

from kinfold.indicators.comparison.targets import Target, judged, target_on

FIRST = Target(
    value=80, better="higher", starts_on=date(2023, 4, 1), ends_on=date(2024, 4, 1), tolerance=5, source="Trust Plan"
)
SECOND = Target(value=90, better="higher", starts_on=date(2024, 4, 1), tolerance=0.1, source="Trust Plan, refreshed")
BOTH = (FIRST, SECOND)


@pytest.mark.parametrize(
    ("figure", "judgement"),
    [(80.1, "met"), (80, "met"), (79.9, "within_tolerance"), (75, "within_tolerance"), (74.9, "missed")],
)
def test_higher_is_better(figure, judgement):
    assert judged(figure, BOTH, date(2024, 3, 31)) == judgement


@pytest.mark.parametrize(
    ("figure", "judgement"), [(9.9, "met"), (10, "met"), (12, "within_tolerance"), (12.1, "missed")]
)
def test_lower_is_better(figure, judgement):
    target = Target(value=10, better="lower", starts_on=date(2024, 4, 1), tolerance=2, source="Board, 3 May 2024")
    assert judged(figure, [target], date(2024, 6, 30)) == judgement


def test_a_figure_off_by_the_tolerance_exactly_is_within_it():
    """In binary fractions 90 - 89.9 is more than 0.1."""
    assert judged(89.9, BOTH, date(2024, 6, 30)) == "within_tolerance"


def test_a_figure_is_held_to_the_target_of_its_own_time():
    assert judged(85, BOTH, date(2024, 3, 31)) == "met"
    assert judged(85, BOTH, date(2024, 4, 1)) == "missed"
    assert judged(85, BOTH, date(2023, 3, 31)) == "no_target"
    assert target_on(BOTH, date(2030, 1, 1)) is SECOND


def test_no_figure_is_not_a_missed_target():
    assert judged(None, BOTH, date(2024, 6, 30)) == "no_figure"
    assert judged(None, BOTH, date(2020, 6, 30)) == "no_target"


def test_two_targets_at_once_are_refused():
    with pytest.raises(ValueError, match="2 targets for 2024-06-30"):
        target_on([SECOND, SECOND], date(2024, 6, 30))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"better": "neither"}, "higher or lower"),
        ({"tolerance": -1}, "0 or more"),
        ({"ends_on": date(2024, 4, 1)}, "start before it ends"),
        ({"source": " "}, "needs its source"),
        ({"value": float("nan")}, "can be compared"),
    ],
)
def test_what_no_target_can_be_is_refused(wrong, words):
    right = {"value": 90, "better": "higher", "starts_on": date(2024, 4, 1), "source": "Trust Plan"}
    with pytest.raises(ValueError, match=words):
        Target(**right | wrong)
