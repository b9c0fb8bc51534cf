"""A figure beside others': by which list of neighbours, how many of them are known, and in which quarter."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinfold.indicators.comparison.benchmarks import (
    NeighbourList,
    Quarters,
    neighbours_mean,
    neighbours_on,
    published,
    quarters,
)

PORTSMOUTH, PLYMOUTH, SOUTHAMPTON, BRISTOL = "E06000044", "E06000026", "E06000045", "E06000023"
NAMES = {PLYMOUTH: "Plymouth", SOUTHAMPTON: "Southampton", BRISTOL: "Bristol"}
OLD = NeighbourList(PORTSMOUTH, (PLYMOUTH, BRISTOL), NAMES, date(2014, 1, 1), date(2021, 1, 1), "List of 2014")
NEW = NeighbourList(PORTSMOUTH, (SOUTHAMPTON, PLYMOUTH, BRISTOL), NAMES, date(2021, 1, 1), None, "List of 2021")


def test_a_period_has_the_neighbours_of_its_own_time():
    assert neighbours_on([OLD, NEW], PORTSMOUTH, date(2020, 12, 31)) is OLD
    assert neighbours_on([OLD, NEW], PORTSMOUTH, date(2021, 1, 1)) is NEW
    assert neighbours_on([OLD, NEW], PORTSMOUTH, date(2013, 1, 1)) is None
    assert neighbours_on([OLD, NEW], BRISTOL, date(2021, 1, 1)) is None


def test_each_neighbour_counts_once_and_an_unknown_one_not_at_all():
    found = neighbours_mean(NEW, {SOUTHAMPTON: 60.0, PLYMOUTH: 70.0, BRISTOL: None, PORTSMOUTH: 1.0})
    assert (found.comparator, found.value, found.known, found.asked) == ("neighbours", 65, 2, 3)
    assert found.source == "List of 2021"
    assert neighbours_mean(NEW, {}).value is None


def test_englands_and_the_regions_figure_is_as_published():
    assert published("england", 43.1, "Children in need 2024").value == 43.1
    assert published("region", None, "Children in need 2024").known == 0


@given(st.lists(st.floats(0, 1000), min_size=8, max_size=160))
def test_quarters_are_another_librarys_percentiles(figures):
    found = quarters([*figures, None])
    assert (found.first, found.median, found.third) == pytest.approx(tuple(np.percentile(figures, [25, 50, 75])))
    assert found.areas == len(figures)


def test_fewer_than_eight_areas_have_no_quarters():
    assert quarters([1.0] * 7 + [None] * 10) is None
    assert quarters([1.0] * 8) is not None


@pytest.mark.parametrize(
    ("value", "lower_is_better", "higher_is_better", "neither"),
    [
        (9, "best", "worst", "lowest"),
        (10, "best", "third", "lowest"),
        (15, "second", "third", "lower_middle"),
        (20, "second", "second", "lower_middle"),
        (30, "third", "best", "upper_middle"),
        (31, "worst", "best", "highest"),
    ],
)
def test_a_figure_on_a_boundary_is_in_the_better_quarter(value, lower_is_better, higher_is_better, neither):
    bands = Quarters(10, 20, 30, 150)
    assert bands.band(value, "lower") == lower_is_better
    assert bands.band(value, "higher") == higher_is_better
    assert bands.band(value, "neither") == neither
