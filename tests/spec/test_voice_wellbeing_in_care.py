"""How looked after children say they are (Children’s Trust Plan 5.12)."""

from kinfold.indicators.catalogue.quality import wellbeing as indicator


def test_it_is_the_mean_of_the_answers_and_nought_points_is_an_answer(survey_answers, share, count, behind, groups):
    survey_answers("""
        answer_id | survey            | answered_on | score | person_id | sex
        ----------+-------------------+-------------+-------+-----------+----
                1 | wellbeing_in_care | 2024-04-01  | 10    | Ann       | F
                2 | wellbeing_in_care | 2024-06-30  | 0     | Ben       | M
                3 | wellbeing_in_care | 2024-05-07  | 7     | Ann       | F
                4 | wellbeing_in_care | 2024-05-07  |       | Cal       | M
                5 | another_survey    | 2024-05-07  | 1     | Ann       | F
                6 | wellbeing_in_care | 2024-07-01  | 1     | Ann       | F
                7 | wellbeing_in_care | 2024-05-07  | 8     |           |
    """)
    assert share(indicator) == (25, 4)
    assert count(indicator) == 6.25
    assert behind(indicator) == ["1", "2", "3", "7"]
    assert groups(indicator, "sex") == {"F": 8.5, "not recorded": 8}


def test_where_nobody_answered_there_is_no_mean(statuses_of):
    assert statuses_of(indicator) == ["no_cases"]
