"""Looked after children visited within 6 weeks (annual report's dataset AR.12)."""

from kinfold.indicators.catalogue.care import visited_in_time as indicator

EPISODES = """
    episode_id | person_id | started_on | entered_care_on
    -----------+-----------+------------+----------------
             1 | Ann       | 2024-05-18 | 2024-05-18
             2 | Ben       | 2024-05-18 | 2024-05-18
             3 | Cal       | 2024-05-19 | 2024-05-19
             4 | Dee       | 2024-06-20 | 2023-01-01
             5 | Eve       | 2024-01-01 |
"""


def test_the_42nd_day_is_in_time_and_a_child_in_care_for_no_more_than_that_is_in_neither_count(
    looked_after_episodes, looked_after_visits, share, behind
):
    looked_after_episodes(EPISODES)
    looked_after_visits("""
        visit_id | person_id | visited_on
        ---------+-----------+--------------------
               1 | Ann       | 2024-05-19T09:00:00
               2 | Ben       | 2024-05-18T17:00:00
               3 | Cal       | 2024-05-20
               4 | Dee       | 2024-04-01
               5 | Dee       | 2024-06-01
    """)
    assert share(indicator) == (2, 3)
    assert behind(indicator) == ["Ann", "Dee"]


def test_it_is_the_last_visit_by_the_close_that_counts_and_none_after(
    looked_after_episodes, looked_after_visits, behind
):
    looked_after_episodes(EPISODES)
    looked_after_visits("""
        visit_id | person_id | visited_on
        ---------+-----------+--------------------
               1 | Ann       | 2024-06-30T23:59:00
               2 | Ann       | 2024-06-30T10:00:00
               3 | Ann       | 2024-08-01
               4 | Ben       | 2024-07-01T00:00:00
               5 |           | 2024-06-30
               6 | Dee       |
    """)
    assert behind(indicator) == ["Ann"]


def test_fan_out_however_many_visits_a_child_is_one(looked_after_episodes, looked_after_visits, share):
    looked_after_episodes("""
        episode_id | person_id | started_on | entered_care_on
        -----------+-----------+------------+----------------
                 1 | Ann       | 2024-01-01 | 2024-01-01
    """)
    looked_after_visits("""
        visit_id | person_id | visited_on
        ---------+-----------+-----------
               1 | Ann       | 2024-06-01
               2 | Ann       | 2024-06-01
               3 | Ann       | 2024-06-08
    """)
    assert share(indicator) == (1, 1)
