"""Children open to family support or early help (Children’s Trust Plan 2.3)."""

from kinfold.indicators.catalogue.early_help import open_to_early_help as indicator

EPISODES = """
    episode_id | person_id | started_on          | ended_on            | tier | ward
    -----------+-----------+---------------------+---------------------+------+--------
             1 | Ann       | 2024-06-30T23:59:00 |                     | 3    | Fratton
             2 | Ben       | 2024-01-01          | 2024-06-30T09:00:00 | 2    | Fratton
             3 | Cal       | 2024-01-01          | 2024-07-01T00:00:00 | 2    | Nelson
             4 | Dee       | 2024-07-01          |                     | 3    | Nelson
             5 | Eve       | 2024-01-01          |                     | 2    | Nelson
             6 | Eve       | 2024-03-01          |                     | 3    | Nelson
"""


def test_children_open_at_the_close_of_the_last_day_count_and_each_once(early_help_episodes, count, behind):
    early_help_episodes(EPISODES)
    assert count(indicator) == 3
    assert behind(indicator) == ["Ann", "Cal", "Eve"]


def test_a_child_open_at_two_tiers_is_in_both_groups_and_once_in_the_whole(early_help_episodes, groups):
    early_help_episodes(EPISODES)
    assert groups(indicator, "tier") == {"2": 2, "3": 2}
    assert groups(indicator, "ward") == {"Fratton": 1, "Nelson": 2}


def test_without_the_table_of_statuses_the_number_is_known_and_the_tier_is_not(drawn, early_help_episodes, groups):
    early_help_episodes(EPISODES)
    drawn.without = {"statuses"}
    assert groups(indicator, "tier") == {"not recorded": 3}
