"""Children in need as the Department for Education counts them, per 10,000."""

from kinfold.indicators.catalogue.social_care import in_need_wider_rate as indicator

CITY = """
    area       | age_from | age_to | year | population
    -----------+----------+--------+------+-----------
    Portsmouth | 0        | 17     | 2023 | 20000
"""


def test_open_referrals_count_whatever_plan_came_of_them_unless_none_was_needed(
    referrals, protection_plans, population, share, behind
):
    referrals("""
        referral_id | person_id | received_on | closed_on  | no_further_action
        ------------+-----------+-------------+------------+------------------
                  1 | Ann       | 2024-01-01  |            | N
                  2 | Ben       | 2024-01-01  | 2024-06-30 | N
                  3 | Cal       | 2024-01-01  |            | Y
                  4 | Dee       | 2024-01-01  |            |
                  5 | Dee       | 2024-05-01  |            | N
                  6 | Eve       | 2024-07-01  |            | N
    """)
    protection_plans("""
        plan_id | person_id | started_on
        --------+-----------+-----------
              1 | Ann       | 2024-02-01
    """)
    population(CITY)
    assert share(indicator) == (2, 20000)
    assert behind(indicator) == ["Ann", "Dee"]
