"""Children in need who have an allocated social worker (annual report's dataset AR.9)."""

from kinfold.indicators.catalogue.social_care import with_social_worker as indicator

PLANS = """
    plan_id | person_id | started_on | ended_on
    --------+-----------+------------+---------
          1 | Ann       | 2024-01-01 |
          2 | Ben       | 2024-01-01 |
          3 | Cal       | 2024-01-01 |
          4 | Dee       | 2024-01-01 |
          5 | Eve       | 2024-01-01 |
"""


def test_the_worker_is_the_one_allocated_at_the_close_of_the_last_day(child_in_need_plans, involvements, share, behind):
    child_in_need_plans(PLANS)
    involvements("""
        involvement_id | person_id | professional_id | role                    | started_on | ended_on
        ---------------+-----------+-----------------+-------------------------+------------+-----------
                     1 | Ann       | w1              | allocated_social_worker | 2024-01-01 | 2024-06-30
                     2 | Ann       | w2              | allocated_social_worker | 2024-06-30 |
                     3 | Ben       | w1              | allocated_social_worker | 2024-01-01 | 2024-06-30
                     4 | Cal       | w1              | allocated_social_worker | 2024-01-01 | 2024-07-01
                     5 | Dee       |                 | allocated_social_worker | 2024-01-01 |
                     6 | Eve       | w1              | lead_professional       | 2024-01-01 |
                     7 | Eve       | w1              | allocated_social_worker | 2024-07-01 |
    """)
    assert share(indicator) == (2, 5)
    assert behind(indicator) == ["Ann", "Cal"]


def test_fan_out_two_workers_and_two_plans_of_a_child_are_one_child(child_in_need_plans, involvements, share):
    child_in_need_plans("""
        plan_id | person_id | started_on
        --------+-----------+-----------
              1 | Ann       | 2024-01-01
              2 | Ann       | 2024-02-01
    """)
    involvements("""
        involvement_id | person_id | professional_id | role                    | started_on
        ---------------+-----------+-----------------+-------------------------+-----------
                     1 | Ann       | w1              | allocated_social_worker | 2024-01-01
                     2 | Ann       | w2              | allocated_social_worker | 2024-01-01
    """)
    assert share(indicator) == (1, 1)


def test_a_child_on_a_protection_plan_or_looked_after_is_in_neither_count(
    child_in_need_plans, protection_plans, looked_after_episodes, share
):
    child_in_need_plans(PLANS)
    protection_plans("""
        plan_id | person_id | started_on
        --------+-----------+-----------
              1 | Ann       | 2024-06-30
    """)
    looked_after_episodes("""
        episode_id | person_id | started_on
        -----------+-----------+-----------
                 1 | Ben       | 2024-06-30
    """)
    assert share(indicator) == (0, 3)


def test_without_the_table_of_involvements_nothing_can_be_said(drawn, child_in_need_plans, statuses_of):
    child_in_need_plans(PLANS)
    drawn.without = {"involvements"}
    assert statuses_of(indicator) == ["not_covered"]
