"""Contacts that resulted in signposting to universal services (Safeguarding Strategy 1.3a)."""

from kinfold.indicators.catalogue.front_door import signposted as indicator


def test_signposting_counts_and_advice_alone_does_not(contacts, count):
    contacts("""
        contact_id | person_id | received_on | decision
        -----------+-----------+-------------+------------------
                 1 | Ann       | 2024-05-07  | signposted
                 2 | Ben       | 2024-05-07  | advice
                 3 | Cal       | 2024-05-07  | no_further_action
                 4 | Dee       | 2024-05-07  |
    """)
    assert count(indicator) == 1


def test_a_contact_counts_in_the_quarter_of_its_receipt_not_of_its_decision(contacts, count):
    contacts("""
        contact_id | person_id | received_on | decision   | decided_on
        -----------+-----------+-------------+------------+-----------
                 1 | Ann       | 2024-06-30  | signposted | 2024-07-01
    """)
    assert [count(indicator, quarter) for quarter in ("2024-25-Q1", "2024-25-Q2")] == [1, 0]


def test_without_the_hub_s_decisions_the_figure_is_not_covered_rather_than_nought(drawn, contacts, figures):
    contacts("""
        contact_id | person_id | received_on
        -----------+-----------+------------
                 1 | Ann       | 2024-05-07
    """)
    drawn.without.add("contact_children")
    assert [figure.status for figure in figures(indicator)] == ["not_covered"]
