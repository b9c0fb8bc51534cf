"""Referrals to children’s social care (Children’s Trust Plan 2.1)."""

from kinfold.indicators.catalogue.referrals import referrals as indicator

REFERRALS = """
    referral_id | person_id | received_on         | no_further_action | closed_on  | ward
    ------------+-----------+---------------------+-------------------+------------+--------
              1 | Ann       | 2024-03-31T23:59:59 | N                 |            | Fratton
              2 | Ann       | 2024-04-01T00:00:00 | N                 |            | Fratton
              3 | Ben       | 2024-06-30T23:59:59 | Y                 | 2024-07-02 | Nelson
              4 | Ben       | 2024-07-01T00:00:00 | N                 |            | Nelson
              5 | Ben       | 2024-05-07          |                   | 2024-05-08 |
"""


def test_a_referral_is_in_the_quarter_in_which_it_was_received_whatever_came_of_it(referrals, count, behind):
    referrals(REFERRALS)
    assert count(indicator) == 3
    assert behind(indicator) == ["2", "3", "5"]


def test_the_ward_is_the_one_stored_with_the_referral(referrals, groups):
    referrals(REFERRALS)
    assert groups(indicator, "ward") == {"Fratton": 1, "Nelson": 1, "not recorded": 1}


def test_without_kinfold_s_own_tables_referrals_are_counted_all_the_same(drawn, referrals, count):
    referrals(REFERRALS)
    drawn.without = {"referral_details", "contact_worries", "assessments"}
    assert count(indicator) == 3
