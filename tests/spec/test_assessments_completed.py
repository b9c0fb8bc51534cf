"""Child and family assessments completed (Children’s Trust Plan 2.1)."""

from kinfold.indicators.catalogue.referrals import assessments as indicator


def test_an_assessment_is_complete_on_the_day_a_manager_authorises_it(assessments, count, behind):
    assessments("""
        assessment_id | referral_id | person_id | started_on | authorised_on       | no_further_action
        --------------+-------------+-----------+------------+---------------------+------------------
                    1 |           1 | Ann       | 2024-01-08 | 2024-04-01T00:00:00 | N
                    2 |           2 | Ben       | 2024-05-08 | 2024-06-30T23:59:59 | Y
                    3 |           3 | Cal       | 2024-05-08 | 2024-07-01T00:00:00 | N
                    4 |           4 | Dee       | 2024-05-08 |                     | N
                    5 |           1 | Ann       | 2024-05-08 | 2024-05-09          |
    """)
    assert count(indicator) == 3
    assert behind(indicator) == ["1", "2", "5"]


def test_the_ward_is_the_referral_s(assessments, referrals, groups):
    referrals("""
        referral_id | person_id | received_on | ward
        ------------+-----------+-------------+--------
                  1 | Ann       | 2024-05-07  | Fratton
    """)
    assessments("""
        assessment_id | referral_id | person_id | started_on | authorised_on
        --------------+-------------+-----------+------------+--------------
                    1 |           1 | Ann       | 2024-05-08 | 2024-06-01
                    2 |             | Ben       | 2024-05-08 | 2024-06-01
    """)
    assert groups(indicator, "ward") == {"Fratton": 1, "not recorded": 1}
