"""Initial and review health assessments of looked after children done on time (Children’s Trust Plan 5.4)."""

from datetime import date

from kinfold.indicators.catalogue.care import initial_health, review_health

CHECKS = """
    health_check_id | person_id | kind_of_check | due_on     | checked_on          | status
    ----------------+-----------+---------------+------------+---------------------+----------
                  1 | Ann       | initial       | 2024-04-01 | 2024-04-01T16:00:00 | Completed
                  2 | Ben       | initial       | 2024-06-30 | 2024-07-01T00:00:00 | Completed
                  3 | Cal       | initial       | 2024-05-07 | 2024-05-01          | Planned
                  4 | Dee       | initial       | 2024-05-07 |                     |
                  5 | Ann       | review        | 2024-05-07 | 2024-03-07          | Completed
                  6 | Ann       | review        | 2024-06-07 | 2024-06-08          | Completed
                  7 | Eve       | dental        | 2024-05-07 | 2024-05-07          | Completed
                  8 | Eve       | initial       | 2024-07-01 | 2024-05-07          | Completed
                  9 | Eve       | initial       |            | 2024-05-07          | Completed
"""


def test_an_assessment_is_in_the_quarter_in_which_it_was_due_whenever_it_was_done(health_checks, shares, behind):
    health_checks(CHECKS)
    assert shares(initial_health, review_health) == [(1, 4), (1, 2)]
    assert behind(initial_health) == ["1"]
    assert behind(review_health) == ["5"]


def test_one_whose_day_is_not_over_is_in_neither_count_even_if_it_is_done(health_checks, shares):
    health_checks(CHECKS)
    assert shares(initial_health, review_health, as_at=date(2024, 5, 6)) == [(1, 1), (0, 0)]
    assert shares(initial_health, review_health, as_at=date(2024, 5, 7)) == [(1, 3), (1, 1)]


def test_a_council_with_the_standard_s_files_alone_cannot_say(drawn, health_checks, statuses_of):
    health_checks(CHECKS)
    drawn.without = {"health_check_details"}
    assert statuses_of(initial_health, review_health) == ["not_covered", "not_covered"]
