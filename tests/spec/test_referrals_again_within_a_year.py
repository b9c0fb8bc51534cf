"""Referrals within twelve months of an earlier one (annual report's dataset AR.5, Children’s Trust Plan 2.1)."""

from kinfold.indicators.catalogue.referrals import re_referrals as indicator


def test_on_the_anniversary_a_referral_is_no_longer_within_twelve_months(referrals, share, behind):
    referrals("""
        referral_id | person_id | received_on         | no_further_action
        ------------+-----------+---------------------+------------------
                  1 | Ann       | 2023-05-08T17:00:00 | Y
                  2 | Ann       | 2024-05-07T09:00:00 | N
                  3 | Ben       | 2023-05-07T09:00:00 | N
                  4 | Ben       | 2024-05-07T08:00:00 | N
                  5 | Cal       | 2024-05-07          | N
                  6 |           | 2024-05-06          | N
                  7 |           | 2024-05-07          | N
    """)
    assert share(indicator) == (1, 5)
    assert behind(indicator) == ["2"]


def test_it_is_the_referral_just_before_that_matters_closed_or_open(referrals, behind):
    referrals("""
        referral_id | person_id | received_on | closed_on
        ------------+-----------+-------------+-----------
                  1 | Ann       | 2022-01-01  | 2024-04-30
                  2 | Ann       | 2024-01-15  |
                  3 | Ann       | 2024-05-07  |
    """)
    assert behind(indicator) == ["3"]
    assert behind(indicator, "2023-24-Q4") == []


def test_of_two_referrals_of_a_child_on_one_day_the_later_by_key_follows_the_other(referrals, share, behind):
    referrals("""
        referral_id | person_id | received_on
        ------------+-----------+------------
                  b | Ann       | 2024-05-07
                  a | Ann       | 2024-05-07
    """)
    assert share(indicator) == (1, 2)
    assert behind(indicator) == ["b"]


def test_where_nobody_was_referred_there_is_no_share(figures):
    [whole] = figures(indicator)
    assert (whole.numerator, whole.denominator, whole.value, whole.status) == (0, 0, None, "no_cases")
