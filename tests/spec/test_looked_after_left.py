"""Looked after children who went home, or left for relatives or friends who became special guardians (2.6, 5.2)."""

from kinfold.indicators.catalogue.care import to_relatives, went_home

EPISODES = """
    episode_id | person_id | started_on | ceased_on           | ceased_reason
    -----------+-----------+------------+---------------------+--------------
             1 | Ann       | 2024-01-01 | 2024-04-01T00:00:00 | E4A
             2 | Ben       | 2024-01-01 | 2024-06-30T23:59:59 | E4B
             3 | Cal       | 2024-01-01 | 2024-05-07          | E13
             4 | Dee       | 2024-01-01 | 2024-05-07          | E45
             5 | Eve       | 2024-01-01 | 2024-05-07          | E47
             6 | Fay       | 2024-01-01 | 2024-05-07          | E46
             7 | Gus       | 2024-01-01 | 2024-05-07          | X1
             8 | Hal       | 2024-01-01 | 2024-07-01          | E4A
             9 | Ida       | 2024-01-01 |                     |
            10 | Jo        | 2024-01-01 | 2024-05-07          |
            11 | Ann       | 2024-04-20 | 2024-06-20          | E4A
"""


def test_why_care_ended_decides_and_a_move_to_the_next_placement_is_not_leaving(looked_after_episodes, counts, behind):
    looked_after_episodes(EPISODES)
    assert counts(went_home, to_relatives) == [3, 2]
    assert behind(went_home) == ["Ann", "Ben", "Cal"]
    assert behind(to_relatives) == ["Dee", "Eve"]


def test_a_child_who_went_home_in_each_of_two_quarters_is_in_both_and_once_in_the_year(looked_after_episodes, count):
    looked_after_episodes("""
        episode_id | person_id | started_on | ceased_on  | ceased_reason
        -----------+-----------+------------+------------+--------------
                 1 | Ann       | 2024-01-01 | 2024-05-07 | E4A
                 2 | Ann       | 2024-06-01 | 2024-08-01 | E4A
    """)
    assert [count(went_home, period) for period in ("2024-25-Q1", "2024-25-Q2", "2024-25-Q2-YTD")] == [1, 1, 1]
