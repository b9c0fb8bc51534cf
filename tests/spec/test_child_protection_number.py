"""Number of children with a child protection plan."""

from kinfold.indicators.catalogue.social_care import protection_number as indicator


def test_an_unborn_child_with_a_plan_is_counted(protection_plans, count, groups):
    protection_plans("""
        plan_id | person_id | started_on | born_on    | expected_on
        --------+-----------+------------+------------+------------
              1 | Ann       | 2024-05-01 |            | 2024-08-01
              2 | Ben       | 2024-05-01 | 2024-07-02 |
              3 | Cal       | 2024-05-01 | 2010-07-02 |
    """)
    assert count(indicator) == 3
    assert groups(indicator, "age_band") == {"unborn": 2, "10-14": 1}


def test_a_plan_for_another_council_s_child_is_not_counted(protection_plans, count):
    protection_plans("""
        plan_id | person_id | started_on | other_authority
        --------+-----------+------------+----------------
              1 | Ann       | 2024-05-01 | Y
    """)
    assert count(indicator) == 0
