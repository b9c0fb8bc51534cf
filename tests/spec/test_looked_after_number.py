"""Number of children looked after (annual report's dataset AR.8)."""

from kinfold.indicators.catalogue.social_care import looked_after_number as indicator


def test_a_child_who_moves_placement_on_the_last_day_is_counted_once(looked_after_episodes, count, behind):
    looked_after_episodes("""
        episode_id | person_id | started_on | ceased_on
        -----------+-----------+------------+-----------
                 1 | Ann       | 2024-01-01 | 2024-06-30
                 2 | Ann       | 2024-06-30 |
                 3 | Ben       | 2024-01-01 | 2024-06-30
                 4 | Cal       | 2024-01-01 |
                 5 | Cal       | 2024-01-01 |
    """)
    assert count(indicator) == 2
    assert behind(indicator) == ["Ann", "Cal"]


def test_the_ward_is_where_the_child_lived_when_the_episode_began(looked_after_episodes, groups):
    looked_after_episodes("""
        episode_id | person_id | started_on | ward
        -----------+-----------+------------+--------
                 1 | Ann       | 2024-01-01 | Fratton
    """)
    assert groups(indicator, "ward") == {"Fratton": 1}
