"""Child protection plans because of neglect, sexual, emotional or physical abuse (Strategy 2.2, 3.3, 5.3a, 5.3b)."""

from kinfold.indicators.catalogue.protection import (
    for_emotional_abuse,
    for_neglect,
    for_physical_abuse,
    for_sexual_abuse,
)

PLANS = """
    plan_id | person_id | started_on | ended_on   | initial_category | latest_category | other_authority
    --------+-----------+------------+------------+------------------+-----------------+----------------
          1 | Ann       | 2024-01-01 |            | NEG              | NEG             | N
          2 | Ben       | 2024-01-01 |            | NEG              | EMO             | N
          3 | Cal       | 2024-06-30 |            | PHY              | PHY             |
          4 | Dee       | 2024-01-01 | 2024-07-01 | SAB              | SAB             | N
          5 | Eve       | 2024-01-01 | 2024-06-30 | SAB              | SAB             | N
          6 | Fay       | 2024-01-01 |            | NEG              | NEG             | Y
          7 | Gus       | 2024-01-01 |            | NEG              | MUL             | N
          8 | Hal       | 2024-07-01 |            | NEG              | NEG             | N
          9 | Ida       | 2024-01-01 |            | NEG              |                 | N
"""


def test_it_is_the_latest_category_that_counts_of_this_council_s_plans_open_at_the_close(
    protection_plans, shares, behind
):
    protection_plans(PLANS)
    assert shares(for_neglect, for_sexual_abuse, for_emotional_abuse, for_physical_abuse) == [
        (1, 6), (1, 6), (1, 6), (1, 6)
    ]  # fmt: skip
    assert behind(for_neglect) == ["1"]
    assert behind(for_sexual_abuse) == ["4"]
    assert behind(for_emotional_abuse) == ["2"]
    assert behind(for_physical_abuse) == ["3"]


def test_plans_are_counted_and_not_children(protection_plans, share):
    protection_plans("""
        plan_id | person_id | started_on | latest_category
        --------+-----------+------------+----------------
              1 | Ann       | 2024-01-01 | NEG
              2 | Ann       | 2024-02-01 | EMO
    """)
    assert share(for_neglect) == (1, 2)
