"""Referrals not needed after a Team Around the Worker consultation (Young People at Risk YP.10)."""

from kinfold.indicators.catalogue.programmes import referrals_spared as indicator


def test_a_worker_who_meant_to_refer_and_has_not_said_what_came_of_it_is_not_counted(consultations, count, behind):
    consultations("""
        consultation_id | held_on    | referral_intended | referral_made
        ----------------+------------+-------------------+--------------
                      1 | 2024-04-01 | Y                 | N
                      2 | 2024-06-30 | Y                 | N
                      3 | 2024-05-07 | Y                 | Y
                      4 | 2024-05-07 | N                 | N
                      5 | 2024-05-07 | Y                 |
                      6 | 2024-07-01 | Y                 | N
    """)
    assert count(indicator) == 2
    assert behind(indicator) == ["1", "2"]
