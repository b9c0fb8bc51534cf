"""Children in need, with a plan, per 10,000 (Safeguarding Strategy 1.4, annual report's dataset AR.6)."""

import pytest

from kinfold.indicators.catalogue.social_care import in_need_number as number
from kinfold.indicators.catalogue.social_care import in_need_rate as indicator

CITY = """
    area       | age_from | age_to | year | population
    -----------+----------+--------+------+-----------
    Portsmouth | 0        | 17     | 2023 | 20000
"""


def test_a_child_on_a_protection_plan_or_looked_after_at_that_moment_is_left_out(
    child_in_need_plans, protection_plans, looked_after_episodes, population, share, behind
):
    child_in_need_plans("""
        plan_id | person_id | started_on | ended_on
        --------+-----------+------------+---------
              1 | Ann       | 2024-01-01 |
              2 | Ben       | 2024-01-01 |
              3 | Cal       | 2024-01-01 |
              4 | Dee       | 2024-01-01 |
    """)
    protection_plans("""
        plan_id | person_id | started_on | ended_on
        --------+-----------+------------+-----------
              1 | Ben       | 2024-02-01 |
              2 | Dee       | 2024-02-01 | 2024-06-30
    """)
    looked_after_episodes("""
        episode_id | person_id | started_on | ceased_on
        -----------+-----------+------------+----------
                 1 | Cal       | 2024-06-30 |
    """)
    population(CITY)
    assert share(indicator) == (2, 20000)
    assert behind(indicator) == ["Ann", "Dee"]


def test_the_rate_is_per_10_000(child_in_need_plans, population, count):
    child_in_need_plans("""
        plan_id | person_id | started_on
        --------+-----------+-----------
              1 | Ann       | 2024-01-01
              2 | Ben       | 2024-01-01
              3 | Cal       | 2024-01-01
    """)
    population(CITY)
    assert count(indicator) == pytest.approx(1.5)


def test_non_additive_stock_a_quarter_is_its_last_day_and_not_the_sum_of_its_days(
    child_in_need_plans, population, share
):
    child_in_need_plans("""
        plan_id | person_id | started_on | ended_on
        --------+-----------+------------+-----------
              1 | Ann       | 2024-04-10 | 2024-05-10
              2 | Ben       | 2024-04-10 | 2024-06-30
              3 | Cal       | 2024-06-30 | 2024-07-01
              4 | Dee       | 2024-07-01 |
    """)
    population(CITY)
    assert share(indicator) == (1, 20000)  # 3, if everyone with a plan in the quarter were added
    assert share(indicator, "2024-25-Q2") == (1, 20000)
    assert share(indicator, "2024-25-Q2-YTD") == (1, 20000)  # 2, if quarters were added


def test_distinct_double_count_two_open_plans_of_a_child_are_one_child(child_in_need_plans, population, share):
    child_in_need_plans("""
        plan_id | person_id | started_on
        --------+-----------+-----------
              1 | Ann       | 2024-01-01
              2 | Ann       | 2024-02-01
    """)
    population(CITY)
    assert share(indicator) == (1, 20000)


def test_without_a_population_there_is_no_rate_and_still_a_number(child_in_need_plans, figures):
    child_in_need_plans("""
        plan_id | person_id | started_on
        --------+-----------+-----------
              1 | Ann       | 2024-01-01
    """)
    assert [figure.status for figure in figures(indicator)] == ["not_covered"]
    assert [figure.value for figure in figures(number)] == [1]
