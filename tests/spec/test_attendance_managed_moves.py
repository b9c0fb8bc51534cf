"""Managed moves through the Inclusion Support Panel (Young People at Risk YP.9)."""

from kinfold.indicators.catalogue.education import managed_moves as indicator


def test_a_pupil_moved_twice_is_one_and_another_panel_s_moves_are_not_counted(managed_moves, count, behind):
    managed_moves("""
        move_id | person_id | agreed_on  | panel                   | ended_well
        --------+-----------+------------+-------------------------+-----------
              1 | Ann       | 2024-04-01 | inclusion_support_panel | N
              2 | Ann       | 2024-06-30 | inclusion_support_panel |
              3 | Ben       | 2024-05-07 | fair_access             | Y
              4 | Cal       | 2024-07-01 | inclusion_support_panel | Y
    """)
    assert count(indicator) == 1
    assert behind(indicator) == ["Ann"]
