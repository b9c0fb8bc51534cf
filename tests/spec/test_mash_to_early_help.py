"""Contacts that resulted in referral to Early Help and Prevention (Safeguarding Strategy 1.3b)."""

from kinfold.indicators.catalogue.front_door import to_early_help as indicator


def test_early_help_and_prevention_counts_and_family_support_does_not(contacts, count, behind):
    contacts("""
        contact_id | person_id | received_on | decision
        -----------+-----------+-------------+---------------
                 1 | Ann       | 2024-05-07  | early_help
                 2 | Ben       | 2024-05-07  | family_support
                 3 | Cal       | 2024-05-07  | social_care
    """)
    assert count(indicator) == 1
    assert behind(indicator) == ["1"]


def test_it_is_broken_down_by_the_tier_the_hub_decided(contacts, groups):
    contacts("""
        contact_id | person_id | received_on | decision   | tier
        -----------+-----------+-------------+------------+-----
                 1 | Ann       | 2024-05-07  | early_help | 3
                 2 | Ben       | 2024-05-07  | early_help |
    """)
    assert groups(indicator, "tier") == {"3": 1, "not recorded": 1}
