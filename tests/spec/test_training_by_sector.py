"""Attendees at the partnership’s training from each agency (Safeguarding Strategy 7.2a-f)."""

from kinfold.indicators.catalogue.workforce import by_sector, delegates


def test_each_attendee_is_in_the_sector_of_their_employer_or_in_none_that_the_strategy_names(course_places, counts):
    course_places("""
        place_id | held_on    | kind          | attended | sector
        ---------+------------+---------------+----------+-------------------------
               1 | 2024-05-07 | multi_agency  | Y        | portsmouth_city_council
               2 | 2024-05-07 | single_agency | Y        | portsmouth_city_council
               3 | 2024-05-07 | inset         | Y        | education
               4 | 2024-05-07 | multi_agency  | N        | education
               5 | 2024-05-07 | multi_agency  | Y        | hampshire_constabulary
               6 | 2024-05-07 | multi_agency  | Y        | voluntary
               7 | 2024-05-07 | multi_agency  | Y        |
               8 | 2024-07-01 | multi_agency  | Y        | early_years
               9 | 2024-06-30 | workshop      | Y        | solent_nhs_trust
              10 | 2024-04-01 | bespoke       | Y        | portsmouth_hospitals_trust
    """)
    assert [indicator.key.removeprefix("training.from_") for indicator in by_sector] == [
        "portsmouth_city_council", "solent_nhs_trust", "portsmouth_hospitals_trust", "hampshire_constabulary",
        "education", "early_years",
    ]  # fmt: skip
    assert counts(*by_sector, delegates) == [2, 1, 1, 1, 1, 0, 8]
