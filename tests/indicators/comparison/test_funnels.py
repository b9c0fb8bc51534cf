"""Funnels against the figures that England's public health statisticians test theirs with, and against the limits of
the areas' own figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kinfold.indicators.comparison.funnels import Area, Funnel, funnel
from kinfold.indicators.comparison.intervals import share

PUBLISHED = Funnel("share", 80.642448, 100)


@pytest.mark.parametrize(
    ("size", "lower", "upper", "far_lower", "far_upper"),
    [
        (1, 3.204264, 100, 0, 100),
        (4, 41.923356, 100, 19.594903, 100),
        (18, 62.390093, 98.894803, 51.864359, 100),
        (50, 69.691035, 91.593861, 63.375595, 97.909301),
        (1_008, 78.203374, 83.081521, 76.796814, 84.488082),
        (110_000, 80.408963, 80.875933, 80.274317, 81.010578),
    ],
)
def test_limits_of_shares_are_those_published(size, lower, upper, far_lower, far_upper):
    """PHStatsMethods, testdata_funnel_prop_outputs.csv (Department of Health and Social Care)."""
    found = PUBLISHED.at(size)
    assert (found.lower, found.upper) == pytest.approx((lower, upper), abs=1e-5)
    assert (found.far_lower, found.far_upper) == pytest.approx((far_lower, far_upper), abs=1e-5)


@given(st.integers(20, 500), st.data())
def test_an_area_is_outside_exactly_where_its_own_limits_exclude_the_average(size, data):
    cases = data.draw(st.integers(0, size))
    average = data.draw(st.floats(5, 95))
    position = Funnel("share", average, 100).position(Area("Fratton", cases, size))
    assert (position == "inside") == share(cases, size).holds(average)
    assert (position in ("far_below", "far_above")) == (not share(cases, size, confidence=0.998).holds(average))


@pytest.mark.parametrize("expected", [0.5, 2, 3.6, 3.8, 7.3, 12, 55.5, 180])
def test_a_rate_is_outside_exactly_where_its_exact_limits_exclude_the_average(expected):
    found = Funnel("rate", expected / 1_000 * 10_000, 10_000)
    positions = set()
    for events in range(260):
        below = stats.chi2.ppf(0.975, 2 * events + 2) / 2 < expected
        above = events > 0 and stats.chi2.ppf(0.025, 2 * events) / 2 > expected
        position = found.position(Area("Fratton", events, 1_000))
        assert position.endswith("below" if below else "above" if above else "inside"), events
        positions.add(position)
    assert {"inside", "above", "far_above"} <= positions


def test_the_average_is_of_all_areas_together():
    areas = [Area("Fratton", 10, 100), Area("Baffins", 30, 100), Area("Copnor", 100, 800)]
    found = funnel(areas, kind="share")
    assert found.average == 14
    assert [found.position(area) for area in areas] == ["inside", "far_above", "inside"]


def test_a_small_area_has_wide_limits_and_none_below_nought():
    found = Funnel("rate", 50, 10_000)
    small, large = found.at(500), found.at(50_000)
    assert (small.lower, small.far_lower) == (0, 0)
    assert small.far_upper > small.upper > large.far_upper > large.upper > 50 > large.lower > large.far_lower > 0


def test_where_nothing_happened_anywhere_nobody_is_outside():
    areas = [Area(name, 0, 100) for name in ("Fratton", "Baffins", "Copnor")]
    for found in (funnel(areas, kind="rate", per=10_000), funnel(areas, kind="share")):
        assert {found.position(area) for area in areas} == {"inside"}


@pytest.mark.parametrize(
    ("areas", "words"),
    [
        ([Area("Fratton", 1, 10)] * 2, "at least 3 areas"),
        ([Area("Fratton", 1, 10)] * 2 + [Area("Copnor", 0, 0)], "Copnor: 0 of 0 is no share"),
        ([Area("Fratton", 1, 10)] * 2 + [Area("Copnor", 11, 10)], "Copnor: 11 of 10 is no share"),
    ],
)
def test_what_makes_no_funnel_is_refused(areas, words):
    with pytest.raises(ValueError, match=words):
        funnel(areas, kind="share")
    with pytest.raises(ValueError, match="percentage"):
        funnel([Area("Fratton", 1, 10)] * 3, kind="share", per=1_000)
    with pytest.raises(ValueError, match="needs people"):
        PUBLISHED.at(0)
