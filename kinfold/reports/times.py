"""Days and quarters as a report says them."""

import re
from datetime import date

from kinfold.indicators.periods import TERMS, reported

_QUARTER = re.compile(r"(\d{4})-(\d{2})-Q([1-4])")
_TO_DATE = re.compile(r"(\d{4}-\d{2})-Q([1-4])-YTD")
_HALF_OR_TERM = re.compile(r"\d{4}-(\d{2}-H[12]|T[123])")
_YEAR = re.compile(r"\d{4}-\d{2}")


def day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def period_words(period: str) -> str:
    """Q1 2024-25 for 2024-25-Q1, Q1 to Q3 2024-25 for 2024-25-Q3-YTD.

    Half a year and a school term are said in words, any other period as it is.
    """
    to_date = _TO_DATE.fullmatch(period)
    if to_date:
        return f"Q1 to Q{to_date[2]} {to_date[1]}" if to_date[2] != "1" else f"Q1 {to_date[1]}"
    found = _QUARTER.fullmatch(period)
    if found:
        return f"Q{found[3]} {found[1]}-{found[2]}"
    return covered_words(period) if _HALF_OR_TERM.fullmatch(period) else period


def period_in_full(period: str) -> str:
    """April to June 2024 (Q1 2024-25), April to September 2024, April 2024 to March 2025, Autumn term 2024.

    January to March belong to the year that follows the first.
    """
    if _QUARTER.fullmatch(period):
        return f"{covered_words(period)} ({period_words(period)})"
    return covered_words(period) if _YEAR.fullmatch(period) else period_words(period)


def covered_words(period: str) -> str:
    """The months, or the school term, of a period that a report can cover."""
    found = reported(period)
    return f"{TERMS[int(period[-1]) - 1]} term {found.starts_on.year}" if period[-2] == "T" else found.title


def short_period(period: str, first: bool) -> tuple[str, str]:
    """What stands under a point of a chart: the quarter, and the year below it where a year begins."""
    found = _QUARTER.fullmatch(period)
    if not found:
        return period, ""
    return f"Q{found[3]}", f"{found[1]}-{found[2]}" if first or found[3] == "1" else ""
