"""Pupils below 50% attendance who have a lead professional, in school or in early help (Young People at Risk YP.2)."""

from kinfold.indicators.catalogue.education import led_by_early_help, led_by_school, with_lead

TERMS = """
    absence_id | person_id | term_ended_on | sessions_possible | sessions_attended | lead_professional
    -----------+-----------+---------------+-------------------+-------------------+------------------
             1 | Ann       | 2024-04-01    | 120               | 59                | school
             2 | Ben       | 2024-06-30    | 120               | 60                | school
             3 | Cal       | 2024-05-24    | 120               | 0                 | none
             4 | Dee       | 2024-05-24    | 121               | 60                | early_help
             5 | Eve       | 2024-05-24    | 120               | 10                | social_care
             6 | Fay       | 2024-05-24    | 0                 | 0                 | school
             7 | Gus       | 2024-03-31    | 120               | 10                | school
"""


def test_half_exactly_is_not_below_half(low_attendance, shares, behind):
    low_attendance(TERMS)
    assert shares(with_lead, led_by_school, led_by_early_help) == [(3, 4), (1, 4), (1, 4)]
    assert behind(with_lead) == ["Ann", "Dee", "Eve"]
    assert behind(led_by_school) == ["Ann"]
    assert behind(led_by_early_help) == ["Dee"]


def test_a_pupil_with_two_terms_in_a_year_is_one_and_led_if_led_in_either(low_attendance, shares):
    low_attendance("""
        absence_id | person_id | term_ended_on | sessions_possible | sessions_attended | lead_professional
        -----------+-----------+---------------+-------------------+-------------------+------------------
                 1 | Ann       | 2024-05-24    | 120               | 10                | none
                 2 | Ann       | 2024-07-19    | 120               | 10                | school
    """)
    assert shares(with_lead) == [(0, 1)]
    assert shares(with_lead, led_by_school, in_period="2024-25") == [(1, 1), (1, 1)]
