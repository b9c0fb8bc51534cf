"""When the MASH hub is open, and arithmetic on a clock that stops while it is closed."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from kinfold.practice.dated import LONDON
from kinfold.practice.working_days import is_bank_holiday

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_LINE = re.compile(rf"(?P<day>[A-Z][a-z]+) (?:closed|(?P<opens>{_CLOCK}) to (?P<closes>{_CLOCK}))")


@dataclass(frozen=True)
class Opening:
    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise ValueError(f"Closing time {self.closes:%H:%M} must be after opening time {self.opens:%H:%M}")


@dataclass(frozen=True)
class HubHours:
    """One opening for each weekday, Monday first; None is closed. Bank holidays are closed whatever the weekday."""

    week: tuple[Opening | None, ...]

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise ValueError("Give opening hours for all seven days, Monday first")
        if not any(self.week):
            raise ValueError("Give opening hours for at least one day")

    @classmethod
    def read(cls, text: str) -> "HubHours":
        """From the setting's words, `Monday 08:30 to 17:00; …; Sunday closed`; ValueError says what to mend."""
        week: dict[str, Opening | None] = {}
        for line in (part.strip() for part in re.split(r"[;\n]", text)):
            if not line:
                continue
            found = _LINE.fullmatch(line)
            if found is None or found["day"] not in WEEKDAYS:
                raise ValueError(f"“{line}” must look like “Monday 08:30 to 17:00” or “Sunday closed”")
            if found["day"] in week:
                raise ValueError(f"{found['day']} is given twice")
            week[found["day"]] = _opening(found["opens"], found["closes"]) if found["opens"] else None
        absent = [day for day in WEEKDAYS if day not in week]
        if absent:
            raise ValueError(f"Give opening hours for {', '.join(absent)}")
        return cls(tuple(week[day] for day in WEEKDAYS))

    def __str__(self) -> str:
        return "; ".join(
            f"{day} closed" if opening is None else f"{day} {opening.opens:%H:%M} to {opening.closes:%H:%M}"
            for day, opening in zip(WEEKDAYS, self.week, strict=True)
        )

    def is_open(self, at: datetime) -> bool:
        opening = self._opening_on(_london(at).date())
        return opening is not None and opening[0] <= at < opening[1]

    def next_opening(self, at: datetime) -> datetime:
        """The instant from which a contact sent `at` can be read: `at` itself when the hub is open."""
        return at if self.is_open(at) else self.add(at, timedelta(0))

    def add(self, start: datetime, length: timedelta) -> datetime:
        """The instant, in UTC, at which the hub has been open for `length` since `start`."""
        if length < timedelta(0):
            raise ValueError("The hub's clock only runs forwards")
        day, start, left = _london(start).date(), start.astimezone(UTC), length
        while True:
            opening = self._opening_on(day)
            if opening is not None:
                begins, ends = max(start, opening[0]), opening[1]
                if begins < ends and begins + left <= ends:
                    return begins + left
                left -= max(ends - begins, timedelta(0))
            day += timedelta(days=1)

    def open_between(self, start: datetime, end: datetime) -> timedelta:
        """How long the hub was open from `start` to `end`."""
        day, total = _london(start).date(), timedelta(0)
        while day <= _london(end).date():
            opening = self._opening_on(day)
            if opening is not None:
                total += max(min(end, opening[1]) - max(start, opening[0]), timedelta(0))
            day += timedelta(days=1)
        return total

    def _opening_on(self, day: date) -> tuple[datetime, datetime] | None:
        opening = self.week[day.weekday()]
        if opening is None or is_bank_holiday(day):
            return None
        return _at(day, opening.opens), _at(day, opening.closes)


def _opening(opens: str, closes: str) -> Opening:
    return Opening(time.fromisoformat(opens), time.fromisoformat(closes))


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, LONDON).astimezone(UTC)


def _london(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("An instant needs its time zone")
    return at.astimezone(LONDON)
