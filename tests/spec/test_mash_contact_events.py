"""Calls, forms and notifications into the MASH, shown beside contacts."""

from kinfold.indicators.catalogue.front_door import contact_events as indicator


def test_a_call_about_three_children_is_one(contacts, count, behind):
    contacts("""
        contact_id | event_id | person_id | received_on
        -----------+----------+-----------+------------
                 1 |      one | Ann       | 2024-05-07
                 2 |      one | Ben       | 2024-05-07
                 3 |      two | Ann       | 2024-05-08
    """)
    assert count(indicator) == 2
    assert behind(indicator) == ["one", "two"]


def test_without_the_hub_s_own_table_nothing_can_be_said(drawn, contacts, figures):
    contacts("""
        contact_id | person_id | received_on
        -----------+-----------+------------
                 1 | Ann       | 2024-05-07
    """)
    drawn.without.add("contact_children")
    assert [figure.status for figure in figures(indicator)] == ["not_covered"]
