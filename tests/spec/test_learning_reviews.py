"""Reviews published, reviews under way, and Reflective Practice Meetings (annual report's dataset AR.21)."""

from kinfold.indicators.catalogue.quality import reflective_meetings, reviews_ongoing, reviews_published


def test_a_review_is_under_way_until_the_day_it_is_published(learning_reviews, counts, behind):
    learning_reviews("""
        review_id | kind                                     | started_on | published_on
        ----------+------------------------------------------+------------+-------------
                1 | local_child_safeguarding_practice_review | 2023-01-01 | 2024-04-01
                2 | national                                 | 2023-01-01 | 2024-06-30
                3 | thematic                                 | 2023-01-01 | 2024-07-01
                4 | local_child_safeguarding_practice_review | 2024-06-30 |
                5 | reflective_practice_meeting              | 2024-05-07 |
                6 | reflective_practice_meeting              | 2024-05-08 | 2024-06-08
                7 | rapid_review                             | 2024-05-07 | 2024-05-30
                8 | reflective_practice_meeting              | 2024-07-01 |
    """)
    assert counts(reviews_published, reviews_ongoing, reflective_meetings) == [2, 2, 2]
    assert behind(reviews_published) == ["1", "2"]
    assert behind(reviews_ongoing) == ["3", "4"]
    assert behind(reflective_meetings) == ["5", "6"]
