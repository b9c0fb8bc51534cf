"""Children on a protection plan who are from the global majority (Safeguarding Strategy 6.2b)."""

from kinfold.indicators.catalogue.protection import global_majority as indicator


def test_white_minorities_are_not_counted_and_those_not_known_are_in_the_denominator_alone(
    protection_plans, share, behind, groups
):
    protection_plans("""
        plan_id | person_id | started_on | ethnicity | other_authority
        --------+-----------+------------+-----------+----------------
              1 | Ann       | 2024-01-01 | WBRI      | N
              2 | Ben       | 2024-01-01 | WROM      | N
              3 | Cal       | 2024-01-01 | MWBC      | N
              4 | Dee       | 2024-01-01 | CHNE      | N
              5 | Eve       | 2024-01-01 | BAFR      | N
              6 | Fay       | 2024-01-01 | OOTH      | N
              7 | Gus       | 2024-01-01 | REFU      | N
              8 | Hal       | 2024-01-01 |           | N
              9 | Ida       | 2024-01-01 | BAFR      | Y
    """)
    assert share(indicator) == (4, 8)
    assert behind(indicator) == ["3", "4", "5", "6"]
    assert groups(indicator, "ethnicity") == {"Mixed": 100, "Asian": 100, "Black": 100, "Other": 100}
