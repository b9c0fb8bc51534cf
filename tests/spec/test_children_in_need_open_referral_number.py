"""Children open to children’s social care (Children’s Trust Plan 2.4)."""

from kinfold.indicators.catalogue.social_care import open_to_social_care as indicator


def test_a_referral_that_ended_in_no_further_action_leaves_no_child_open(referrals, count, behind):
    referrals("""
        referral_id | person_id | received_on         | closed_on           | no_further_action
        ------------+-----------+---------------------+---------------------+------------------
                  1 | Ann       | 2024-06-30T23:00:00 |                     |
                  2 | Ben       | 2024-01-01          | 2024-06-30T17:00:00 | N
                  3 | Cal       | 2024-01-01          | 2024-07-01T09:00:00 | N
                  4 | Dee       | 2024-01-01          |                     | Y
                  5 | Eve       | 2024-01-01          |                     | Y
                  6 | Eve       | 2024-02-01          |                     | N
                  7 | Eve       | 2024-03-01          |                     | N
    """)
    assert count(indicator) == 3
    assert behind(indicator) == ["Ann", "Cal", "Eve"]


def test_the_ward_is_the_one_stored_with_the_referral(referrals, groups):
    referrals("""
        referral_id | person_id | received_on | no_further_action | ward
        ------------+-----------+-------------+-------------------+--------
                  1 | Ann       | 2024-05-07  | N                 | Fratton
                  2 | Ann       | 2024-06-07  | N                 | Nelson
    """)
    assert groups(indicator, "ward") == {"Fratton": 1, "Nelson": 1}
