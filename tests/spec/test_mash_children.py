"""Individual children in contacts into the MASH (Safeguarding Strategy 1.2b, annual report's dataset AR.1)."""

from kinfold.indicators.catalogue.front_door import children as indicator

ANN_TWICE = """
    contact_id | person_id | received_on | ward    | agency
    -----------+-----------+-------------+---------+--------
             1 | Ann       | 2024-04-02  | Fratton | Police
             2 | Ann       | 2024-05-07  | Nelson  | Police
             3 | Ben       | 2024-05-07  | Nelson  | School
             4 | Ann       | 2024-08-01  | Nelson  | School
"""


def test_a_child_in_contact_twice_is_one_child(contacts, count):
    contacts(ANN_TWICE)
    assert count(indicator) == 2


def test_distinct_double_count_quarters_do_not_add_up_to_the_year_to_date(contacts, count):
    contacts(ANN_TWICE)
    quarters = [count(indicator, quarter) for quarter in ("2024-25-Q1", "2024-25-Q2")]
    assert quarters == [2, 1]
    assert count(indicator, "2024-25-Q2-YTD") == 2  # 3, if quarters were added


def test_distinct_double_count_a_child_of_two_wards_is_in_both_and_once_in_the_whole(contacts, groups, count):
    contacts(ANN_TWICE)
    assert groups(indicator, "ward") == {"Fratton": 1, "Nelson": 2}
    assert count(indicator) == 2  # 3, if wards were added


def test_drilling_down_lists_each_child_once(contacts, behind):
    contacts(ANN_TWICE)
    assert behind(indicator) == ["Ann", "Ben"]
    assert behind(indicator, by="agency", group="Police") == ["Ann"]
