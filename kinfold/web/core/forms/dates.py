"""Questions whose answer is a date, or a date and a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Literal

from django.core.exceptions import ValidationError

from kinfold.web.core.clock import LONDON
from kinfold.web.core.forms.fields import Asked
from kinfold.web.core.forms.times import NotADate, read_date, read_time
from kinfold.web.core.forms.widgets import DateWidget, MomentWidget
from kinfold.web.core.words import day, in_london

MustBe = Literal["past", "today_or_past", "future", "today_or_future"] | None
_WORDS = {
    "past": "must be in the past",
    "today_or_past": "must be today or in the past",
    "future": "must be in the future",
    "today_or_future": "must be today or in the future",
}
EARLIEST = date(1900, 1, 1)
LATEST = date(2100, 1, 1)


class DateField(Asked):
    """A date in three boxes. The form hands in `today`; `must_be` is judged against it.

    Errors read "Date of birth must be in the past", "… must include a year", "… must be a real date";
    `error_parts` says which boxes to mark.
    """

    widget = DateWidget

    def __init__(
        self, *, must_be: MustBe = None, earliest: date = EARLIEST, latest: date = LATEST, **options: Any
    ) -> None:
        super().__init__(**options)
        self.must_be, self.earliest, self.latest = must_be, earliest, latest
        self.today: date | None = None
        self.now: datetime | None = None
        self.error_parts: tuple[str, ...] = ()

    def _refuse(self, said: str, parts: tuple[str, ...] = ("day", "month", "year")) -> ValidationError:
        self.error_parts = parts
        return ValidationError(f"{self.named('The date')} {said}", code="date")

    def clean(self, value: Any) -> Any:
        self.error_parts = ("day", "month", "year") if self.required else ()
        cleaned = super().clean(value)
        self.error_parts = ()
        return cleaned

    def to_python(self, value: Any) -> date | None:
        if not isinstance(value, Mapping):
            return value or None
        try:
            return read_date(value["day"], value["month"], value["year"])
        except NotADate as wrong:
            raise self._refuse(str(wrong), wrong.parts) from None

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        self._judge_limits(value)
        if self.must_be:
            if self.today is None:
                raise TypeError(f"{self.label} is judged against today: give the form today=")
            if not self._is_where_it_must_be(value, self.today):
                raise self._refuse(_WORDS[self.must_be])

    def _judge_limits(self, on: date) -> None:
        if on < self.earliest:
            raise self._refuse(f"must be {day(self.earliest)} or later")
        if on > self.latest:
            raise self._refuse(f"must be {day(self.latest)} or earlier")

    def _is_where_it_must_be(self, value: Any, border: Any) -> bool:
        if value == border:
            return self.must_be in ("today_or_past", "today_or_future")
        return (value < border) == (self.must_be in ("past", "today_or_past"))

    def has_changed(self, initial: Any, data: Any) -> bool:
        boxes: Any = self.widget
        return bool(boxes.as_parts(initial) != boxes.as_parts(data))


class MomentField(DateField):
    """A date and a time of day in Portsmouth, kept as an instant (UTC). Judged against the form's `now`."""

    widget = MomentWidget

    def to_python(self, value: Any) -> datetime | None:
        if not isinstance(value, Mapping):
            return value or None
        on = super().to_python(value)
        typed = value["time"]
        if on is None and not typed:
            return None
        if on is None:
            raise self._refuse("must include a date")
        if not typed:
            raise self._refuse("must include a time", ("time",))
        at = read_time(typed)
        if at is None:
            raise self._refuse("must include a time like 9:30am or 2:30pm", ("time",))
        return datetime.combine(on, at, tzinfo=LONDON).astimezone(UTC)

    def _judge_limits(self, on: date) -> None:
        super()._judge_limits(in_london(on).date() if isinstance(on, datetime) else on)

    def _is_where_it_must_be(self, value: Any, border: Any) -> bool:
        if self.now is None:
            return super()._is_where_it_must_be(in_london(value).date(), border)
        return super()._is_where_it_must_be(value, self.now)
