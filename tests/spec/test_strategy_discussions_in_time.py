"""Strategy discussions held within 3 working days (Children’s Trust Plan 2.5)."""

from kinfold.indicators.catalogue.protection import discussions_in_time as indicator


def test_the_third_working_day_is_in_time_weekends_and_bank_holidays_left_out(strategy_discussions, share, behind):
    strategy_discussions("""
        discussion_id | person_id | worried_on | held_on
        --------------+-----------+------------+-----------
                    1 | Ann       | 2024-05-02 | 2024-05-08
                    2 | Ben       | 2024-05-02 | 2024-05-09
                    3 | Cal       | 2024-05-04 | 2024-05-09
                    4 | Dee       | 2024-05-04 | 2024-05-10
                    5 | Eve       | 2024-05-06 | 2024-05-06
    """)
    # 4 and 5 May 2024 are a weekend, Monday the 6th is a bank holiday.
    assert share(indicator) == (3, 5)
    assert behind(indicator) == ["1", "3", "5"]


def test_a_discussion_is_in_the_quarter_in_which_it_was_held(strategy_discussions, share):
    strategy_discussions("""
        discussion_id | person_id | worried_on | held_on
        --------------+-----------+------------+-----------
                    1 | Ann       | 2024-03-28 | 2024-04-01
                    2 | Ann       | 2024-06-28 | 2024-07-01
                    3 | Ann       | 2024-06-28 |
    """)
    assert share(indicator) == (1, 1)
