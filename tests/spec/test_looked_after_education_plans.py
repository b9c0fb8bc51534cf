"""Looked after children with a Personal Education Plan (Young People at Risk YP.3)."""

from kinfold.indicators.catalogue.care import education_plans as indicator

EPISODES = """
    episode_id | person_id | started_on | born_on
    -----------+-----------+------------+-----------
             1 | Ann       | 2024-01-01 | 2021-06-30
             2 | Ben       | 2024-01-01 | 2021-07-01
             3 | Cal       | 2024-01-01 | 2006-06-30
             4 | Dee       | 2024-01-01 | 2006-07-01
             5 | Eve       | 2024-01-01 | 2010-01-01
             6 | Fay       | 2024-01-01 |
"""


def test_children_from_their_third_to_the_eve_of_their_eighteenth_birthday_should_have_one(
    looked_after_episodes, education_plans, share, behind
):
    looked_after_episodes(EPISODES)
    education_plans("""
        plan_id | person_id | started_on | ended_on
        --------+-----------+------------+-----------
              1 | Ann       | 2024-06-30 |
              2 | Ben       | 2024-06-30 |
              3 | Cal       | 2024-01-01 |
              4 | Dee       | 2024-01-01 | 2024-06-30
              5 | Eve       | 2024-01-01 | 2024-03-31
              6 | Eve       | 2024-04-01 | 2024-07-01
              7 | Eve       | 2024-04-01 |
              8 | Fay       | 2024-01-01 |
    """)
    assert share(indicator) == (2, 3)
    assert behind(indicator) == ["Ann", "Eve"]


def test_without_the_table_of_education_plans_nothing_can_be_said(drawn, looked_after_episodes, statuses_of):
    looked_after_episodes(EPISODES)
    drawn.without = {"education_plans"}
    assert statuses_of(indicator) == ["not_covered"]
