"""Children new to care who were placed over 20 miles from home (annual report's dataset AR.16)."""

from kinfold.indicators.catalogue.care import placed_far_away as indicator


def test_twenty_miles_exactly_is_not_over_twenty_and_a_move_within_care_is_not_counted(
    looked_after_episodes, share, behind
):
    looked_after_episodes("""
        episode_id | person_id | started_on | start_reason | placement_id | distance_miles
        -----------+-----------+------------+--------------+--------------+---------------
                 1 | Ann       | 2024-04-01 | S            | a            | 20
                 2 | Ben       | 2024-06-30 | S            | b            | 20.1
                 3 | Cal       | 2024-05-07 | P            | c            | 60
                 4 | Dee       | 2024-05-07 | S            | d            |
                 5 | Eve       | 2024-05-07 | S            |              |
                 6 | Fay       | 2024-07-01 | S            | f            | 60
    """)
    assert share(indicator) == (1, 2)
    assert behind(indicator) == ["Ben"]


def test_a_child_who_comes_into_care_twice_in_a_quarter_is_one_and_far_away_if_either_was(looked_after_episodes, share):
    looked_after_episodes("""
        episode_id | person_id | started_on | ceased_on  | start_reason | placement_id | distance_miles
        -----------+-----------+------------+------------+--------------+--------------+---------------
                 1 | Ann       | 2024-04-01 | 2024-04-20 | S            | a            | 3
                 2 | Ann       | 2024-06-01 |            | S            | b            | 40
    """)
    assert share(indicator) == (1, 1)
