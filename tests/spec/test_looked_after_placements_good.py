"""Looked after children in placements that Ofsted grades good or outstanding (annual report's dataset AR.13)."""

from kinfold.indicators.catalogue.care import good_placements as indicator

EPISODES = """
    episode_id | person_id | started_on | ceased_on  | placement_id | ofsted_grade
    -----------+-----------+------------+------------+--------------+---------------------
             1 | Ann       | 2024-01-01 |            | a            | outstanding
             2 | Ben       | 2024-01-01 |            | b            | good
             3 | Cal       | 2024-01-01 |            | c            | requires_improvement
             4 | Dee       | 2024-01-01 |            | d            | inadequate
             5 | Eve       | 2024-01-01 |            | e            | not_inspected
             6 | Fay       | 2024-01-01 |            |              |
             7 | Gus       | 2024-01-01 | 2024-06-30 | a            | outstanding
"""


def test_a_placement_that_was_not_graded_is_in_neither_count(looked_after_episodes, share, behind):
    looked_after_episodes(EPISODES)
    assert share(indicator) == (2, 4)
    assert behind(indicator) == ["Ann", "Ben"]


def test_a_council_with_the_standard_s_files_alone_cannot_say(drawn, looked_after_episodes, statuses_of):
    looked_after_episodes(EPISODES)
    drawn.without = {"placement_details"}
    assert statuses_of(indicator) == ["not_covered"]
