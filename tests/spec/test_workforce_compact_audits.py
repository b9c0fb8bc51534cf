"""Services that returned the Compact Audit on time (Safeguarding Strategy 7.4)."""

from datetime import date

from kinfold.indicators.catalogue.workforce import compact_audits as indicator

AUDITS = """
    return_id | service | asked_on   | due_on     | returned_on
    ----------+---------+------------+------------+------------
            1 | Police  | 2024-03-01 | 2024-04-01 | 2024-04-01
            2 | Health  | 2024-05-01 | 2024-06-30 | 2024-07-01
            3 | School  | 2024-05-01 | 2024-06-30 |
            4 | Housing | 2024-06-01 | 2024-07-01 | 2024-06-20
            5 | Surgery | 2024-05-01 | 2024-06-30 | 2024-05-02
"""


def test_the_day_it_is_due_is_in_time_and_the_next_is_not(compact_audits, share, behind):
    compact_audits(AUDITS)
    assert share(indicator) == (2, 4)
    assert behind(indicator) == ["1", "5"]


def test_an_audit_whose_day_is_not_over_is_in_neither_count_even_if_it_is_returned(compact_audits, share):
    compact_audits(AUDITS)
    assert share(indicator, as_at=date(2024, 6, 29)) == (1, 1)
    assert share(indicator, as_at=date(2024, 6, 30)) == (2, 4)
