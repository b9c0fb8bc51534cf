"""The variation mark speaks of the latest point only, the assurance mark of the latest limits."""

from datetime import date

import pytest

from kinfold.indicators.comparison.spc import Rebasing, xmr

STEADY = [10, 12] * 8
RISING_BELOW_THE_MEAN = [10, 40] * 5 + [2, 3, 4, 5, 6, 7, 8]


def variation(values, better):
    return xmr(values, better=better).variation


def test_an_earlier_signal_is_not_the_latest_points():
    chart = xmr([40, -18, *STEADY], better="lower")
    assert chart.special == (True, True) + (False,) * 16
    assert chart.variation == "common_cause"


@pytest.mark.parametrize(
    ("latest", "better", "mark"),
    [
        (40, "higher", "improving"),
        (40, "lower", "concerning"),
        (40, "neither", "neither_high"),
        (-40, "higher", "concerning"),
        (-40, "lower", "improving"),
        (-40, "neither", "neither_low"),
    ],
)
def test_a_special_cause_is_better_or_worse_by_its_side(latest, better, mark):
    assert variation([*STEADY, latest], better) == mark


def test_a_trend_is_better_or_worse_by_its_direction_not_by_the_side_of_the_mean():
    chart = xmr(RISING_BELOW_THE_MEAN, better="higher")
    assert chart.causes[-1].label == "trend"
    assert chart.latest.mean > RISING_BELOW_THE_MEAN[-1]
    assert chart.variation == "improving"
    assert variation(RISING_BELOW_THE_MEAN, "lower") == "concerning"


def test_nothing_is_said_of_a_latest_period_that_is_missing():
    assert variation([*STEADY, 40, None], "lower") is None


def assurance(target, better="higher", values=STEADY):
    """Mean 11, average moving range 2: limits 5.68 and 16.32."""
    return xmr(values, better=better, target=target).assurance


@pytest.mark.parametrize(
    ("target", "higher_is_better", "lower_is_better"),
    [
        (5.67, "passing", "failing"),
        (5.68, "inconsistent", "inconsistent"),
        (11, "inconsistent", "inconsistent"),
        (16.32, "inconsistent", "inconsistent"),
        (16.33, "failing", "passing"),
    ],
)
def test_a_target_beyond_the_limits_is_passed_or_failed_consistently(target, higher_is_better, lower_is_better):
    assert assurance(target, "higher") == higher_is_better
    assert assurance(target, "lower") == lower_is_better


def test_there_is_no_assurance_without_target_direction_or_limits():
    assert assurance(None) is None
    assert assurance(3, better="neither") is None
    assert assurance(3, values=[10]) is None


def test_assurance_is_of_the_latest_baseline():
    days = [date(2024, 1, day) for day in range(1, 25)]
    values = [*STEADY, *[110, 112] * 4]
    since = Rebasing(on=days[16], reason="Counted in another way", by="Monitoring, Evaluation and Scrutiny")
    chart = xmr(values, dates=days, rebasings=[since], better="higher", target=50)
    assert chart.assurance == "passing"
    assert chart.trial, "eight points since the new baseline"
