"""Figures as indicators compute them become the part of a report that shows them."""

from kinfold.indicators.catalogue import INDICATORS, indicator
from kinfold.indicators.engine.figures import Figure
from kinfold.reports import figure, indicator_part
from kinfold.reports.assembling import unit_of

CONTACTS = indicator("mash.contacts")


def computed(period, value, by=None, group=None, key="mash.contacts", status="shown"):
    return Figure(key, period, by, group, value, None, value, status)


FIGURES = [
    computed("2023-24-Q4", 5_390),
    computed("2023-24-Q4", None, "ward", "Baffins", status="suppressed"),
    computed("2023-24-Q4", 0, "ward", "not recorded"),
    computed("2024-25-Q1", 5_710),
    computed("2024-25-Q1", 310, "ward", "Baffins"),
    computed("2024-25-Q1", 0, "ward", "not recorded"),
    computed("2024-25-Q1", 9, key="mash.children"),
]


def test_the_whole_is_the_series_and_other_indicators_are_passed_over():
    part = indicator_part(CONTACTS, FIGURES, number="1.2a")
    assert [(point.period, point.value) for point in part.points] == [("2023-24-Q4", 5_390), ("2024-25-Q1", 5_710)]
    assert (part.number, part.title, part.breakdowns) == ("1.2a", "Contacts into the MASH", ())


def test_a_breakdown_keeps_what_is_suppressed_and_drops_not_recorded_where_it_is_always_nought():
    (ward,) = indicator_part(CONTACTS, FIGURES, breakdowns=("ward",)).breakdowns
    assert ward.by == "Ward"
    assert [(group.name, [point.status for point in group.points]) for group in ward.groups] == [
        ("Baffins", ["suppressed", "shown"])
    ]


def test_a_breakdown_may_be_of_the_last_periods_alone():
    (ward,) = indicator_part(CONTACTS, FIGURES, breakdowns=("ward",), breakdown_periods=1).breakdowns
    assert ward.periods == ("2024-25-Q1",)


def test_published_figures_stand_beside_with_their_source_and_say_what_is_not_comparable():
    children = indicator("mash.children")
    part = indicator_part(children, [computed("2024-25-Q1", 9, key="mash.children")])
    by_period = {published.period: published for published in part.comparisons}
    assert by_period["2019-20 whole year"].comparable
    earlier = by_period["2018-19 whole year"]
    assert (earlier.value, earlier.comparable) == (7_676, False)
    assert "counted in another way" in earlier.why_not
    assert earlier.source


def test_ours_beside_a_published_figure_is_of_a_period_like_it_the_same_one_where_we_have_it():
    plans = indicator("child_protection.rate")
    ours = {"2018-19-Q3": 43.0, "2023-24-Q3": 47.0, "2023-24-Q4": 48.0, "2024-25-Q3": None, "2023-24": 48.0}
    beside = [
        computed(key, value, key=plans.key, status="shown" if value else "not_covered") for key, value in ours.items()
    ]
    part = indicator_part(plans, [computed("2023-24-Q4", 48.0, key=plans.key)], beside=beside)
    found = {published.period: published.ours for published in part.comparisons}
    assert (found["2018-19-Q3"].period, found["2018-19-Q3"].value) == ("2018-19-Q3", 43.0)
    assert (found["2019-20-Q3"].period, found["2019-20-Q3"].value) == ("2023-24-Q3", 47.0)


def test_a_year_stands_beside_a_year():
    beside = [computed("2024-25-Q1", 5_710), computed("2022-23", 21_000), computed("2023-24", 22_000)]
    part = indicator_part(CONTACTS, FIGURES, beside=beside)
    assert {(one.ours.period, one.ours.value) for one in part.comparisons} == {("2023-24 whole year", 22_000)}


def test_a_group_without_records_is_dropped_where_nothing_is_known_of_it():
    figures = [*FIGURES, computed("2024-25-Q1", None, "ward", "not recorded", status="not_covered")]
    figures = [one for one in figures if (one.group, one.value) != ("not recorded", 0)]
    (ward,) = indicator_part(CONTACTS, figures, breakdowns=("ward",)).breakdowns
    assert [group.name for group in ward.groups] == ["Baffins"]


def test_every_indicator_of_the_catalogue_has_a_unit_that_prints():
    for one in INDICATORS:
        assert figure(12.34, unit_of(one))
