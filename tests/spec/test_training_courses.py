"""Multi-agency courses run (annual report's dataset AR.19)."""

from kinfold.indicators.catalogue.workforce import courses as indicator


def test_a_course_held_twice_is_two_and_those_for_one_agency_are_none(course_runs, count, behind):
    course_runs("""
        run_id | course_id | held_on    | kind
        -------+-----------+------------+--------------
             1 | a         | 2024-04-01 | multi_agency
             2 | a         | 2024-06-30 | multi_agency
             3 | b         | 2024-05-07 | workshop
             4 | c         | 2024-05-07 | conference
             5 | d         | 2024-05-07 | single_agency
             6 | e         | 2024-05-07 | inset
             7 | a         | 2024-07-01 | multi_agency
    """)
    assert count(indicator) == 4
    assert behind(indicator) == ["1", "2", "3", "4"]


def test_fan_out_however_many_attend_a_course_is_one(course_runs, course_places, count):
    course_runs("""
        run_id | course_id | held_on    | kind
        -------+-----------+------------+-------------
             1 | a         | 2024-05-07 | multi_agency
    """)
    course_places("""
        place_id | run_id | held_on    | kind         | attended
        ---------+--------+------------+--------------+---------
               1 | 1      | 2024-05-07 | multi_agency | Y
               2 | 1      | 2024-05-07 | multi_agency | Y
    """)
    assert count(indicator) == 1
