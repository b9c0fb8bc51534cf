"""Attendees at multi-agency, at single-agency and at restorative training, and all delegates (7.1a, b, c, AR.19)."""

from kinfold.indicators.catalogue.workforce import delegates, multi_agency, restorative, single_agency

PLACES = """
    place_id | run_id | held_on    | kind          | restorative | attended
    ---------+--------+------------+---------------+-------------+---------
           1 | a      | 2024-04-01 | multi_agency  | N           | Y
           2 | a      | 2024-04-01 | multi_agency  | N           | N
           3 | b      | 2024-05-07 | workshop      | Y           | Y
           4 | c      | 2024-05-07 | conference    | N           | Y
           5 | d      | 2024-05-07 | single_agency | Y           | Y
           6 | e      | 2024-05-07 | bespoke       | N           | Y
           7 | f      | 2024-06-30 | inset         | N           | Y
           8 | f      | 2024-06-30 | inset         | Y           | N
           9 | g      | 2024-07-01 | multi_agency  | Y           | Y
"""


def test_restorative_training_is_of_either_kind_and_who_did_not_come_is_in_none(course_places, counts, behind):
    course_places(PLACES)
    assert counts(multi_agency, single_agency, restorative, delegates) == [3, 3, 2, 6]
    assert behind(multi_agency) == ["1", "3", "4"]
    assert behind(single_agency) == ["5", "6", "7"]
    assert behind(restorative) == ["3", "5"]
