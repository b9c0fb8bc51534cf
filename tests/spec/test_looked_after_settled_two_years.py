"""Looked after children in long-term care who have lived in one placement for two years (Children’s Trust Plan 5.3)."""

from kinfold.indicators.catalogue.care import settled_placement as indicator


def test_two_years_are_over_on_the_anniversary_and_two_and_a_half_in_care_make_it_long(
    looked_after_episodes, share, behind
):
    looked_after_episodes("""
        episode_id | person_id | started_on | entered_care_on | born_on    | placement_id | placement_started_on
        -----------+-----------+------------+-----------------+------------+--------------+---------------------
                 1 | Ann       | 2022-06-30 | 2021-12-30      | 2010-01-01 | a            | 2022-06-30
                 2 | Ben       | 2022-07-01 | 2021-12-30      | 2010-01-01 | b            | 2022-07-01
                 3 | Cal       | 2022-01-01 | 2021-12-31      | 2010-01-01 | c            | 2022-01-01
                 4 | Dee       | 2022-01-01 | 2020-01-01      | 2010-01-01 |              |
    """)
    assert share(indicator) == (1, 3)  # Cal has been in care for a day less than two and a half years
    assert behind(indicator) == ["Ann"]


def test_children_of_16_and_those_of_whom_age_or_time_in_care_is_not_known_are_in_neither_count(
    looked_after_episodes, share
):
    looked_after_episodes("""
        episode_id | person_id | started_on | entered_care_on | born_on    | placement_id | placement_started_on
        -----------+-----------+------------+-----------------+------------+--------------+---------------------
                 1 | Ann       | 2020-01-01 | 2020-01-01      | 2008-06-30 | a            | 2020-01-01
                 2 | Ben       | 2020-01-01 | 2020-01-01      | 2008-07-01 | b            | 2020-01-01
                 3 | Cal       | 2020-01-01 | 2020-01-01      |            | c            | 2020-01-01
                 4 | Dee       | 2020-01-01 |                 | 2010-01-01 | d            | 2020-01-01
    """)
    assert share(indicator) == (1, 1)


def test_a_new_episode_in_the_same_placement_does_not_start_the_two_years_again(looked_after_episodes, share):
    looked_after_episodes("""
        episode_id | person_id | started_on | ceased_on  | entered_care_on | born_on    | placement_id | placement_started_on
        -----------+-----------+------------+------------+-----------------+------------+--------------+---------------------
                 1 | Ann       | 2020-01-01 | 2024-06-01 | 2020-01-01      | 2010-01-01 | a            | 2020-01-01
                 2 | Ann       | 2024-06-01 |            | 2020-01-01      | 2010-01-01 | a            | 2020-01-01
    """)  # noqa: E501  a table is as wide as it is
    assert share(indicator) == (1, 1)
