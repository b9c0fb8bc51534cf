"""Child protection plans where there is domestic abuse (Safeguarding Strategy 5.3c)."""

from kinfold.indicators.catalogue.protection import with_domestic_abuse as indicator

PLANS = """
    plan_id | person_id | started_on | latest_category | domestic_abuse | other_authority
    --------+-----------+------------+-----------------+----------------+----------------
          1 | Ann       | 2024-01-01 | EMO             | Y              | N
          2 | Ben       | 2024-01-01 | NEG             | Y              | N
          3 | Cal       | 2024-01-01 | EMO             | N              | N
          4 | Dee       | 2024-01-01 | EMO             | Y              | Y
"""


def test_it_is_counted_whatever_the_plan_s_category(protection_plans, share, behind):
    protection_plans(PLANS)
    protection_plans("""
        plan_id | person_id | started_on
        --------+-----------+-----------
              5 | Eve       | 2024-01-01
    """)
    assert share(indicator) == (2, 4)  # of the fifth it is not recorded
    assert behind(indicator) == ["1", "2"]


def test_a_council_with_the_standard_s_files_alone_cannot_say(drawn, protection_plans, statuses_of):
    protection_plans(PLANS)
    drawn.without = {"protection_plan_details"}
    assert statuses_of(indicator) == ["not_covered"]
