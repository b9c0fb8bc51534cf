"""Mean and limits, worked by hand, and where a baseline begins."""

from datetime import date
from fractions import Fraction

import pytest

from kinfold.indicators.comparison.spc import Rebasing, xmr
from kinfold.indicators.comparison.spc.baselines import average_moving_range

MONTHS = [date(2024, month, 1) for month in range(1, 13)]
NEW_TEAM = Rebasing(on=date(2024, 7, 1), reason="One team took over from three", by="Early Help Board, 3 July 2024")


def test_limits_are_266_average_moving_ranges_from_the_mean():
    """10, 12, 11, 15: mean 12; moving ranges 2, 1, 4, average 7/3; limits 12 - 6.2067 and 12 + 6.2067."""
    latest = xmr([10, 12, 11, 15]).latest
    assert latest.mean == 12
    assert latest.lower == 12 - Fraction("2.66") * Fraction(7, 3)
    assert latest.upper == 12 + Fraction("2.66") * Fraction(7, 3)
    assert latest.limits.near_upper - latest.mean == (latest.upper - latest.mean) * 2 / 3


def test_a_huge_moving_range_is_left_out_of_the_average_once():
    """Nine ranges of 1 and one of 11: average 2, so from 6.534 on they are left out, and the average is 1."""
    assert average_moving_range([Fraction(1)] * 9 + [Fraction(11)]) == 1


def test_a_range_of_exactly_3267_averages_is_left_out():
    ranges = [Fraction(0)] * 2 + [Fraction("3.267"), Fraction("0.733")]
    assert sum(ranges) / 4 == 1
    assert average_moving_range(ranges) == Fraction("0.733") / 3
    just_under = [Fraction(0)] * 2 + [Fraction("3.266"), Fraction("0.734")]
    assert average_moving_range(just_under) == 1


def test_screening_is_done_once_however_large_the_rest_are():
    """Of 1 x 18, 8 and 60 the average is 4.3; 60 goes; of the rest 8 is over 3.267 averages and stays."""
    assert average_moving_range([Fraction(1)] * 18 + [Fraction(8), Fraction(60)]) == Fraction(26, 19)


def test_the_values_beside_a_screened_range_stay_in_the_mean():
    values = [5, 6] * 10 + [60]
    assert xmr(values).latest.mean == Fraction(170, 21)


def test_equal_values_have_limits_at_the_mean_and_no_special_cause():
    chart = xmr([0.1] * 30)
    assert (chart.latest.mean, chart.latest.lower, chart.latest.upper) == (Fraction(1, 10),) * 3
    assert not any(chart.special)
    assert chart.variation == "common_cause"


def test_limits_are_trial_limits_under_12_points():
    assert xmr(list(range(11))).trial
    assert not xmr(list(range(12))).trial


def test_a_gap_is_no_point_and_no_range_is_taken_across_it():
    chart = xmr([1, 2, None, 30, 31])
    assert chart.latest.points == 4
    assert chart.latest.mean == 16
    assert chart.latest.upper == 16 + Fraction("2.66")
    assert xmr([*range(11), None]).trial


def test_one_value_has_a_mean_and_no_limits():
    chart = xmr([7])
    assert (chart.latest.mean, chart.latest.limits, chart.variation, chart.special) == (7, None, None, (False,))
    assert xmr([7, None, 9]).latest.limits is None


def test_a_series_of_gaps_has_nothing():
    chart = xmr([None, None])
    assert (chart.latest.mean, chart.latest.limits, chart.special) == (None, None, (False, False))


def test_fixed_limits_rest_on_the_first_points_and_are_carried_forward():
    chart = xmr([1, 2, 1, None, 2, 50], fix_after=4)
    assert (chart.latest.mean, chart.latest.points) == (Fraction(3, 2), 4)
    assert chart.latest.upper == Fraction(3, 2) + Fraction("2.66")
    assert chart.special == (False,) * 5 + (True,)


def test_fixed_limits_of_more_points_than_there_are_rest_on_all():
    assert xmr([1, 2, 3], fix_after=10).latest == xmr([1, 2, 3]).latest


def test_one_point_is_too_few_to_fix_limits_on():
    with pytest.raises(ValueError, match="2 points or more"):
        xmr([1, 2, 3], fix_after=1)


def test_a_new_baseline_begins_only_where_somebody_decided_so():
    values = [1, 2, 1, 2, 1, 2, 21, 22, 21, 22, 21, 22]
    assert len(xmr(values, dates=MONTHS).baselines) == 1
    before, after = xmr(values, dates=MONTHS, rebasings=[NEW_TEAM]).baselines
    assert (before.start, before.end, before.mean, before.rebasing) == (0, 6, Fraction(3, 2), None)
    assert (after.start, after.end, after.mean, after.rebasing) == (6, 12, Fraction(43, 2), NEW_TEAM)
    assert after.upper == Fraction(43, 2) + Fraction("2.66"), "the step itself is in neither average"


def test_a_decision_between_two_periods_counts_from_the_next():
    mid_june = Rebasing(on=date(2024, 6, 15), reason="A new form", by="MASH board")
    assert [one.start for one in xmr([1] * 12, dates=MONTHS, rebasings=[mid_june]).baselines] == [0, 6]


@pytest.mark.parametrize("on", [date(2024, 1, 1), date(2023, 5, 1), date(2025, 1, 1)])
def test_a_decision_that_leaves_no_period_on_one_side_is_refused(on):
    with pytest.raises(ValueError, match="no period on one side"):
        xmr([1] * 12, dates=MONTHS, rebasings=[Rebasing(on=on, reason="A new form", by="MASH board")])


def test_two_decisions_for_one_period_are_refused():
    with pytest.raises(ValueError, match="Two new baselines begin with the period of 2024-07-01"):
        xmr([1] * 12, dates=MONTHS, rebasings=[NEW_TEAM, NEW_TEAM])


def test_a_new_baseline_needs_dates_in_order():
    with pytest.raises(ValueError, match="needs the date of every period"):
        xmr([1] * 12, rebasings=[NEW_TEAM])
    with pytest.raises(ValueError, match="in order"):
        xmr([1] * 12, dates=MONTHS[::-1], rebasings=[NEW_TEAM])


@pytest.mark.parametrize("missing", [{"reason": " "}, {"by": ""}])
def test_a_new_baseline_needs_its_reason_and_who_decided(missing):
    with pytest.raises(ValueError, match="its reason and who decided"):
        Rebasing(**{"on": date(2024, 7, 1), "reason": "One team", "by": "The board"} | missing)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(ValueError, match="not a number that can be compared"):
        xmr([1, value, 2])
    with pytest.raises(ValueError, match="at least one period"):
        xmr([])
