"""Organisations that were given organisational development support (Safeguarding Strategy 7.3)."""

from kinfold.indicators.catalogue.workforce import development as indicator


def test_an_organisation_supported_twice_is_one_and_in_each_quarter_anew(development_support, count, behind):
    development_support("""
        support_id | organisation | given_on
        -----------+--------------+-----------
                 1 | A school     | 2024-04-01
                 2 | A school     | 2024-06-30
                 3 | A surgery    | 2024-05-07
                 4 |              | 2024-05-07
                 5 | A school     | 2024-07-01
    """)
    assert count(indicator) == 2
    assert behind(indicator) == ["A school", "A surgery"]
    assert [count(indicator, period) for period in ("2024-25-Q2", "2024-25-Q2-YTD")] == [1, 2]
