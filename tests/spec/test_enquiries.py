"""Section 47 enquiries, their number and rate (Children’s Trust Plan 2.1)."""

from kinfold.indicators.catalogue.protection import enquiries as number
from kinfold.indicators.catalogue.protection import enquiries_rate as rate

ENQUIRIES = """
    enquiry_id | person_id | started_on          | ended_on   | no_further_action | ward    | born_on
    -----------+-----------+---------------------+------------+-------------------+---------+-----------
             1 | Ann       | 2024-03-31          | 2024-04-20 | N                 | Fratton | 2020-01-01
             2 | Ann       | 2024-04-01          |            | N                 | Fratton | 2020-01-01
             3 | Ann       | 2024-06-30T23:59:59 |            | Y                 | Nelson  | 2020-01-01
             4 | Ben       | 2024-05-07          | 2024-05-08 |                   | Nelson  | 2010-01-01
             5 | Ben       | 2024-07-01          |            | N                 | Nelson  | 2010-01-01
"""
CITY = """
    area       | age_from | age_to | year | population
    -----------+----------+--------+------+-----------
    Portsmouth | 0        | 17     | 2023 | 20000
    Nelson     | 0        | 17     | 2023 | 1000
"""


def test_enquiries_that_began_in_the_quarter_count_and_not_children(section_47_enquiries, population, shares, behind):
    section_47_enquiries(ENQUIRIES)
    population(CITY)
    assert shares(number, rate) == [(3, None), (3, 20000)]
    assert behind(number) == behind(rate) == ["2", "3", "4"]


def test_the_rate_is_per_10_000_children_and_each_ward_has_its_own(section_47_enquiries, population, counts, groups):
    section_47_enquiries(ENQUIRIES)
    population(CITY)
    assert counts(number, rate) == [3, 1.5]
    assert groups(number, "ward") == {"Fratton": 1, "Nelson": 2}
    assert groups(rate, "ward") == {"Nelson": 20}  # nobody has said how many children live in Fratton


def test_without_a_population_there_is_no_rate_and_still_a_number(drawn, section_47_enquiries, statuses_of):
    section_47_enquiries(ENQUIRIES)
    drawn.without = {"population", "enquiry_details"}
    assert statuses_of(number, rate) == ["shown", "not_covered"]
