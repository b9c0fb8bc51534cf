"""Children on a protection plan who have a disability (Safeguarding Strategy 6.2a)."""

from kinfold.indicators.catalogue.protection import disabled as indicator

PLANS = """
    plan_id | person_id | started_on | ended_on   | other_authority
    --------+-----------+------------+------------+----------------
          1 | Ann       | 2024-01-01 |            | N
          2 | Ben       | 2024-01-01 |            | N
          3 | Cal       | 2024-01-01 |            | N
          4 | Dee       | 2024-01-01 | 2024-06-30 | N
          5 | Eve       | 2024-01-01 |            | Y
"""


def test_fan_out_a_child_with_two_disabilities_is_one_and_a_record_of_none_is_none(
    protection_plans, disabilities, share, behind
):
    protection_plans(PLANS)
    disabilities("""
        disability_id | person_id | disability
        --------------+-----------+-----------
                    1 | Ann       | HAND
                    2 | Ann       | VIS
                    3 | Ben       | NONE
                    4 | Dee       | VIS
                    5 | Eve       | VIS
                    6 | Ann       | NONE
    """)
    assert share(indicator) == (1, 3)
    assert behind(indicator) == ["1"]


def test_without_the_table_of_disabilities_nothing_can_be_said(drawn, protection_plans, statuses_of):
    protection_plans(PLANS)
    assert statuses_of(indicator) == ["shown"]
    drawn.without = {"disabilities"}
    assert statuses_of(indicator) == ["not_covered"]
