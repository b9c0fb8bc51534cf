"""Each rule at its edge: exactly at a limit, exactly two thirds of the way, six points and seven."""

from fractions import Fraction

import pytest

from kinfold.indicators.comparison.spc import xmr
from kinfold.indicators.comparison.spc.baselines import Baseline, Limits
from kinfold.indicators.comparison.spc.special_causes import special_causes

LIMITS = Limits(*(Fraction(number) for number in (0, -9, 9, -6, 6)))


def labels(*values, limits=LIMITS):
    """Under a mean of 0, limits at 9 and two thirds of the way at 6."""
    numbers = [None if value is None else Fraction(value) for value in values]
    baseline = Baseline(0, len(values), len(values), limits.mean, limits)
    return [cause and f"{cause.label} {cause.side}" for cause in special_causes(numbers, [baseline])]


def test_a_point_on_a_limit_is_not_outside():
    assert labels(9) == [None]
    assert labels(-9) == [None]
    assert labels(Fraction(9001, 1000), -10) == ["outside high", "outside low"]


def test_seven_on_one_side_are_a_shift_and_six_are_not():
    assert labels(1, 2, 1, 2, 1, 2, -1) == [None] * 7
    assert labels(1, 2, 1, 2, 1, 2, 1) == ["shift high"] * 7
    assert labels(3, -1, -2, -1, -2, -1, -2, -1, -2) == [None] + ["shift low"] * 8


def test_a_point_on_the_mean_is_on_neither_side():
    assert labels(1, 2, 1, 0, 1, 2, 1) == [None] * 7
    assert labels(1, 2, 1, 2, 1, 2, 0) == [None] * 7


def test_seven_points_with_six_rises_are_a_trend_and_six_points_are_not():
    assert labels(-3, -2, -1, 0, 1, 2) == [None] * 6
    assert labels(-3, -2, -1, 0, 1, 2, 3) == ["trend high"] * 7
    assert labels(3, 2, 1, 0, -1, -2, -3, 0) == ["trend low"] * 7 + [None]


def test_two_equal_points_break_a_trend():
    assert labels(-3, -2, -1, -1, 0, 1, 2) == [None] * 7


def test_where_a_rise_turns_into_a_fall_the_turning_point_belongs_to_the_fall():
    up_and_down = [-3, -2, -1, 0, 1, 2, 3, 2, 1, 0, -1, -2, -3]
    assert labels(*up_and_down) == ["trend high"] * 6 + ["trend low"] * 7


def test_two_near_of_three_on_one_side_are_marked_and_the_third_is_not():
    assert labels(7, 1, 7) == ["two_of_three high", None, "two_of_three high"]
    assert labels(1, 7, 7) == [None, "two_of_three high", "two_of_three high"]
    assert labels(-7, -7, -1) == ["two_of_three low", "two_of_three low", None]


def test_all_three_must_be_on_one_side_of_the_mean():
    assert labels(7, -1, 7) == [None] * 3
    assert labels(7, 0, 7) == [None] * 3
    assert labels(7, 7) == [None] * 2
    assert labels(7, 7, -1, 7) == [None] * 4


def test_exactly_two_thirds_of_the_way_is_not_near_and_on_the_limit_is():
    assert labels(6, 1, 6) == [None] * 3
    assert labels(Fraction(601, 100), 1, 9) == ["two_of_three high", None, "two_of_three high"]


def test_a_point_outside_the_limits_is_none_of_the_two_near():
    assert labels(7, 1, 10) == [None, None, "outside high"]
    assert labels(7, 10, 7) == ["two_of_three high", "outside high", "two_of_three high"]


def test_one_point_has_the_first_label_that_applies():
    rise = labels(-10, -8, -7, -5, -4, -3, -2)
    assert rise == ["outside low"] + ["trend high"] * 6, "trend before two of three and shift"
    near = "two_of_three high"
    assert labels(1, 7, 7, 1, 1, 1, 1) == ["shift high", near, near, *["shift high"] * 4], "two of three before shift"


@pytest.mark.parametrize("rule", [(1, 2, 1, 2, 1, 2, 1), (-3, -2, -1, 0, 1, 2, 3)])
@pytest.mark.parametrize("place", range(1, 7))
def test_no_run_reaches_across_a_gap(rule, place):
    assert labels(*rule[:place], None, *rule[place:]) == [None] * 8


def test_two_of_three_does_not_reach_across_a_gap():
    assert labels(7, None, 7, 1) == [None] * 4


def test_no_run_reaches_into_a_new_baseline():
    values = [Fraction(1)] * 8
    halves = [Baseline(0, 4, 4, LIMITS.mean, LIMITS), Baseline(4, 8, 4, LIMITS.mean, LIMITS)]
    assert special_causes(values, halves) == (None,) * 8


def test_decimal_fractions_are_taken_as_they_are_written():
    """0.1 + 0.2 is not 0.3 in binary: the seven points would then be above their mean, and a shift."""
    assert not any(xmr([0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3]).special)
    assert not any(xmr([49.6] * 7 + [49.6]).special)
