"""Confidence limits against published figures, against another library's formulas, and at their edges."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kinfold.indicators.comparison import intervals
from kinfold.indicators.comparison.intervals import Stratum, count, rate, share, standardised_rate


@pytest.mark.parametrize(
    ("part", "whole", "lower", "upper"),
    [(81, 263, 25.53, 36.62), (15, 148, 6.24, 16.05), (0, 20, 0, 16.11), (1, 29, 0.61, 17.18)],
)
def test_wilson_limits_are_those_published(part, whole, lower, upper):
    """R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3."""
    found = share(part, whole)
    assert (found.lower, found.upper) == pytest.approx((lower, upper), abs=0.005)


@given(st.integers(1, 5000), st.data(), st.sampled_from([0.9, 0.95, 0.998]))
def test_wilson_limits_are_another_librarys(whole, data, confidence):
    part = data.draw(st.integers(0, whole))
    found = share(part, whole, confidence=confidence)
    other = stats.binomtest(part, whole).proportion_ci(confidence, method="wilson")
    assert (found.lower / 100, found.upper / 100) == pytest.approx((other.low, other.high), abs=1e-9)
    assert 0 <= found.lower <= found.value <= found.upper <= 100


@pytest.mark.parametrize(
    ("events", "lower", "upper"),
    [(0, 0, 3.689), (1, 0.0253, 5.572), (2, 0.2422, 7.225), (5, 1.6235, 11.668), (9, 4.1154, 17.085)],
)
def test_limits_of_few_events_are_the_published_exact_ones(events, lower, upper):
    """Breslow and Day, Statistical methods in cancer research II (1987), table 2.10."""
    found = count(events)
    assert (found.lower, found.upper) == pytest.approx((lower, upper), abs=0.0005)


@given(st.integers(0, 9), st.sampled_from([0.95, 0.998]))
def test_limits_of_few_events_are_those_of_chi_squared(events, confidence):
    found = count(events, confidence=confidence)
    tail = (1 - confidence) / 2
    lower = stats.chi2.ppf(tail, 2 * events) / 2 if events else 0
    assert (found.lower, found.upper) == pytest.approx((lower, stats.chi2.ppf(1 - tail, 2 * events + 2) / 2))


def byar(events, confidence=0.95):
    """As Public Health England's guide prints it, with another library's normal distribution."""
    z = stats.norm.ppf(1 - (1 - confidence) / 2)
    lower = events * math.pow(1 - 1 / (9 * events) - z / (3 * math.sqrt(events)), 3)
    upper = (events + 1) * math.pow(1 - 1 / (9 * (events + 1)) + z / (3 * math.sqrt(events + 1)), 3)
    return lower, upper


def test_from_ten_events_limits_are_byars_and_below_they_are_exact():
    ten, nine = count(10), count(9)
    assert (ten.lower, ten.upper) == pytest.approx(byar(10))
    assert (ten.lower, ten.upper) != pytest.approx((stats.chi2.ppf(0.025, 20) / 2, stats.chi2.ppf(0.975, 22) / 2))
    assert (nine.lower, nine.upper) != pytest.approx(byar(9))


@given(st.integers(10, 100_000))
def test_byars_limits_are_within_a_fifth_of_a_percent_of_the_exact_ones(events):
    """So says Public Health England, Technical guide: confidence intervals (2018), of numerators of 10 or more."""
    found = count(events)
    assert found.lower == pytest.approx(stats.chi2.ppf(0.025, 2 * events) / 2, rel=0.002)
    assert found.upper == pytest.approx(stats.chi2.ppf(0.975, 2 * events + 2) / 2, rel=0.002)


def test_a_rate_has_the_limits_of_its_count():
    found = rate(65, 41_639, per=10_000)
    lower, upper = byar(65)
    assert (found.value, found.lower, found.upper) == pytest.approx(
        (65 / 4.1639, lower / 4.1639, upper / 4.1639), rel=1e-12
    )
    assert rate(0, 500, per=10_000).lower == 0


AGES = (Stratum(12, 4_000, 5_000), Stratum(3, 6_000, 5_500), Stratum(25, 7_500, 5_500))


def test_a_standardised_rate_is_worked_by_hand():
    """Weighted rates 15, 2.75 and 18.333 of a standard population of 16,000: 36.0833 / 16,000, or 22.552 in 10,000.

    Its variance is (15 x 1.25 + 2.75 x 0.91667 + 18.3333 x 0.73333) / 16,000 squared, of 40 events.
    """
    found = standardised_rate(AGES, per=10_000)
    variance = (15 * 1.25 + 2.75 * 5.5 / 6 + (55 / 3) * 5.5 / 7.5) / 16_000**2
    lower, upper = byar(40)
    assert found.value == pytest.approx(22.552, abs=0.0005)
    assert found.lower == pytest.approx(found.value + 10_000 * math.sqrt(variance / 40) * (lower - 40))
    assert found.upper == pytest.approx(found.value + 10_000 * math.sqrt(variance / 40) * (upper - 40))
    assert (found.lower, found.upper) == pytest.approx((15.90, 30.98), abs=0.005), "40 has limits of 28.57 and 54.47"


def test_a_population_like_the_standard_has_the_crude_rate_and_its_limits():
    alike = [Stratum(12, 4_000, 8_000), Stratum(28, 6_000, 12_000)]
    found, crude = standardised_rate(alike, per=10_000), rate(40, 10_000, per=10_000)
    assert (found.value, found.lower, found.upper) == pytest.approx((crude.value, crude.lower, crude.upper))


def test_fewer_than_ten_events_are_not_standardised():
    assert standardised_rate([Stratum(4, 100, 1), Stratum(5, 100, 1)], per=10_000) is None
    assert standardised_rate([Stratum(5, 100, 1), Stratum(5, 100, 1)], per=10_000) is not None


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: share(5, 4),
        lambda: share(-1, 4),
        lambda: share(0, 0),
        lambda: count(-1),
        lambda: rate(5, 0, per=10_000),
        lambda: standardised_rate([], per=10_000),
        lambda: standardised_rate([Stratum(10, 0, 1)], per=10_000),
        lambda: share(1, 2, confidence=95),
        lambda: count(1, confidence=1),
    ],
)
def test_what_has_no_limits_is_refused(wrong):
    with pytest.raises(ValueError, match=r"is no|needs"):
        wrong()


def test_an_interval_holds_its_own_ends():
    found = intervals.Interval(5, 1, 9, 0.95)
    assert found.holds(1)
    assert found.holds(9)
    assert not found.holds(9.1)
