"""Children missing three times or more, and more than three times, in 90 days (Strategy 4.2, dataset AR.18)."""

from kinfold.indicators.catalogue.beyond_home import more_than_three_times, three_times


def test_the_third_time_may_come_89_days_after_the_first_and_not_90(missing_episodes, counts, behind):
    missing_episodes("""
        episode_id | person_id | started_at          | ended_at
        -----------+-----------+---------------------+--------------------
                 1 | Ann       | 2024-02-01T23:00:00 | 2024-02-02T09:00:00
                 2 | Ann       | 2024-03-01T12:00:00 | 2024-03-01T18:00:00
                 3 | Ann       | 2024-04-30T01:00:00 | 2024-04-30T09:00:00
                 4 | Ben       | 2024-02-01T23:00:00 | 2024-02-02T09:00:00
                 5 | Ben       | 2024-03-01T12:00:00 | 2024-03-01T18:00:00
                 6 | Ben       | 2024-05-01T22:00:00 | 2024-05-02T09:00:00
    """)
    assert counts(three_times, more_than_three_times) == [1, 0]
    assert behind(three_times) == ["Ann"]


def test_more_than_three_times_is_four_and_the_fourth_is_in_the_quarter(missing_episodes, counts, behind):
    missing_episodes("""
        episode_id | person_id | started_at
        -----------+-----------+--------------------
                 1 | Ann       | 2024-03-01T12:00:00
                 2 | Ann       | 2024-03-02T12:00:00
                 3 | Ann       | 2024-03-03T12:00:00
                 4 | Ann       | 2024-05-29T12:00:00
                 5 | Ben       | 2024-04-02T12:00:00
                 6 | Ben       | 2024-04-03T12:00:00
                 7 | Ben       | 2024-06-30T12:00:00
                 8 | Ben       | 2024-07-01T12:00:00
    """)
    assert counts(three_times, more_than_three_times) == [2, 1]
    assert behind(more_than_three_times) == ["Ann"]
    assert counts(three_times, more_than_three_times, in_period="2023-24-Q4") == [1, 0]
    assert counts(three_times, more_than_three_times, in_period="2024-25-Q2") == [1, 0]


def test_episodes_that_began_at_one_moment_are_told_apart_by_key_and_those_of_no_known_child_never_add_up(
    missing_episodes, counts, behind
):
    missing_episodes("""
        episode_id | person_id | started_at
        -----------+-----------+--------------------
                 1 | Ann       | 2024-05-07T12:00:00
                 2 | Ann       | 2024-05-07T12:00:00
                 3 | Ann       | 2024-05-07T12:00:00
                 4 |           | 2024-05-07T12:00:00
                 5 |           | 2024-05-07T13:00:00
                 6 |           | 2024-05-07T14:00:00
    """)
    assert counts(three_times, more_than_three_times) == [1, 0]
    assert behind(three_times) == ["Ann"]
