"""Allegations against people who work with children, and by where they work (Safeguarding Strategy 7.5, 7.6a-f)."""

from kinfold.indicators.catalogue.workforce import allegations as every
from kinfold.indicators.catalogue.workforce import allegations_by_sector as by_sector


def test_an_allegation_counts_when_it_was_received_whatever_its_outcome(allegations, counts, behind):
    allegations("""
        allegation_id | received_on | sector        | outcome         | concluded_on
        --------------+-------------+---------------+-----------------+-------------
                    1 | 2024-04-01  | schools       | substantiated   | 2024-07-01
                    2 | 2024-06-30  | schools       | unfounded       | 2024-07-01
                    3 | 2024-05-07  | social_care   |                 |
                    4 | 2024-05-07  | foster_carers |                 |
                    5 | 2024-05-07  | police        |                 |
                    6 | 2024-05-07  | health        |                 |
                    7 | 2024-05-07  | voluntary     |                 |
                    8 | 2024-05-07  | other         |                 |
                    9 | 2024-07-01  | schools       |                 |
                   10 | 2024-03-31  | schools       | substantiated   | 2024-05-07
    """)
    assert [indicator.key.removeprefix("allegations.") for indicator in by_sector] == [
        "schools", "social_care", "foster_carers", "police", "health", "voluntary"
    ]  # fmt: skip
    assert counts(every, *by_sector) == [8, 2, 1, 1, 1, 1, 1]
    assert behind(by_sector[0]) == ["1", "2"]
