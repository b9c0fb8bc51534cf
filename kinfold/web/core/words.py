"""Dates, times, ages and amounts as people in Portsmouth say them: the filters that every template uses."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from kinfold.web.core.clock import LONDON

NOT_RECORDED = "Not recorded"

Day = date | datetime | None


def in_london(instant: datetime) -> datetime:
    """The instant on the clock in Portsmouth; a naive datetime is taken to be there already."""
    return instant.replace(tzinfo=LONDON) if instant.tzinfo is None else instant.astimezone(LONDON)


def _day_of(value: date | datetime) -> date:
    return in_london(value).date() if isinstance(value, datetime) else value


def day(value: Day) -> str:
    """3 May 2026"""
    if value is None:
        return NOT_RECORDED
    on = _day_of(value)
    return f"{on.day} {on:%B} {on.year}"


def day_short(value: Day) -> str:
    """3 May"""
    if value is None:
        return NOT_RECORDED
    on = _day_of(value)
    return f"{on.day} {on:%B}"


def day_short_month(value: Day) -> str:
    """3 Sep: for the axis of a picture alone, where words do not fit."""
    return NOT_RECORDED if value is None else f"{_day_of(value).day} {_day_of(value):%b}"


def weekday(value: Day) -> str:
    """Sunday 3 May"""
    if value is None:
        return NOT_RECORDED
    on = _day_of(value)
    return f"{on:%A} {on.day} {on:%B}"


def clock_time(value: datetime | time | None) -> str:
    """9:30am, midday, midnight: as GOV.UK writes times."""
    if value is None:
        return NOT_RECORDED
    at = in_london(value).time() if isinstance(value, datetime) else value
    if (at.hour, at.minute) == (0, 0):
        return "midnight"
    if (at.hour, at.minute) == (12, 0):
        return "midday"
    hour = at.hour % 12 or 12
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{hour}{minutes}{'am' if at.hour < 12 else 'pm'}"


def moment(value: Day) -> str:
    """3 May 2026 at 9:30am; a date alone stays a date."""
    if isinstance(value, datetime):
        return f"{day(value)} at {clock_time(value)}"
    return day(value)


def moment_near(value: Day, now: datetime) -> str:
    """A moment as short as it can be said today: 'today at 4pm', 'tomorrow at 9:30am', else 'Friday 8 May at 4pm'."""
    if value is None:
        return NOT_RECORDED
    days = (_day_of(value) - in_london(now).date()).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(days)
    said = near or (weekday(value) if abs(days) < 180 else day(value))
    return f"{said} at {clock_time(value)}" if isinstance(value, datetime) else said


def machine_time(value: date | datetime) -> str:
    """The form that <time datetime> wants."""
    return in_london(value).isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()


def whole_years(born_on: date, today: date) -> int:
    """Completed years of age; none before the first birthday, nor before birth."""
    return max(0, today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day)))


def age(born_on: date | None, today: date) -> str:
    """'7' from the second birthday on; before it months, then weeks, since those matter for a baby."""
    if born_on is None:
        return "age not known"
    months = (today.year - born_on.year) * 12 + today.month - born_on.month - (today.day < born_on.day)
    if months < 0:
        return f"due {day(born_on)}"
    if months >= 24:
        return str(months // 12)
    if months >= 3:
        return plural(months, "month")
    return plural((today - born_on).days // 7, "week")


def isolated(name: str) -> str:
    """A right-to-left name fenced off by Unicode isolates, so that an age or date beside it stays on its side."""
    runs_left = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in name)
    return f"\u2068{name}\u2069" if runs_left else name


def name_and_age(name: str, born_on: date | None, today: date) -> str:
    """Maya, 7"""
    return f"{isolated(name)}, {age(born_on, today)}"


def number(value: float | None, places: int = 0) -> str:
    """22,020"""
    return NOT_RECORDED if value is None else f"{value:,.{places}f}"


def percent(share: float | None, places: int = 1) -> str:
    """12.3% for 0.123"""
    return NOT_RECORDED if share is None else f"{share * 100:.{places}f}%"


def plural(count: int, one: str, many: str | None = None) -> str:
    """1 child; 1,204 children"""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def initials(name: str) -> str:
    """MO for Maya O'Neill: letters only, so that a name of symbols yields nothing strange."""
    return "".join(word[0].upper() for word in re.findall(r"[^\W\d_][^\s]*", name)[:3])


def yes_no(value: bool | None) -> str:
    return NOT_RECORDED if value is None else "Yes" if value else "No"


def paragraphs(text: str | None) -> SafeString:
    """What someone typed, escaped, with their own lines and paragraphs kept."""
    blocks = re.split(r"\n{2,}", (text or "").strip())
    html = "".join(f'<p class="govuk-body">{escape(block)}</p>'.replace("\n", "<br>") for block in blocks if block)
    return mark_safe(html)  # noqa: S308  each block is escaped above


FILTERS = {
    "day": day,
    "day_short": day_short,
    "day_short_month": day_short_month,
    "weekday": weekday,
    "time": clock_time,
    "moment": moment,
    "moment_near": moment_near,
    "machine_time": machine_time,
    "age": age,
    "name_and_age": name_and_age,
    "number": number,
    "percent": percent,
    "plural": plural,
    "initials": initials,
    "yes_no": yes_no,
    "paragraphs": paragraphs,
}
