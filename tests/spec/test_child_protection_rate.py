"""Children with a child protection plan, per 10,000 (Safeguarding Strategy 1.5, annual report's dataset AR.7)."""

import pytest

from kinfold.indicators.catalogue.social_care import protection_rate as indicator

PLANS = """
    plan_id | person_id | started_on | ended_on   | other_authority | ward    | born_on
    --------+-----------+------------+------------+-----------------+---------+-----------
          1 | Ann       | 2024-06-30 |            | N               | Fratton | 2023-01-01
          2 | Ben       | 2024-01-01 | 2024-06-30 | N               | Fratton | 2023-01-01
          3 | Cal       | 2024-01-01 | 2024-07-01 |                 | Nelson  | 2014-01-01
          4 | Dee       | 2024-01-01 |            | Y               | Nelson  | 2014-01-01
"""
WARDS = """
    area       | age_from | age_to | year | population
    -----------+----------+--------+------+-----------
    Portsmouth | 0        | 4      | 2023 | 5000
    Portsmouth | 5        | 9      | 2023 | 5000
    Portsmouth | 10       | 14     | 2023 | 6000
    Portsmouth | 15       | 17     | 2023 | 4000
    Portsmouth | 0        | 17     | 2024 | 19000
    Fratton    | 0        | 17     | 2023 | 1000
"""
OF_ONE_BAND = """
    area            | age_from | age_to | year | population
    ----------------+----------+--------+------+-----------
    Charles Dickens | 0        | 17     | 2023 | 5000
    Fratton         | 0        | 17     | 2023 | 1000
    Paulsgrove      | 0        | 17     | 2023 | 3000
    St Thomas       | 0        | 17     | 2023 | 1000
    Nelson          | 0        | 17     | 2023 | 1000
"""


def test_plans_of_this_council_open_at_the_close_of_the_last_day_count(protection_plans, population, share, behind):
    protection_plans(PLANS)
    population(WARDS)
    assert behind(indicator) == ["Ann", "Cal"]
    assert share(indicator) == (2, 19000)


def test_the_population_is_the_latest_estimate_of_the_middle_of_a_year_then_over(protection_plans, population, share):
    protection_plans(PLANS)
    population(WARDS)
    assert share(indicator, "2023-24-Q4") == (2, 20000)  # four narrower bands together
    assert share(indicator, "2024-25-Q1") == (2, 19000)


def test_each_group_is_divided_by_its_own_population(protection_plans, population, groups, figures):
    protection_plans(PLANS)
    population(WARDS)
    assert groups(indicator, "ward") == {"Fratton": pytest.approx(10)}
    assert groups(indicator, "age_band") == {"0-4": pytest.approx(2), "10-14": pytest.approx(10_000 / 6000)}
    [nelson] = [figure for figure in figures(indicator, by="ward") if figure.group == "Nelson"]
    assert nelson.status == "not_covered"  # nobody has said how many children live there


def test_a_band_of_wards_is_divided_by_all_who_live_in_them(protection_plans, population, groups, figures):
    protection_plans(PLANS)
    population(OF_ONE_BAND)
    assert groups(indicator, "deprivation") == {"40% or more": pytest.approx(1)}
    [middle] = [figure for figure in figures(indicator, by="deprivation") if figure.group == "30% to 39%"]
    assert middle.status == "not_covered"  # of three of its wards nobody has said how many children live there
