"""Claims for families whose lives turned around, and the revenue from them (Young People at Risk YP.12)."""

from kinfold.indicators.catalogue.programmes import family_claims as claims
from kinfold.indicators.catalogue.programmes import family_revenue as revenue

CLAIMS = """
    claim_id | family_id | claimed_on | amount
    ---------+-----------+------------+-------
           1 | one       | 2024-04-01 | 800.10
           2 | one       | 2024-05-07 | 800.10
           3 | two       | 2024-06-30 | 799.70
           4 | three     | 2024-07-01 | 800
"""


def test_claims_are_counted_and_not_families_and_pounds_add_up_to_the_nearest_pound(family_claims, counts, behind):
    family_claims(CLAIMS)
    assert counts(claims, revenue) == [3, 2400]
    assert behind(claims) == behind(revenue) == ["1", "2", "3"]


def test_a_claim_of_an_amount_not_known_is_a_claim_and_adds_no_revenue(family_claims, shares, counts):
    family_claims("""
        claim_id | family_id | claimed_on | amount
        ---------+-----------+------------+-------
               1 | one       | 2024-05-07 | 800
               2 | two       | 2024-05-07 |
    """)
    assert counts(claims, revenue) == [2, 800]
    assert shares(revenue) == [(800, 1)]


def test_a_quarter_without_claims_has_none_and_no_revenue_to_speak_of(statuses_of):
    assert statuses_of(claims, revenue) == ["shown", "no_cases"]
