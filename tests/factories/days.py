"""The days on which tests happen: a Wednesday in term time, with nothing else going on."""

from datetime import UTC, date, datetime

TODAY = date(2026, 6, 10)
NOW = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)  # ten o'clock in Portsmouth
A_WEEK_AGO = date(2026, 6, 3)
LONG_AGO = date(2025, 1, 6)
