"""Looked after children who had three placements or more in the year (Children’s Trust Plan 5.3)."""

from kinfold.indicators.catalogue.care import many_placements as indicator

EPISODES = """
    episode_id | person_id | started_on | ceased_on
    -----------+-----------+------------+-----------
             1 | Ann       | 2023-01-01 |
             2 | Ben       | 2023-01-01 |
             3 | Cal       | 2023-01-01 |
             4 | Dee       | 2023-01-01 | 2024-06-30
"""


def test_placements_in_force_on_any_day_of_the_twelve_months_count_those_that_ended_before_do_not(
    looked_after_episodes, placements, share, behind
):
    looked_after_episodes(EPISODES)
    placements("""
        placement_id | person_id | kind | started_on | ended_on
        -------------+-----------+------+------------+-----------
                   1 | Ann       | U1   | 2023-01-01 | 2023-07-01
                   2 | Ann       | U1   | 2023-07-01 | 2024-06-30
                   3 | Ann       | K2   | 2024-06-30 |
                   4 | Ben       | U1   | 2023-01-01 | 2023-06-30
                   5 | Ben       | U1   | 2023-06-30 | 2024-01-01
                   6 | Ben       | K2   | 2024-01-01 |
                   7 | Cal       | U1   | 2023-01-01 | 2024-01-01
                   8 | Cal       | K2   | 2024-01-01 |
                   9 | Cal       | K2   | 2024-07-01 |
                  10 | Dee       | U1   | 2023-12-01 | 2024-01-01
                  11 | Dee       | U1   | 2024-01-01 | 2024-02-01
                  12 | Dee       | U1   | 2024-02-01 | 2024-06-30
    """)
    assert share(indicator) == (1, 3)
    assert behind(indicator) == ["Ann"]


def test_holidays_and_stays_in_hospital_are_not_moves_and_an_unknown_kind_is(looked_after_episodes, placements, behind):
    looked_after_episodes(EPISODES)
    placements("""
        placement_id | person_id | kind | started_on | ended_on
        -------------+-----------+------+------------+-----------
                   1 | Ann       | U1   | 2023-01-01 | 2024-01-01
                   2 | Ann       | T1   | 2024-01-01 | 2024-01-08
                   3 | Ann       | U1   | 2024-01-08 |
                   4 | Ben       | U1   | 2023-01-01 | 2024-01-01
                   5 | Ben       |      | 2024-01-01 | 2024-01-08
                   6 | Ben       | U1   | 2024-01-08 |
    """)
    assert behind(indicator) == ["Ben"]


def test_a_child_with_two_episodes_and_no_placement_recorded_is_one_child_in_the_denominator(
    looked_after_episodes, share
):
    looked_after_episodes("""
        episode_id | person_id | started_on
        -----------+-----------+-----------
                 1 | Ann       | 2023-01-01
                 2 | Ann       | 2024-01-01
    """)
    assert share(indicator) == (0, 1)
