"""Days and quarters as a report says them."""

import re
from datetime import date

_QUARTER = re.compile(r"(\d{4})-(\d{2})-Q([1-4])")
_TO_DATE = re.compile(r"(\d{4}-\d{2})-Q([1-4])-YTD")
_MONTHS = ("April to June", "July to September", "October to December", "January to March")


def day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def period_words(period: str) -> str:
    """Q1 2024-25 for 2024-25-Q1, Q1 to Q3 2024-25 for 2024-25-Q3-YTD; any other period as it is."""
    to_date = _TO_DATE.fullmatch(period)
    if to_date:
        return f"Q1 to Q{to_date[2]} {to_date[1]}" if to_date[2] != "1" else f"Q1 {to_date[1]}"
    found = _QUARTER.fullmatch(period)
    return f"Q{found[3]} {found[1]}-{found[2]}" if found else period


def period_in_full(period: str) -> str:
    """April to June 2024 (Q1 2024-25); January to March belong to the year that follows the first."""
    found = _QUARTER.fullmatch(period)
    if not found:
        return period_words(period)
    year = int(found[1]) + (found[3] == "4")
    return f"{_MONTHS[int(found[3]) - 1]} {year} ({period_words(period)})"


def short_period(period: str, first: bool) -> tuple[str, str]:
    """What stands under a point of a chart: the quarter, and the year below it where a year begins."""
    found = _QUARTER.fullmatch(period)
    if not found:
        return period, ""
    return f"Q{found[3]}", f"{found[1]}-{found[2]}" if first or found[3] == "1" else ""
