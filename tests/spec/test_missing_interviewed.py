"""Missing children who had a return home interview, by who was helping them (Safeguarding Strategy 4.3a, b, c)."""

from datetime import date

from kinfold.indicators.catalogue.beyond_home import (
    interviewed_early_help,
    interviewed_not_open,
    interviewed_social_care,
)

CAME_BACK = """
    episode_id | person_id | started_at          | ended_at            | open_to     | interview_held_on
    -----------+-----------+---------------------+---------------------+-------------+------------------
             1 | Ann       | 2024-03-30T12:00:00 | 2024-04-01T00:00:00 | social_care | 2024-04-20
             2 | Ben       | 2024-05-07T12:00:00 | 2024-05-07T18:00:00 | social_care |
             3 | Ben       | 2024-05-20T12:00:00 | 2024-05-21T18:00:00 | social_care | 2024-05-22
             4 | Cal       | 2024-05-20T12:00:00 | 2024-05-21T18:00:00 | early_help  |
             5 | Dee       | 2024-06-29T12:00:00 | 2024-06-30T23:59:00 | not_open    | 2024-07-02
             6 | Eve       | 2024-06-29T12:00:00 | 2024-07-01T00:00:00 | not_open    | 2024-07-02
             7 | Fay       | 2024-06-29T12:00:00 |                     |             |
             8 | Gus       | 2024-05-20T12:00:00 | 2024-05-21T18:00:00 |             | 2024-05-22
"""


def test_a_child_counts_once_in_the_quarter_of_the_return_and_as_interviewed_if_any_interview_was_held(
    missing_episodes, shares, behind
):
    missing_episodes(CAME_BACK)
    assert shares(interviewed_social_care, interviewed_early_help, interviewed_not_open) == [(2, 2), (0, 1), (1, 1)]
    assert behind(interviewed_social_care) == ["Ann", "Ben"]
    assert behind(interviewed_not_open) == ["Dee"]


def test_a_child_who_was_open_to_early_help_and_later_to_social_care_is_in_both(missing_episodes, shares):
    missing_episodes("""
        episode_id | person_id | started_at | ended_at   | open_to     | interview_held_on
        -----------+-----------+------------+------------+-------------+------------------
                 1 | Ann       | 2024-05-07 | 2024-05-08 | early_help  | 2024-05-08
                 2 | Ann       | 2024-06-07 | 2024-06-08 | social_care |
    """)
    assert shares(interviewed_early_help, interviewed_social_care) == [(1, 1), (0, 1)]


def test_until_the_72_hours_are_over_the_return_is_in_neither_count(missing_episodes, share):
    missing_episodes(CAME_BACK)
    assert share(interviewed_social_care, as_at=date(2024, 5, 23)) == (1, 2)
    assert share(interviewed_early_help, as_at=date(2024, 5, 23)) == (0, 0)
    assert share(interviewed_early_help, as_at=date(2024, 5, 24)) == (0, 1)


def test_a_council_with_the_standard_s_files_alone_cannot_say(drawn, missing_episodes, statuses_of):
    missing_episodes(CAME_BACK)
    drawn.without = {"missing_details"}
    found = statuses_of(interviewed_social_care, interviewed_early_help, interviewed_not_open)
    assert set(found) == {"not_covered"}
