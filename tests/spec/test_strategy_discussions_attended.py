"""Strategy discussions that social care, police and health all attended (Children’s Trust Plan 2.5)."""

from kinfold.indicators.catalogue.protection import discussions_attended as indicator


def test_all_three_must_have_come_and_unknown_is_not_come(strategy_discussions, share, behind):
    strategy_discussions("""
        discussion_id | person_id | held_on    | social_care_attended | police_attended | health_attended
        --------------+-----------+------------+----------------------+-----------------+----------------
                    1 | Ann       | 2024-04-01 | Y                    | Y               | Y
                    2 | Ann       | 2024-05-07 | Y                    | Y               | N
                    3 | Ben       | 2024-05-07 | Y                    | N               | Y
                    4 | Cal       | 2024-05-07 | N                    | Y               | Y
                    5 | Dee       | 2024-06-30 | Y                    | Y               |
                    6 | Eve       | 2024-07-01 | Y                    | Y               | Y
                    7 | Fay       |            | Y                    | Y               | Y
    """)
    assert share(indicator) == (1, 5)
    assert behind(indicator) == ["1"]
