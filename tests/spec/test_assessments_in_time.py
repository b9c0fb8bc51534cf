"""Assessments completed within 45 working days (Children’s Trust Plan 2.1)."""

from kinfold.indicators.catalogue.referrals import assessed_in_time as indicator


def test_the_45th_working_day_is_in_time_and_the_46th_is_not_bank_holidays_left_out(assessments, share, behind):
    assessments("""
        assessment_id | person_id | started_on          | authorised_on
        --------------+-----------+---------------------+--------------------
                    1 | Ann       | 2024-03-20          | 2024-05-28T17:00:00
                    2 | Ben       | 2024-03-20          | 2024-05-29T00:00:00
                    3 | Cal       | 2024-04-15          | 2024-06-19
                    4 | Dee       | 2024-04-15          | 2024-06-20
    """)
    # Easter has two bank holidays and May has two more.
    assert share(indicator) == (2, 4)
    assert behind(indicator) == ["1", "3"]


def test_one_begun_on_a_weekend_counts_from_the_monday_and_one_not_complete_is_in_neither(assessments, share):
    assessments("""
        assessment_id | person_id | started_on          | authorised_on
        --------------+-----------+---------------------+--------------
                    1 | Ann       | 2024-04-13          | 2024-06-18
                    2 | Ben       | 2024-04-13          | 2024-06-19
                    3 | Cal       | 2024-04-13          |
                    4 | Dee       | 2024-05-08T16:59:00 | 2024-05-08
    """)
    assert share(indicator) == (2, 3)
