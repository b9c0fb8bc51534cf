"""The days on which tests happen: a Wednesday in term time, long enough ago that what ends on it has ended."""

from datetime import UTC, date, datetime

TODAY = date(2024, 6, 12)
NOW = datetime(2024, 6, 12, 9, 0, tzinfo=UTC)  # ten o'clock in Portsmouth
A_WEEK_AGO = date(2024, 6, 5)
LONG_AGO = date(2023, 1, 9)
LONG_AGO_AT = datetime(2023, 1, 9, 9, 0, tzinfo=UTC)
