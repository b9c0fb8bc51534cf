"""A group is compared with the rest, where there is enough to compare, in words that claim no more than the numbers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats.contingency import relative_risk

from kinfold.indicators.comparison.ratios import CAUTION, Cell, NoRatio, Ratio, ratio


@given(st.integers(20, 400), st.integers(20, 400), st.data())
def test_share_ratios_are_another_librarys_relative_risk(cases, others, data):
    people, rest = data.draw(st.integers(cases, 2_000)), data.draw(st.integers(others, 2_000))
    found = ratio(Cell(cases, people), Cell(others, rest), measure="share")
    if isinstance(found, NoRatio):
        assert min(people, rest) * (cases + others) / (people + rest) < 10
        return
    other = relative_risk(cases, people, others, rest)
    limits = other.confidence_interval(0.95)
    assert (found.value, found.lower, found.upper) == pytest.approx((other.relative_risk, limits.low, limits.high))


def test_rate_ratios_take_the_events_alone_as_uncertain():
    """30 in 1,000 and 60 in 4,000: 2 times; standard error of its logarithm √(1/30 + 1/60) = 0.2236."""
    found = ratio(Cell(30, 1_000), Cell(60, 4_000), measure="rate")
    factor = math.exp(1.959964 * math.sqrt(1 / 30 + 1 / 60))
    assert (found.value, found.lower, found.upper) == pytest.approx((2, 2 / factor, 2 * factor))
    assert ratio(Cell(150, 100), Cell(60, 100), measure="rate").value == 2.5


def test_a_clear_difference_is_said_with_its_limits_and_its_caution():
    found = ratio(Cell(60, 400), Cell(400, 3_700), measure="share")
    assert found.clear
    assert found.words == f"About 1.4 times as likely, between 1.1 and 1.8. {CAUTION}"
    assert CAUTION == "Differences in need, recording or response could each explain this."


def test_a_rate_is_not_called_a_likelihood():
    found = ratio(Cell(30, 1_000), Cell(60, 4_000), measure="rate")
    assert found.words == f"About 2.0 times the rate, between 1.3 and 3.1. {CAUTION}"


def test_what_may_be_chance_is_said_to_be_no_clear_difference():
    found = ratio(Cell(44, 400), Cell(370, 3_700), measure="share")
    assert not found.clear
    assert found.words == "No clear difference: about 1.1 times as likely, between 0.8 and 1.5, which may be chance."


def test_a_limit_near_one_is_not_rounded_to_one():
    words = Ratio("share", 1.21, 1.04, 1.41, 0.95).words
    assert words.startswith("About 1.21 times as likely, between 1.04 and 1.41.")
    assert Ratio("share", 0.04, 0.02, 0.08, 0.95).words.startswith("About 0.04 times as likely, between 0.02 and 0.08.")


@pytest.mark.parametrize("hidden", [Cell(None, 400), Cell(40, None), Cell(None, None)])
def test_a_suppressed_number_is_not_compared(hidden):
    shown = Cell(400, 3_700)
    assert ratio(hidden, shown, measure="share") == ratio(shown, hidden, measure="share") == NoRatio("suppressed")


def test_ten_must_be_expected_on_either_side():
    """A tenth of all are cases, so 100 people give 10 expected and 99 do not."""
    assert isinstance(ratio(Cell(10, 100), Cell(100, 1_000), measure="share"), Ratio)
    assert ratio(Cell(9, 99), Cell(100, 1_000), measure="share") == NoRatio("too_few")
    assert ratio(Cell(100, 1_000), Cell(9, 99), measure="share") == NoRatio("too_few")
    assert ratio(Cell(0, 0), Cell(0, 0), measure="share") == NoRatio("too_few")


def test_none_where_ten_would_be_expected_has_no_ratio_but_is_said():
    found = ratio(Cell(0, 200), Cell(200, 1_000), measure="share")
    assert found == NoRatio("no_cases")
    assert "none at all on one side" in found.words


@pytest.mark.parametrize("wrong", [Cell(5, 4), Cell(-1, 4), Cell(1, -4)])
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match="is no share"):
        ratio(wrong, Cell(40, 400), measure="share")
