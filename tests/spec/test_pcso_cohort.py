"""The first PCSO cohort: children referred again, and whose risk of exploitation ended or fell to low (PC.1, PC.2)."""

from kinfold.indicators.catalogue.programmes import re_referred, risk_ended, risk_low

COHORT = """
    member_id | cohort     | person_id | joined_on  | left_on    | level_at_start | level_at_end | re_referred_on
    ----------+------------+-----------+------------+------------+----------------+--------------+---------------
            1 | pcso_first | Ann       | 2023-06-01 | 2024-04-01 | high           | low          |
            2 | pcso_first | Ben       | 2023-06-01 | 2024-06-30 | medium         | none         | 2024-09-01
            3 | pcso_first | Cal       | 2023-06-01 | 2024-05-07 | low            | low          |
            4 | pcso_first | Dee       | 2023-06-01 | 2024-05-07 | none           | none         | 2024-06-01
            5 | pcso_first | Eve       | 2023-06-01 | 2024-05-07 |                | low          |
            6 | pcso_first | Fay       | 2023-06-01 |            | high           |              | 2024-05-01
            7 | pcso_first | Gus       | 2023-06-01 | 2024-07-01 | high           | none         |
            8 | pcso_first | Hal       | 2023-06-01 | 2024-05-07 | high           | high         |
"""


def test_a_child_who_joined_at_no_risk_can_be_referred_again_and_cannot_fall(cohort_members, shares, behind):
    cohort_members(COHORT)
    assert shares(re_referred, risk_ended, risk_low) == [(2, 6), (1, 4), (1, 4)]
    assert behind(re_referred) == ["Ben", "Dee"]
    assert behind(risk_ended) == ["Ben"]
    assert behind(risk_low) == ["Ann"]


def test_children_of_other_cohorts_are_in_neither_count(cohort_members, shares):
    cohort_members("""
        member_id | cohort      | person_id | left_on    | level_at_start | level_at_end | re_referred_on
        ----------+-------------+-----------+------------+----------------+--------------+---------------
                1 | pcso_second | Ann       | 2024-05-07 | high           | none         | 2024-06-01
    """)
    assert shares(re_referred, risk_ended, risk_low) == [(0, 0), (0, 0), (0, 0)]
