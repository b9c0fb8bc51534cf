"""Days and quarters are said as people say them."""

from datetime import date

import pytest

from kinfold.reports import day, period_in_full, period_words


@pytest.mark.parametrize(
    ("period", "short", "full"),
    [
        ("2024-25-Q1", "Q1 2024-25", "April to June 2024 (Q1 2024-25)"),
        ("2024-25-Q4", "Q4 2024-25", "January to March 2025 (Q4 2024-25)"),
        ("2024-25-Q3-YTD", "Q1 to Q3 2024-25", "Q1 to Q3 2024-25"),
        ("2024-25-Q1-YTD", "Q1 2024-25", "Q1 2024-25"),
        ("2019-20", "2019-20", "April 2019 to March 2020"),
        ("2024-25-H2", "October 2024 to March 2025", "October 2024 to March 2025"),
        ("2024-T3", "Autumn term 2024", "Autumn term 2024"),
    ],
)
def test_a_quarter_is_said_short_and_in_full(period, short, full):
    assert period_words(period) == short
    assert period_in_full(period) == full


def test_a_day_has_no_leading_nought():
    assert day(date(2024, 6, 3)) == "3 June 2024"
