"""Times that children went missing, and children who did (Strategy 4.1a, 4.1b, annual report’s dataset AR.18)."""

from kinfold.indicators.catalogue.beyond_home import missing_children as children
from kinfold.indicators.catalogue.beyond_home import missing_episodes as episodes

WENT_MISSING = """
    episode_id | person_id | kind | started_at          | ended_at            | ward
    -----------+-----------+------+---------------------+---------------------+--------
             1 | Ann       | M    | 2024-03-31T23:59:00 | 2024-04-02T10:00:00 | Fratton
             2 | Ann       | M    | 2024-04-01T00:00:00 | 2024-04-01T03:00:00 | Fratton
             3 | Ann       | M    | 2024-05-07T20:00:00 | 2024-05-08T10:00:00 | Nelson
             4 | Ben       | A    | 2024-06-30T23:59:00 |                     | Nelson
             5 | Cal       | M    | 2024-07-01T00:00:00 | 2024-07-01T03:00:00 | Nelson
"""


def test_an_episode_is_in_the_quarter_in_which_it_began_absence_without_authorisation_with_it(
    missing_episodes, counts, behind
):
    missing_episodes(WENT_MISSING)
    assert counts(episodes, children) == [3, 2]
    assert behind(episodes) == ["2", "3", "4"]
    assert behind(children) == ["Ann", "Ben"]


def test_a_child_missing_from_two_wards_is_in_both_and_once_in_the_whole(missing_episodes, groups):
    missing_episodes(WENT_MISSING)
    assert groups(children, "ward") == {"Fratton": 1, "Nelson": 2}


def test_with_the_standard_s_files_alone_both_are_known(drawn, missing_episodes, counts):
    missing_episodes(WENT_MISSING)
    drawn.without = {"missing_details", "looked_after_episodes"}
    assert counts(episodes, children) == [3, 2]


def test_an_episode_recorded_in_error_never_happened(missing_episodes, counts):
    missing_episodes("""
        episode_id | person_id | started_at          | recorded_in_error
        -----------+-----------+---------------------+------------------
                 1 | Ann       | 2024-05-07T20:00:00 | N
                 2 | Ann       | 2024-05-08T20:00:00 | Y
                 3 | Ben       | 2024-05-07T20:00:00 | Y
                 4 | Cal       | 2024-05-07T20:00:00 |
    """)
    assert counts(episodes, children) == [2, 2]
