"""Thousands of random series, with ties, gaps, trends and steps, judged by the product and by the oracle alike."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinfold.indicators.comparison.spc import Rebasing, xmr
from tests.indicators.comparison.spc.oracle import judged

TENTHS = st.integers(-30, 30).map(lambda number: number / 10)
COUNTS = st.integers(0, 6)
GAPPY = st.lists(st.one_of(COUNTS, COUNTS, COUNTS, st.none()), min_size=1, max_size=40)
ANY = st.lists(st.floats(-1e6, 1e6, allow_nan=False), min_size=1, max_size=30)


def walk(seed):
    """A series that drifts, steps and stops, so that every rule is met."""
    dice = Random(seed)
    level, values = 50, []
    for _ in range(dice.randint(7, 60)):
        level += dice.choice((0, 0, 0, 1, 1, -1)) * dice.randint(0, 4) + (20 if dice.random() < 0.02 else 0)
        values.append(None if dice.random() < 0.04 else level + dice.randint(-3, 3) / 2)
    return values


def agree(values, fix_after=None, starts=(0,)):
    days = [date(2020, 1, 1) + timedelta(days=n) for n in range(len(values))]
    rebasings = [Rebasing(on=days[start], reason="A new front door", by="The board") for start in starts[1:]]
    chart = xmr(values, dates=days, rebasings=rebasings, fix_after=fix_after)
    limits, labels = judged(values, fix_after, starts)
    assert [(one.mean, one.lower, one.upper, one.points) for one in chart.baselines] == limits
    assert [cause and cause.label for cause in chart.causes] == labels
    return labels


@settings(max_examples=1500, deadline=None)
@given(st.one_of(GAPPY, st.lists(TENTHS, min_size=1, max_size=40), ANY), st.one_of(st.none(), st.integers(2, 15)))
def test_limits_and_labels_are_the_oracles(values, fix_after):
    agree(values, fix_after)


@settings(max_examples=500, deadline=None)
@given(st.data(), st.lists(st.one_of(COUNTS, st.none()), min_size=4, max_size=40))
def test_each_baseline_is_judged_alone(data, values):
    cuts = data.draw(st.sets(st.integers(1, len(values) - 1), max_size=3))
    agree(values, data.draw(st.one_of(st.none(), st.integers(2, 8))), (0, *sorted(cuts)))


@pytest.mark.parametrize("hundred", range(20))
def test_drifting_series_meet_every_rule_and_agree(hundred):
    met = Counter(label for seed in range(100) for label in agree(walk(100 * hundred + seed)))
    assert {"outside", "trend", "two_of_three", "shift", None} <= set(met)
