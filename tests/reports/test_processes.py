"""An indicator's points become its process, gaps and all."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kinfold.indicators.comparison.spc import Rebasing, time_between
from kinfold.indicators.comparison.targets import Target
from kinfold.reports import process_chart, process_of, waits
from tests.reports.samples import contacts, in_time, protection_plans


def test_points_without_a_value_are_gaps_and_the_direction_is_the_parts():
    target = Target(value=40, better="lower", starts_on=date(2022, 4, 1), source="The board, March 2022")
    chart = process_of(replace(protection_plans(), target=target))
    assert chart.values == tuple(point.value for point in protection_plans().points)
    assert chart.causes[6] is None
    assert (chart.better, chart.assurance) == ("lower", "failing")


def test_a_new_baseline_counts_from_the_period_that_starts_on_its_day():
    """The points begin with Q1 2022-23; the fifth is April to June 2023."""
    since = Rebasing(on=date(2023, 4, 1), reason="One front door", by="Early Help Board")
    assert [one.start for one in process_of(replace(contacts(), rebasings=(since,))).baselines] == [0, 4]
    with pytest.raises(ValueError, match="no period on one side"):
        process_of(replace(in_time(), rebasings=(since,)))


def test_what_is_worked_out_can_be_drawn():
    part = contacts()
    assert process_chart(part, process_of(part, fix_after=8)).headline.startswith("Contacts into the MASH: 5,710 in")


def test_waits_between_rare_events_are_drawn_in_days_and_named_by_month():
    days = [date(2020, 1, 6)]
    for wait in [40, 95, 61, 20, 130, 88] * 2 + [700]:
        days.append(days[-1] + timedelta(days=wait))
    between = time_between(days, better="lower")
    part = waits(between, title="Days between serious incidents", definition="From one notification to the next.")
    picture = process_chart(part, between.in_days)
    assert picture.headline == (
        "Days between serious incidents: 700.0 days in April 2024, above the usual range: better. "
        f"Usual range {between.lower:.1f} to {between.upper:.1f}."
    )
    assert picture.table.rows[0][:2] == ("February 2020", "40.0")
    assert "6 January" not in picture.svg
    narrow = process_chart(part, between.in_days, narrow=True).svg
    assert "February 2020" in narrow
    assert ">April 2024<" not in narrow, "it would run over the edge"
