"""The stretch of time a city lives through, and the city's clock: days since 1970, seconds of London and of UTC."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

import numpy as np

from kinfold.city.draws import Flags, Ints
from kinfold.practice.working_days import bank_holidays

DAY = 86_400
YEAR = 365.25
NEVER = 1_000_000
"""A day that has not come: later than every day a city knows."""

_EPOCH = date(1970, 1, 1)


def day_number(day: date) -> int:
    return (day - _EPOCH).days


def day_of(number: int) -> date:
    return _EPOCH + timedelta(days=int(number))


@dataclass(frozen=True)
class History:
    """`until` is the last day lived. Recorded history starts `years` before the quarter that holds it; lives a year
    earlier."""

    years: int
    until: date

    @cached_property
    def recorded_from(self) -> date:
        quarter_month = (self.until.month - 1) // 3 * 3 + 1
        return date(self.until.year - self.years, quarter_month, 1)

    @cached_property
    def lived_from(self) -> date:
        return self.recorded_from.replace(year=self.recorded_from.year - 1)

    @cached_property
    def first(self) -> int:
        return day_number(self.lived_from)

    @cached_property
    def last(self) -> int:
        return day_number(self.until)

    @cached_property
    def days(self) -> Ints:
        return np.arange(self.first, self.last + 1)

    def ages_on(self, day: int, born: Ints) -> Ints:
        """Whole years, near enough for weights; a birthday itself is reckoned by `birthday`."""
        return np.floor((day - born) / YEAR).astype(np.int64)


def birthday(born: Ints, age: int) -> Ints:
    """The day on which someone born on `born` turns `age`; 29 February becomes 1 March."""
    months = born.astype("datetime64[D]").astype("datetime64[M]")
    day_in_month = born - months.astype("datetime64[D]").astype(np.int64)
    return (months + 12 * age).astype("datetime64[D]").astype(np.int64) + day_in_month


def months_after(days: Ints, months: Ints | int) -> Ints:
    """The same day of a later month, or that month's last day where it is too short."""
    start = days.astype("datetime64[D]").astype("datetime64[M]")
    day_in_month = days - start.astype("datetime64[D]").astype(np.int64)
    month = start + months
    first, following = (each.astype("datetime64[D]").astype(np.int64) for each in (month, month + 1))
    moved: Ints = np.minimum(first + day_in_month, following - 1)
    return moved


def is_weekday(days: Ints) -> Flags:
    return (days + 3) % 7 < 5


def is_working(days: Ints) -> Flags:
    closed = np.array([day_number(day) for day in bank_holidays()])
    return is_weekday(days) & ~np.isin(days, closed)


def add_working_days(days: Ints, count: Ints | int) -> Ints:
    """Whole columns at once, with the same answer as `practice.working_days.add_working_days`."""
    closed = np.array(bank_holidays(), dtype="datetime64[D]")
    started = np.asarray(days).astype("datetime64[D]")
    moved = np.busday_offset(started, count, roll="backward", holidays=closed).astype(np.int64)
    return np.where(np.asarray(count) == 0, days, moved)


def to_working_day(days: Ints) -> Ints:
    """The same day if it is a working day, else the next that is."""
    closed = np.array(bank_holidays(), dtype="datetime64[D]")
    return np.busday_offset(days.astype("datetime64[D]"), 0, roll="forward", holidays=closed).astype(np.int64)


def is_term(days: Ints) -> Flags:
    """School days by an invented but ordinary calendar: six weeks in summer, two at Christmas and Easter,
    half-terms."""
    dates = days.astype("datetime64[D]")
    year_starts = dates.astype("datetime64[Y]").astype("datetime64[D]")
    day_of_year = (dates - year_starts).astype(np.int64)
    away = (
        (day_of_year < 4) | (day_of_year > 352)
        | ((day_of_year > 43) & (day_of_year < 52))
        | ((day_of_year > 91) & (day_of_year < 107))
        | ((day_of_year > 145) & (day_of_year < 154))
        | ((day_of_year > 202) & (day_of_year < 246))
        | ((day_of_year > 296) & (day_of_year < 305))
    )  # fmt: skip
    term: Flags = is_working(days) & ~away
    return term


def to_utc(london: Ints) -> Ints:
    """UTC seconds for wall-clock seconds in London. The hour that spring skips is the moment of the change, so that
    what comes later on the wall never comes earlier in truth."""
    starts, ends = _summer_times()
    place = np.searchsorted(starts, london, side="right") - 1
    began = starts[np.maximum(place, 0)]
    summer = (place >= 0) & (london < ends[np.maximum(place, 0)])
    return np.where(summer, np.maximum(london - 3600, began), london)


def to_london(utc: Ints) -> Ints:
    """Wall-clock seconds in London for UTC seconds."""
    starts, ends = _summer_times()
    place = np.searchsorted(starts - 3600, utc - 3600, side="right") - 1
    summer = (place >= 0) & (utc < ends[np.maximum(place, 0)] - 3600)
    return utc + np.where(summer, 3600, 0)


def _summer_times() -> tuple[Ints, Ints]:
    """Wall-clock seconds between which London keeps summer time, for each year since the rule was settled."""
    years = range(1996, 2100)
    starts = [_last_sunday(year, 3) * DAY + 3600 for year in years]
    ends = [_last_sunday(year, 10) * DAY + 2 * 3600 for year in years]
    return np.array(starts), np.array(ends)


def _last_sunday(year: int, month: int) -> int:
    last = datetime(year, month, 31, tzinfo=UTC).date()
    return day_number(last - timedelta(days=(last.weekday() + 1) % 7))
