"""Contacts decided within one working day (local)."""

from datetime import date

from kinfold.indicators.catalogue.front_door import decided_in_time as indicator

RECEIVED = """
    contact_id | person_id | received_on
    -----------+-----------+------------
             1 | Ann       | 2024-05-07
             2 | Ben       | 2024-05-07
             3 | Cal       | 2024-05-07
"""


def test_a_decision_before_the_close_of_the_day_is_in_time_and_one_at_midnight_is_not(contacts, deadlines, share):
    contacts(RECEIVED)
    deadlines("""
        rule             | about_id | due_on     | due_at              | met_at              | withdrawn
        -----------------+----------+------------+---------------------+---------------------+----------
        contact_decision |        1 | 2024-05-08 | 2024-05-08T23:00:00 | 2024-05-08T22:59:59 | N
        contact_decision |        2 | 2024-05-08 | 2024-05-08T23:00:00 | 2024-05-08T23:00:00 | N
        contact_decision |        3 | 2024-05-08 | 2024-05-08T23:00:00 |                     | N
    """)
    assert share(indicator) == (1, 3)


def test_a_contact_whose_day_is_not_over_is_in_neither_count_even_if_decided(contacts, deadlines, share):
    contacts(RECEIVED)
    deadlines("""
        rule             | about_id | due_on     | due_at              | met_at              | withdrawn
        -----------------+----------+------------+---------------------+---------------------+----------
        contact_decision |        1 | 2024-05-08 | 2024-05-08T23:00:00 | 2024-05-07T10:00:00 | N
        contact_decision |        2 | 2024-05-09 | 2024-05-09T23:00:00 | 2024-05-07T10:00:00 | N
        contact_decision |        3 | 2024-05-09 | 2024-05-09T23:00:00 |                     | N
    """)
    assert share(indicator, as_at=date(2024, 5, 8)) == (1, 1)
    assert share(indicator, as_at=date(2024, 5, 9)) == (2, 3)


def test_a_deadline_that_no_longer_applied_and_those_of_other_rules_do_not_count(contacts, deadlines, share):
    contacts(RECEIVED)
    deadlines("""
        rule                 | about_id | due_on     | due_at              | met_at              | withdrawn
        ---------------------+----------+------------+---------------------+---------------------+----------
        contact_decision     |        1 | 2024-05-08 | 2024-05-08T23:00:00 |                     | Y
        feedback_to_referrer |        2 | 2024-05-08 | 2024-05-08T23:00:00 | 2024-05-08T10:00:00 | N
        contact_decision     |        2 | 2024-05-08 | 2024-05-08T23:00:00 | 2024-05-08T10:00:00 | N
    """)
    assert share(indicator) == (1, 1)


def test_fan_out_two_deadlines_of_one_contact_are_one_contact(contacts, deadlines, share):
    contacts(RECEIVED)
    deadlines("""
        rule             | about_id | due_on     | due_at              | met_at              | withdrawn
        -----------------+----------+------------+---------------------+---------------------+----------
        contact_decision |        1 | 2024-05-08 | 2024-05-08T23:00:00 | 2024-05-07T10:00:00 | N
        contact_decision |        1 | 2024-05-09 | 2024-05-09T23:00:00 | 2024-05-07T10:00:00 | N
    """)
    assert share(indicator) == (1, 1)  # (2, 2), if deadlines were joined before counting


def test_a_share_of_nothing_has_no_value(contacts, figures):
    contacts(RECEIVED)
    [whole] = figures(indicator)
    assert (whole.numerator, whole.denominator, whole.value, whole.status) == (0, 0, None, "no_cases")


def test_it_is_a_percentage(contacts, deadlines, count):
    contacts(RECEIVED)
    deadlines("""
        rule             | about_id | due_on     | due_at              | met_at              | withdrawn
        -----------------+----------+------------+---------------------+---------------------+----------
        contact_decision |        1 | 2024-05-08 | 2024-05-08T23:00:00 | 2024-05-07T10:00:00 | N
        contact_decision |        2 | 2024-05-08 | 2024-05-08T23:00:00 | 2024-05-09T10:00:00 | N
    """)
    assert count(indicator) == 50
