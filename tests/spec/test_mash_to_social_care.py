"""Contacts that resulted in referral to children's social care (Safeguarding Strategy 1.3c)."""

from kinfold.indicators.catalogue.front_door import to_social_care as indicator


def test_referrals_and_immediate_strategy_discussions_count(contacts, count, behind):
    contacts("""
        contact_id | person_id | received_on | decision
        -----------+-----------+-------------+--------------------
                 1 | Ann       | 2024-05-07  | social_care
                 2 | Ben       | 2024-05-07  | strategy_discussion
                 3 | Cal       | 2024-05-07  | early_help
    """)
    assert count(indicator) == 2
    assert behind(indicator) == ["1", "2"]


def test_a_contact_about_an_open_case_is_not_a_new_referral(contacts, count):
    contacts("""
        contact_id | person_id | received_on | decision
        -----------+-----------+-------------+-----------------
                 1 | Ann       | 2024-05-07  | allocated_worker
                 2 | Ben       | 2024-05-07  | other_authority
    """)
    assert count(indicator) == 0
