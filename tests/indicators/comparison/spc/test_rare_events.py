"""Low counts are refused a chart by period; what they are given is the time between events."""

from datetime import date, timedelta
from random import Random

import pytest

from kinfold.indicators.comparison.spc import RareEvents, are_rare, time_between, xmr, xmr_of_counts


@pytest.mark.parametrize(
    ("counts", "rare"),
    [
        ([0, 1, 0, 0, 2, 0, 1, 0], True),
        ([0, 0, 0], True),
        ([1, 1, 1, 1], False),
        ([0, 1, 2, 1, 0, 2, 1, 1], False),
        ([1, 1, 1, 0], True),
        ([9, 0, 0, 9], True),
        ([9, 0, 9, 9], False),
        ([0, None, 9, 9], False),
        ([None, None], False),
    ],
)
def test_fewer_than_one_a_period_or_half_of_the_periods_empty_is_rare(counts, rare):
    assert are_rare(counts) is rare


def test_rare_counts_have_no_chart_and_the_refusal_says_what_to_do():
    with pytest.raises(RareEvents, match=r"2 in 8 periods are too few to chart by period.*time between"):
        xmr_of_counts([0, 0, 1, 0, 0, 1, 0, 0])
    assert xmr_of_counts([3, 4, 3, 5], better="lower") == xmr([3, 4, 3, 5], better="lower")


def at(*gaps):
    days = [date(2020, 1, 1)]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    return days


def test_limits_are_worked_out_on_the_root_and_given_in_days():
    """With 10 and 20 days by turns: roots 1.8958 and 2.2983, mean 2.0970, range 0.4025, limits 1.0263 and 3.1677."""
    chart = time_between(at(10, 20, 10, 20))
    low, high = 10 ** (1 / 3.6), 20 ** (1 / 3.6)
    mean, away = (low + high) / 2, 2.66 * (high - low)
    assert chart.days == (10, 20, 10, 20)
    assert chart.mean == pytest.approx(mean**3.6)
    assert chart.upper == pytest.approx((mean + away) ** 3.6)
    assert chart.lower == pytest.approx((mean - away) ** 3.6)
    assert (chart.mean, chart.lower, chart.upper) == pytest.approx((14.38, 1.10, 63.48), abs=0.01)


def test_the_chart_in_days_has_the_limits_in_days_and_the_same_causes():
    between = time_between(at(*[9, 11] * 8, 400), better="lower")
    drawn = between.in_days
    assert drawn.values == between.days
    assert drawn.causes == between.causes
    assert drawn.variation == "improving"
    limits = (float(drawn.latest.mean), float(drawn.latest.lower), float(drawn.latest.upper))
    assert limits == pytest.approx((between.mean, between.lower, between.upper))
    assert time_between(at(1, 90, 2, 200)).in_days.latest.lower == 0
    assert time_between(at(5)).in_days.latest.limits is None


def test_there_is_no_lower_limit_where_any_wait_is_usual():
    assert time_between(at(1, 90, 2, 200)).lower is None


def test_a_long_wait_is_better_where_fewer_events_are():
    waits = [9, 11] * 8
    assert time_between(at(*waits, 400), better="lower").chart.variation == "improving"
    assert time_between(at(*waits, 400), better="higher").chart.variation == "concerning"
    assert time_between(at(*waits, 400)).causes[-1].side == "high"


def test_the_wait_that_is_not_over_is_no_point_but_can_be_a_signal():
    chart = time_between(at(9, 11, 9, 11, 9, 11))
    last = chart.events[-1]
    assert chart.days_since_last(last + timedelta(days=12)) == 12
    assert not chart.already_longer_than_usual(last + timedelta(days=12))
    assert chart.already_longer_than_usual(last + timedelta(days=30))
    assert len(chart.days) == 6


def test_events_may_come_in_any_order_and_two_on_one_day():
    chart = time_between([date(2024, 3, 1), date(2024, 1, 1), date(2024, 3, 1)])
    assert chart.days == (60, 0)


def test_one_event_has_no_time_between():
    with pytest.raises(ValueError, match="at least two events"):
        time_between([date(2024, 1, 1)])


def test_events_at_random_are_seldom_outside():
    """Of 20,000 waits drawn at random under one in a hundred is a signal; untransformed it would be one in fifty."""
    dice = Random(3)
    waits = [round(dice.expovariate(1 / 90)) for _ in range(20_000)]
    outside = [cause for cause in time_between(at(*waits)).causes if cause and cause.label == "outside"]
    plain = [cause for cause in xmr(waits).causes if cause and cause.label == "outside"]
    assert len(outside) < 200 < 300 < len(plain)
