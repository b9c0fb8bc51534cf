"""Contacts from schools that the MASH graded good, and complaints from school leaders (PC.3)."""

from kinfold.indicators.catalogue.programmes import complaints_from_schools, good_contacts_from_schools


def test_only_graded_contacts_from_schools_are_in_the_share(contact_quality, shares, behind):
    contact_quality("""
        event_id | graded_on  | grade      | sector
        ---------+------------+------------+-------
               1 | 2024-04-01 | good       | school
               2 | 2024-06-30 | not_enough | school
               3 | 2024-05-07 | enough     | school
               4 | 2024-05-07 | good       | police
               5 | 2024-05-07 | good       |
               6 | 2024-07-01 | good       | school
    """)
    assert shares(good_contacts_from_schools) == [(1, 3)]
    assert behind(good_contacts_from_schools) == ["1"]


def test_only_complaints_from_schools_count(complaints, count, behind):
    complaints("""
        complaint_id | received_on | from_sector
        -------------+-------------+------------
                   1 | 2024-04-01  | school
                   2 | 2024-06-30  | school
                   3 | 2024-05-07  | health
                   4 | 2024-07-01  | school
    """)
    assert count(complaints_from_schools) == 2
    assert behind(complaints_from_schools) == ["1", "2"]


def test_a_quarter_without_complaints_has_none_and_one_without_graded_contacts_no_share(statuses_of, count):
    assert statuses_of(complaints_from_schools, good_contacts_from_schools) == ["shown", "no_cases"]
    assert count(complaints_from_schools) == 0
