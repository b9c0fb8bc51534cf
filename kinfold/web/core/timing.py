"""How long until something is due, or since it happened, in the words people use."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from kinfold.web.core.words import NOT_RECORDED, Day, clock_time, day, in_london, moment_near, plural, weekday


def _instant(value: datetime) -> datetime:
    """In UTC, since Python compares and subtracts two times of one zone by the clock on the wall, wrong in October."""
    return in_london(value).astimezone(UTC)


def length(span: timedelta) -> str:
    """A length of time in its largest useful unit: 5 minutes, 3 hours, 2 days, 6 weeks, 4 months."""
    minutes = max(int(span.total_seconds() // 60), 0)
    if minutes < 1:
        return "less than a minute"
    if minutes < 60:
        return plural(minutes, "minute")
    if minutes < 48 * 60:
        return plural(minutes // 60, "hour")
    days = minutes // (24 * 60)
    if days < 21:
        return plural(days, "day")
    if days < 92:
        return plural(days // 7, "week")
    return plural(days // 30, "month") if days < 730 else plural(days // 365, "year")


def due(due_at: Day, now: datetime) -> str:
    """'due in 2 hours', '3 days overdue'; a date is due by the end of that day, so it is never overdue during it."""
    if due_at is None:
        return "no due date"
    if isinstance(due_at, datetime):
        left = _instant(due_at) - _instant(now)
        return f"due in {length(left)}" if left >= timedelta() else f"{length(-left)} overdue"
    days = (due_at - in_london(now).date()).days
    if days == 0:
        return "due today"
    if days == 1:
        return "due tomorrow"
    return f"due in {length(timedelta(days=days))}" if days > 0 else f"{_days_length(-days)} overdue"


def due_near(due_at: Day, now: datetime) -> str:
    """When exactly: 'today at 4pm', 'Friday 8 May'; an instant at midnight is the end of the day before."""
    ends = _day_that_ends(due_at)
    return f"end of {moment_near(ends, now)}" if ends else moment_near(due_at, now)


def due_on_paper(due_at: datetime, now: datetime) -> str:
    """'end of Friday 8 May', with ', overdue' where it is: paper is read on another day, so it never says today."""
    ends = _day_that_ends(due_at)
    on = ends or in_london(due_at).date()
    day_words = weekday(on) if abs((on - in_london(now).date()).days) < 180 else day(on)
    said = f"end of {day_words}" if ends else f"{day_words} at {clock_time(due_at)}"
    return f"{said}, overdue" if is_overdue(due_at, now) else said


def _day_that_ends(due_at: Day) -> date | None:
    """The day that an instant at midnight closes; None for any other."""
    at = in_london(due_at) if isinstance(due_at, datetime) else None
    return at.date() - timedelta(days=1) if at and (at.hour, at.minute) == (0, 0) else None


def _days_length(days: int) -> str:
    return plural(days, "day") if days < 21 else length(timedelta(days=days))


def is_overdue(due_at: Day, now: datetime) -> bool:
    if due_at is None:
        return False
    if isinstance(due_at, datetime):
        return _instant(due_at) < _instant(now)
    return due_at < in_london(now).date()


def is_due_soon(due_at: Day, now: datetime) -> bool:
    """Due within four hours, or by the end of today."""
    if due_at is None or is_overdue(due_at, now):
        return False
    if isinstance(due_at, datetime):
        return _instant(due_at) - _instant(now) <= timedelta(hours=4)
    return due_at == in_london(now).date()


def ago(value: Day, now: datetime) -> str:
    """'2 hours ago', 'yesterday', 'today'"""
    if value is None:
        return NOT_RECORDED
    if isinstance(value, datetime):
        past = _instant(now) - _instant(value)
        return "just now" if past < timedelta(minutes=1) else f"{length(past)} ago"
    days = (in_london(now).date() - value).days
    return {0: "today", 1: "yesterday"}.get(days, f"{_days_length(days)} ago")
