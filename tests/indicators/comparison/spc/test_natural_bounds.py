"""No limit is drawn where no figure can be; the rules keep the limits as they were worked out."""

import pytest

from kinfold.indicators.comparison.spc import bounds_of, xmr


@pytest.mark.parametrize("kind", ["count", "rate", "days"])
def test_a_lower_limit_is_drawn_at_nought_at_the_lowest(kind):
    limits = xmr([1, 9, 1, 9]).latest.limits
    lower, upper = bounds_of(kind).drawn(limits)
    assert limits.lower < 0
    assert (lower, upper) == (0.0, float(limits.upper))


def test_a_percentage_ends_at_100_and_a_score_at_10():
    limits = xmr([90, 99, 90, 99]).latest.limits
    assert bounds_of("share").drawn(limits) == (float(limits.lower), 100.0)
    assert bounds_of("score").drawn(xmr([9, 10, 9, 10]).latest.limits)[1] == 10.0


def test_limits_that_are_possible_are_drawn_as_they_are():
    limits = xmr([50, 52, 51, 50]).latest.limits
    assert bounds_of("share").drawn(limits) == (float(limits.lower), float(limits.upper))
