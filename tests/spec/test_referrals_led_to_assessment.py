"""Referrals that led to a child and family assessment, reported as initial assessment (AR.4, Trust Plan 2.1)."""

from kinfold.indicators.catalogue.referrals import led_to_assessment as indicator

REFERRALS = """
    referral_id | person_id | received_on
    ------------+-----------+------------
              1 | Ann       | 2024-05-07
              2 | Ben       | 2024-05-07
              3 | Cal       | 2024-05-07
              4 | Dee       | 2024-03-31
"""


def test_fan_out_a_referral_with_two_assessments_is_one_referral(referrals, assessments, share, behind):
    referrals(REFERRALS)
    assessments("""
        assessment_id | referral_id | person_id | started_on | authorised_on
        --------------+-------------+-----------+------------+--------------
                    1 |           1 | Ann       | 2024-05-08 | 2024-06-01
                    2 |           1 | Ann       | 2024-06-08 |
                    3 |           2 | Ben       | 2024-07-08 |
                    4 |           4 | Dee       | 2024-05-08 |
                    5 |             | Cal       | 2024-05-08 |
    """)
    assert share(indicator) == (2, 3)  # an assessment begun after the quarter counts, and need not be complete
    assert behind(indicator) == ["1", "2"]


def test_without_the_table_of_assessments_nothing_can_be_said(drawn, referrals, statuses_of):
    referrals(REFERRALS)
    drawn.without = {"assessments"}
    assert statuses_of(indicator) == ["not_covered"]
