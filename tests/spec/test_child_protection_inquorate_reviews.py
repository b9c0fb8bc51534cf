"""Review child protection conferences that were not quorate (annual report's dataset AR.10)."""

from kinfold.indicators.catalogue.protection import inquorate as indicator


def test_a_review_of_which_it_is_not_recorded_is_in_neither_count(protection_reviews, share, behind):
    protection_reviews("""
        review_id | person_id | plan_id | due_on     | held_on             | quorate
        ----------+-----------+---------+------------+---------------------+--------
                1 | Ann       |       1 | 2024-04-01 | 2024-04-01          | N
                2 | Ann       |       1 | 2024-03-29 | 2024-06-30T15:00:00 | Y
                3 | Ben       |       2 | 2024-05-07 | 2024-05-07          |
                4 | Cal       |       3 | 2024-05-07 |                     | N
                5 | Dee       |       4 | 2024-06-30 | 2024-07-01          | N
    """)
    assert share(indicator) == (1, 2)
    assert behind(indicator) == ["1"]


def test_where_no_review_was_held_there_is_no_share(statuses_of):
    assert statuses_of(indicator) == ["no_cases"]
