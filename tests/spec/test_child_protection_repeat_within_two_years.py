"""Child protection plans that began within two years of an earlier one (annual report's dataset AR.14)."""

from kinfold.indicators.catalogue.protection import repeat_plans as indicator


def test_on_the_second_anniversary_of_its_end_the_earlier_plan_no_longer_counts(protection_plans, share, behind):
    protection_plans("""
        plan_id | person_id | started_on | ended_on            | other_authority
        --------+-----------+------------+---------------------+----------------
              1 | Ann       | 2021-01-01 | 2022-05-08T17:00:00 | N
              2 | Ann       | 2024-05-07 |                     | N
              3 | Ben       | 2021-01-01 | 2022-05-07T09:00:00 | N
              4 | Ben       | 2024-05-07 |                     | N
              5 | Cal       | 2024-05-07 | 2024-06-07          | N
              6 | Dee       | 2023-01-01 | 2023-06-01          | N
              7 | Dee       | 2024-05-07 |                     | Y
    """)
    assert share(indicator) == (1, 3)
    assert behind(indicator) == ["2"]


def test_plans_of_another_council_are_looked_past_and_a_plan_still_open_has_not_ended(protection_plans, behind):
    protection_plans("""
        plan_id | person_id | started_on | ended_on   | other_authority
        --------+-----------+------------+------------+----------------
              1 | Ann       | 2023-01-01 | 2023-06-01 | Y
              2 | Ann       | 2024-05-07 |            | N
              3 | Ben       | 2023-01-01 | 2023-06-01 |
              4 | Ben       | 2023-09-01 |            | Y
              5 | Ben       | 2024-05-07 |            | N
              6 | Cal       | 2024-01-01 |            | N
              7 | Cal       | 2024-05-07 |            | N
    """)
    assert behind(indicator) == ["5"]


def test_a_plan_that_ends_and_another_that_begins_on_one_day_are_two(protection_plans, share, behind):
    protection_plans("""
        plan_id | person_id | started_on | ended_on
        --------+-----------+------------+-----------
              1 | Ann       | 2024-04-01 | 2024-05-07
              2 | Ann       | 2024-05-07 | 2024-05-07
              3 | Ann       | 2024-05-07 |
    """)
    assert share(indicator) == (2, 3)
    assert behind(indicator) == ["2", "3"]
