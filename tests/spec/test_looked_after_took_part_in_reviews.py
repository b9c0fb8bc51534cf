"""Reviews in which looked after children took part (annual report's dataset AR.11)."""

from kinfold.indicators.catalogue.care import took_part as indicator


def test_to_come_and_say_nothing_is_not_to_take_part_and_to_be_spoken_for_is(looked_after_reviews, share, behind):
    looked_after_reviews("""
        review_id | care_period_id | held_on    | participation
        ----------+----------------+------------+--------------
                0 | a              | 2024-05-07 | PN0
                1 | b              | 2024-05-07 | PN1
                2 | c              | 2024-05-07 | PN2
                3 | d              | 2024-05-07 | PN3
                4 | e              | 2024-05-07 | PN4
                5 | f              | 2024-05-07 | PN5
                6 | g              | 2024-05-07 | PN6
                7 | h              | 2024-05-07 | PN7
                8 | i              | 2024-05-07 |
    """)
    assert share(indicator) == (5, 7)  # of a child under 4 nobody asks, and of one more it is not recorded
    assert behind(indicator) == ["1", "2", "3", "5", "6"]


def test_every_review_of_a_child_counts_in_the_quarter_in_which_it_was_held(looked_after_reviews, share):
    looked_after_reviews("""
        review_id | care_period_id | due_on     | held_on             | participation
        ----------+----------------+------------+---------------------+--------------
                1 | a              | 2024-03-20 | 2024-04-01T00:00:00 | PN1
                2 | a              | 2024-06-30 | 2024-06-30T23:00:00 | PN7
                3 | a              | 2024-06-20 | 2024-07-01          | PN1
                4 | a              | 2024-06-20 |                     | PN1
    """)
    assert share(indicator) == (1, 2)
