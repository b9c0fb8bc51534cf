"""How answers arrive from the browser where one question is several boxes: dates, and dates with a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms

from kinfold.web.core.words import clock_time, in_london

DateParts = dict[str, str]


class DateWidget(forms.Widget):
    """Day, month and year, posted as <name>-day, -month, -year; its value is the three as typed."""

    parts: tuple[str, ...] = ("day", "month", "year")

    def value_from_datadict(self, data: Mapping[str, Any], files: Mapping[str, Any], name: str) -> DateParts:
        return {part: str(data.get(f"{name}-{part}", "") or "").strip() for part in self.parts}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Mapping[str, Any], name: str) -> bool:
        return not any(f"{name}-{part}" in data for part in self.parts)

    def as_parts(self, value: Any) -> DateParts:
        """What to put in the boxes for a date, a datetime, what was typed, or nothing."""
        if isinstance(value, Mapping):
            return {part: str(value.get(part, "")) for part in self.parts}
        if isinstance(value, datetime):
            value = in_london(value)
        if isinstance(value, date):
            given = {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
            if isinstance(value, datetime):
                given["time"] = clock_time(value)
            return {part: given.get(part, "") for part in self.parts}
        return dict.fromkeys(self.parts, "")

    def id_for_label(self, id_: str, index: Any = None) -> str:
        return f"{id_}-day" if id_ else id_


class MomentWidget(DateWidget):
    """A date and a time of day, posted as <name>-day, -month, -year, -time."""

    parts = ("day", "month", "year", "time")


class TimeWidget(forms.TextInput):
    """A time of day in one box, shown as people write it."""

    def format_value(self, value: Any) -> str | None:
        return clock_time(value) if value and not isinstance(value, str) else value


class ScaleWidget(forms.RadioSelect):
    """0 to 10 with words at both ends."""

    def __init__(self, *, low: str, high: str, **options: Any) -> None:
        super().__init__(**options)
        self.low, self.high = low, high
