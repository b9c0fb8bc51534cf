"""Family Support Plans submitted (Safeguarding Strategy 1.1)."""

from kinfold.indicators.catalogue.early_help import plans_submitted as indicator


def test_a_plan_counts_when_it_is_submitted(family_support_plans, count):
    family_support_plans("""
        plan_id | submitted_on
        --------+-------------
              1 | 2024-03-31
              2 | 2024-04-01
              3 | 2024-06-30
              4 |
    """)
    assert count(indicator) == 2


def test_fan_out_a_plan_for_three_children_is_one_plan(family_support_plans, plan_children, count, behind):
    family_support_plans("""
        plan_id | submitted_on
        --------+-------------
              1 | 2024-05-07
    """)
    plan_children("""
        plan_id | person_id
        --------+----------
              1 | Ann
              1 | Ben
              1 | Cal
    """)
    assert count(indicator) == 1  # 3, if children were joined before counting
    assert behind(indicator) == ["1"]


def test_chasm_children_and_conversations_of_an_episode_do_not_multiply_its_plans(
    family_support_plans, plan_children, conversations, count
):
    family_support_plans("""
        plan_id | episode_id | submitted_on
        --------+------------+-------------
              1 | one        | 2024-05-07
    """)
    plan_children("""
        plan_id | person_id
        --------+----------
              1 | Ann
              1 | Ben
    """)
    conversations("""
        conversation_id | episode_id | completed_on | counts_as_assessment
        ----------------+------------+--------------+---------------------
                      1 | one        | 2024-05-01   | Y
                      2 | one        | 2024-05-02   | Y
                      3 | one        | 2024-05-03   | Y
    """)
    assert count(indicator) == 1  # 6, if both were joined through the episode


def test_ward_agency_and_tier_are_those_stored_with_the_plan(family_support_plans, groups):
    family_support_plans("""
        plan_id | submitted_on | ward    | agency | tier
        --------+--------------+---------+--------+-----
              1 | 2024-05-07   | Fratton | School | 2
              2 | 2024-05-07   | Fratton | Health | 3
    """)
    assert groups(indicator, "ward") == {"Fratton": 2}
    assert groups(indicator, "agency") == {"Health": 1, "School": 1}
    assert groups(indicator, "tier") == {"2": 1, "3": 1}
