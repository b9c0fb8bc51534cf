"""An indicator's points become its process, gaps and all."""

from datetime import date

import pytest

from kinfold.indicators.comparison.spc import Rebasing
from kinfold.reports import process_chart, process_of
from tests.reports.samples import contacts, in_time, protection_plans


def test_points_without_a_value_are_gaps_and_the_direction_is_the_parts():
    chart = process_of(protection_plans(), target=40)
    assert chart.values == tuple(point.value for point in protection_plans().points)
    assert chart.causes[6] is None
    assert (chart.better, chart.assurance) == ("lower", "failing")


def test_a_new_baseline_counts_from_the_period_that_starts_on_its_day():
    """The points begin with Q1 2022-23; the fifth is April to June 2023."""
    since = Rebasing(on=date(2023, 4, 1), reason="One front door", by="Early Help Board")
    assert [one.start for one in process_of(contacts(), rebasings=[since]).baselines] == [0, 4]
    with pytest.raises(ValueError, match="no period on one side"):
        process_of(in_time(), rebasings=[since])


def test_what_is_worked_out_can_be_drawn():
    part = contacts()
    assert process_chart(part, process_of(part, fix_after=8)).headline.startswith("Contacts into the MASH: 5,710 in")
