"""Care leavers in work or learning, and suitably housed, at 17 and 18 and at 19 to 21 (Trust Plan 5.8, 5.9)."""

from kinfold.indicators.catalogue.care import care_leavers as indicators

BIRTHDAYS = """
    birthday_id | person_id | birthday_on | age | activity | accommodation_suitable | in_touch
    ------------+-----------+-------------+-----+----------+------------------------+---------
              1 | Ann       | 2024-04-01  | 17  | F1       | 1                      | Y
              2 | Ben       | 2024-06-30  | 18  | P5       | 2                      | Y
              3 | Cal       | 2024-05-07  | 18  | G4       | 1                      | Y
              4 | Dee       | 2024-05-07  | 18  |          |                        | N
              5 | Eve       | 2024-05-07  | 19  | F4       | 1                      | Y
              6 | Fay       | 2024-05-07  | 21  | G5       | 2                      | Y
              7 | Gus       | 2024-05-07  | 22  | F1       | 1                      | Y
              8 | Hal       | 2024-07-01  | 18  | F1       | 1                      | Y
              9 | Ida       | 2024-03-31  | 20  | F1       | 1                      | Y
"""


def test_those_not_in_touch_are_in_the_denominator_and_a_birthday_is_in_one_quarter(
    care_leaver_birthdays, shares, behind
):
    care_leaver_birthdays(BIRTHDAYS)
    working_young, housed_young, working_older, housed_older = indicators
    assert shares(working_young, housed_young) == [(2, 4), (2, 4)]
    assert shares(working_older, housed_older) == [(1, 2), (1, 2)]
    assert behind(working_young) == ["1", "2"]
    assert behind(housed_young) == ["1", "3"]
    assert behind(working_older) == behind(housed_older) == ["5"]


def test_a_year_holds_each_young_person_s_birthday_once(care_leaver_birthdays, shares):
    care_leaver_birthdays(BIRTHDAYS)
    assert shares(*indicators, in_period="2024-25") == [(3, 5), (3, 5), (1, 2), (1, 2)]


def test_a_council_with_the_standard_s_files_alone_cannot_say(drawn, care_leaver_birthdays, statuses_of):
    care_leaver_birthdays(BIRTHDAYS)
    drawn.without = {"care_leaver_birthdays"}
    assert set(statuses_of(*indicators)) == {"not_covered"}
