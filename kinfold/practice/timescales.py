"""How long the law and local practice give for each step, and the instant a step falls due."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any, Literal, cast, get_args

from kinfold.practice.dated import LONDON, PracticeDataFault, check_versions, read_toml, version_on
from kinfold.practice.hub_hours import HubHours
from kinfold.practice.working_days import add_working_days

Unit = Literal["working_days", "days", "weeks", "hours", "hub_hours", "school_mornings"]
SCHOOL_BEGINS = time(8, 45)
"""Local: schools differ by some minutes. Term dates are not known here, so that a weekday of the holidays counts."""
_WHOLE_DAYS: tuple[Unit, ...] = ("working_days", "days", "weeks")


@dataclass(frozen=True)
class Timescale:
    """One rule for one period of time; `statutory` is law or statutory guidance, all else is local and editable."""

    key: str
    title: str
    starts: str
    length: int
    unit: Unit
    source: str
    statutory: bool
    valid_from: date
    valid_to: date | None = None
    note: str = ""
    units_allowed: tuple[Unit, ...] = ()

    def __post_init__(self) -> None:
        if self.length < 1:
            raise PracticeDataFault(f"Timescale {self.key}: length must be at least 1, not {self.length}.")
        for unit in (self.unit, *self.units_allowed):
            if unit not in get_args(Unit):
                raise PracticeDataFault(f"Timescale {self.key}: “{unit}” is not a unit.")
        if not (self.title and self.starts and self.source):
            raise PracticeDataFault(f"Timescale {self.key}: title, starts and source must all be given.")

    @property
    def local(self) -> bool:
        return not self.statutory

    @property
    def whole_days(self) -> bool:
        """Due by the close of a day, rather than at an instant."""
        return self.unit in _WHOLE_DAYS

    @property
    def words(self) -> str:
        if self.unit == "school_mornings" and self.length == 1:
            return "before the next school day"
        unit = {"hub_hours": "hours while the hub is open"}.get(self.unit, self.unit.replace("_", " "))
        return f"{self.length} {unit.removesuffix('s') if self.length == 1 and self.unit != 'hub_hours' else unit}"


def timescale(key: str, on: date) -> Timescale:
    """The rule in force on a day: the day the clock starts, not the day it is asked."""
    if key not in VERSIONS:
        raise KeyError(f"There is no timescale called “{key}”; there are {', '.join(VERSIONS)}.")
    return version_on(VERSIONS[key], on, f"timescale “{key}”")


def with_settings(rule: Timescale, settings: Mapping[str, object]) -> Timescale:
    """The rule as the partnership has set it: `<key>_length`, and `<key>_clock` where more than one unit is allowed.

    A statutory rule comes back unchanged, whatever the settings say.
    """
    if rule.statutory:
        return rule
    length = settings.get(f"{rule.key}_length", rule.length)
    clock = settings.get(f"{rule.key}_clock", rule.unit)
    units = [unit for unit in (rule.unit, *rule.units_allowed) if unit == clock]
    if type(length) is not int or length < 1 or not units:
        raise ValueError(f"{rule.title} cannot be set to {length} {clock}")
    return replace(rule, length=length, unit=units[0])


def due_at(timescale: Timescale, started_at: datetime, hub_hours: HubHours | None = None) -> datetime:
    """The instant a step falls due, in UTC.

    A rule in days, working days or weeks is due by the close of its last day in London, so this is the midnight with
    which the next day begins; `due_on` gives the day itself. `met_in_time` knows which side of the instant counts.
    """
    if started_at.tzinfo is None:
        raise ValueError("An instant needs its time zone")
    if timescale.whole_days:
        return _midnight_after(_last_day(timescale, started_at))
    if timescale.unit == "hours":
        return started_at.astimezone(UTC) + timedelta(hours=timescale.length)
    if timescale.unit == "school_mornings":
        return _school_morning(started_at.astimezone(LONDON), timescale.length)
    if hub_hours is None:
        raise ValueError(f"{timescale.title} runs in hub hours: say when the hub is open")
    return hub_hours.add(started_at.astimezone(UTC), timedelta(hours=timescale.length))


def due_on(timescale: Timescale, started_at: datetime, hub_hours: HubHours | None = None) -> date:
    """The day in London on which a step falls due: the one to show and to keep."""
    if timescale.whole_days:
        return _last_day(timescale, started_at)
    return due_at(timescale, started_at, hub_hours).astimezone(LONDON).date()


def met_in_time(timescale: Timescale, due: datetime, met_at: datetime) -> bool:
    """A step done exactly 48 hours after is in time; one done at the midnight that ends the last day is not."""
    return met_at < due if timescale.whole_days else met_at <= due


def _last_day(timescale: Timescale, started_at: datetime) -> date:
    started_on = started_at.astimezone(LONDON).date()
    if timescale.unit == "working_days":
        return add_working_days(started_on, timescale.length)
    return started_on + timedelta(days=timescale.length * (7 if timescale.unit == "weeks" else 1))


def _school_morning(started_at: datetime, number: int) -> datetime:
    """The same day's, where that is a working day and school has not begun."""
    today = started_at.date()
    if started_at.time() < SCHOOL_BEGINS and add_working_days(today - timedelta(days=1), 1) == today:
        number -= 1
    day = add_working_days(today, number) if number else today
    return datetime.combine(day, SCHOOL_BEGINS, LONDON).astimezone(UTC)


def _midnight_after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(0), LONDON).astimezone(UTC)


def _read() -> dict[str, tuple[Timescale, ...]]:
    rows: dict[str, list[Timescale]] = {}
    for row in cast(list[dict[str, Any]], read_toml("timescales.toml")["timescale"]):
        row["units_allowed"] = tuple(row.get("units_allowed", ()))
        rows.setdefault(row["key"], []).append(Timescale(**row))
    return {key: check_versions(versions, f"Timescale {key}") for key, versions in rows.items()}


VERSIONS: Mapping[str, tuple[Timescale, ...]] = MappingProxyType(_read())
TIMESCALES: Mapping[str, Timescale] = MappingProxyType({key: versions[-1] for key, versions in VERSIONS.items()})
