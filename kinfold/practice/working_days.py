"""England's working days: neither a Saturday, a Sunday nor a bank holiday."""

from bisect import bisect_left, bisect_right
from datetime import date, datetime, timedelta
from functools import cache

import holidays

FIRST_YEAR = 2010
LAST_YEAR = 2035
FIRST_DAY = date(FIRST_YEAR, 1, 1)
LAST_DAY = date(LAST_YEAR, 12, 31)


class OutsideKnownCalendar(ValueError):
    """A day for which England's bank holidays are not known."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} is outside the working-day calendar, which runs from {_in_words(FIRST_DAY)} to "
            f"{_in_words(LAST_DAY)}. Check the date for a slip; if it is right, update the holidays package and widen "
            "FIRST_YEAR or LAST_YEAR in kinfold/practice/working_days.py."
        )


def bank_holidays() -> tuple[date, ...]:
    """Every bank holiday in England within the calendar, one-off ones too, in date order."""
    return _bank_holidays()


def is_working_day(day: date) -> bool:
    _check_known(day)
    days = _working_days()
    place = bisect_left(days, day.toordinal())
    return place < len(days) and days[place] == day.toordinal()


def is_bank_holiday(day: date) -> bool:
    _check_known(day)
    return day in _bank_holiday_set()


def add_working_days(start: date, days: int) -> date:
    """The day that is so many working days after `start`, which is itself day 0 whether or not it is a working day.

    Saturday plus one is Monday; zero gives `start` back; a negative number counts backwards.
    """
    _check_known(start)
    if days == 0:
        return start
    calendar = _working_days()
    if days > 0:
        place = bisect_right(calendar, start.toordinal()) + days - 1
    else:
        place = bisect_left(calendar, start.toordinal()) + days
    if not 0 <= place < len(calendar):
        raise OutsideKnownCalendar(f"{_in_words(start)} with {days} working days added")
    return date.fromordinal(calendar[place])


def working_days_between(start: date, end: date) -> int:
    """Working days after `start`, up to and including `end`; negative where `end` is the earlier."""
    _check_known(start)
    _check_known(end)
    if end < start:
        return -working_days_between(end, start)
    calendar = _working_days()
    return bisect_right(calendar, end.toordinal()) - bisect_right(calendar, start.toordinal())


def calendar(first: date = FIRST_DAY, last: date = LAST_DAY) -> tuple[tuple[date, bool], ...]:
    """Each day from `first` to `last`, both included, and whether it is a working day."""
    _check_known(first)
    _check_known(last)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple((day, is_working_day(day)) for day in days)


def _check_known(day: date) -> None:
    if isinstance(day, datetime):
        raise TypeError("Pass the date in London, not an instant: near midnight the two differ.")
    if not FIRST_DAY <= day <= LAST_DAY:
        raise OutsideKnownCalendar(_in_words(day))


@cache
def _bank_holidays() -> tuple[date, ...]:
    return tuple(sorted(holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST_YEAR, LAST_YEAR + 1))))


@cache
def _bank_holiday_set() -> frozenset[date]:
    return frozenset(_bank_holidays())


@cache
def _working_days() -> tuple[int, ...]:
    closed = {day.toordinal() for day in _bank_holidays()}
    days = range(FIRST_DAY.toordinal(), LAST_DAY.toordinal() + 1)
    return tuple(day for day in days if day not in closed and date.fromordinal(day).weekday() < 5)


def _in_words(day: date) -> str:
    return f"{day:%-d %B %Y}"
