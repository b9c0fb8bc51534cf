"""Looked after children missing from care for over 24 hours (annual report's dataset AR.15)."""

from datetime import date

from kinfold.indicators.catalogue.beyond_home import missing_from_care as indicator

IN_CARE = """
    episode_id | person_id | started_on | ceased_on
    -----------+-----------+------------+-----------
             1 | Ann       | 2024-01-01 |
             2 | Ben       | 2024-01-01 |
             3 | Cal       | 2024-05-08 |
             4 | Dee       | 2024-01-01 | 2024-05-07
             5 | Eve       | 2024-05-07 |
             6 | Eve       | 2024-01-01 | 2024-05-07
"""


def test_24_hours_to_the_minute_are_enough_and_the_child_was_looked_after_that_day(
    looked_after_episodes, missing_episodes, count, behind
):
    looked_after_episodes(IN_CARE)
    missing_episodes("""
        episode_id | person_id | started_at          | ended_at
        -----------+-----------+---------------------+--------------------
                 1 | Ann       | 2024-05-07T12:00:00 | 2024-05-08T12:00:00
                 2 | Ann       | 2024-05-20T12:00:00 | 2024-05-22T12:00:00
                 3 | Ben       | 2024-05-07T12:00:00 | 2024-05-08T11:59:00
                 4 | Cal       | 2024-05-07T12:00:00 | 2024-05-09T12:00:00
                 5 | Dee       | 2024-05-07T12:00:00 | 2024-05-09T12:00:00
                 6 | Eve       | 2024-05-07T12:00:00 | 2024-05-09T12:00:00
                 7 | Fay       | 2024-05-07T12:00:00 | 2024-05-09T12:00:00
    """)
    assert count(indicator) == 2
    assert behind(indicator) == ["Ann", "Eve"]


def test_a_child_still_missing_counts_from_the_day_after(looked_after_episodes, missing_episodes, behind):
    looked_after_episodes(IN_CARE)
    missing_episodes("""
        episode_id | person_id | started_at          | ended_at
        -----------+-----------+---------------------+---------
                 1 | Ann       | 2024-05-09T23:59:00 |
                 2 | Ben       | 2024-05-10T00:00:00 |
    """)
    assert behind(indicator, as_at=date(2024, 5, 10)) == ["Ann"]
    assert behind(indicator, as_at=date(2024, 5, 11)) == ["Ann", "Ben"]


def test_without_the_table_of_children_looked_after_nothing_can_be_said(drawn, missing_episodes, statuses_of):
    missing_episodes("""
        episode_id | person_id | started_at          | ended_at
        -----------+-----------+---------------------+--------------------
                 1 | Ann       | 2024-05-07T12:00:00 | 2024-05-08T12:00:00
    """)
    drawn.without = {"looked_after_episodes"}
    assert statuses_of(indicator) == ["not_covered"]
