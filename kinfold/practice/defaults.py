"""The partnership's own settings: what may be set, the value each has until it is, and where that value came from."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, cast, get_args

from kinfold.practice.dated import PracticeDataFault, read_toml
from kinfold.practice.hub_hours import HubHours
from kinfold.practice.timescales import TIMESCALES

Kind = Literal["text", "phone", "whole_number", "yes_no", "choice", "opening_hours"]
Value = str | int | bool
_PHONE = re.compile(r"\+?[0-9][0-9 ]{2,19}")


class ImpossibleSetting(ValueError):
    """A value that will not do; the message is for the person who typed it."""


@dataclass(frozen=True)
class Setting:
    """One thing the partnership may set. `to_confirm` marks a made-up default that must be set before real use."""

    key: str
    label: str
    kind: Kind
    value: Value
    source: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    lowest: int = 1
    highest: int = 1000
    to_confirm: bool = False

    def __post_init__(self) -> None:
        if self.kind not in get_args(Kind):
            raise PracticeDataFault(f"Setting {self.key}: “{self.kind}” is not a kind of setting.")
        if not (self.label and self.source):
            raise PracticeDataFault(f"Setting {self.key}: label and source must be given.")
        problem = self.problem_with(self.value)
        if problem:
            raise PracticeDataFault(f"Setting {self.key}: its default will not do: {problem}.")

    @property
    def local(self) -> bool:
        return self.source.startswith("Local")

    def problem_with(self, value: object) -> str | None:
        """The sentence to show beside the box, or None where the value will do."""
        try:
            self._check(value)
        except ImpossibleSetting as problem:
            return str(problem)
        return None

    def read(self, text: str) -> Value:
        """The value that a person typed or chose; ImpossibleSetting says what to mend."""
        text = text.strip()
        value: Value = text
        if self.kind == "whole_number":
            value = int(text) if re.fullmatch(r"[0-9]{1,9}", text) else text
        elif self.kind == "yes_no":
            value = {"yes": True, "no": False}.get(text.lower(), text)
        elif self.kind == "opening_hours":
            value = str(_read_hours(text))
        self._check(value)
        return value

    def _check(self, value: object) -> None:
        if self.kind == "yes_no":
            _refuse_unless(isinstance(value, bool), "Choose yes or no")
        elif self.kind == "whole_number":
            _refuse_unless(
                type(value) is int and self.lowest <= value <= self.highest,
                f"Enter a whole number from {self.lowest} to {self.highest}",
            )
        elif self.kind == "choice":
            _refuse_unless(
                value in [key for key, _ in self.choices], f"Choose {' or '.join(words for _, words in self.choices)}"
            )
        elif not isinstance(value, str) or not value.strip():
            raise ImpossibleSetting(f"Enter a value for “{self.label}”")
        elif self.kind == "phone":
            _refuse_unless(_PHONE.fullmatch(value) is not None, "Enter a telephone number, like 01632 960 001")
        elif self.kind == "opening_hours":
            _read_hours(value)


def value_of(key: str, settings: Mapping[str, Value] | None = None) -> Value:
    """The partnership's value where it has set one, else the default."""
    setting = SETTINGS[key]
    return (settings or {}).get(key, setting.value)


def hub_hours(settings: Mapping[str, Value] | None = None) -> HubHours:
    return HubHours.read(str(value_of("hub_hours", settings)))


def _refuse_unless(good: bool, words: str) -> None:
    if not good:
        raise ImpossibleSetting(words)


def _read_hours(text: str) -> HubHours:
    try:
        return HubHours.read(text)
    except ValueError as problem:
        raise ImpossibleSetting(str(problem)) from problem


def _declared() -> Iterator[Setting]:
    for row in cast(list[dict[str, Any]], read_toml("settings.toml")["setting"]):
        row["choices"] = tuple(tuple(choice) for choice in row.get("choices", ()))
        yield Setting(**row)


def _from_local_timescales() -> Iterator[Setting]:
    """What a partnership may change of its local timescales: the default is the rule's own length, kept once."""
    units = {"hours": "Hours, day and night", "hub_hours": "Hours while the hub is open"}
    for rule in TIMESCALES.values():
        if rule.statutory:
            continue
        counted_in = "hours" if rule.unit == "hub_hours" else rule.unit.replace("_", " ")
        yield Setting(
            key=f"{rule.key}_length",
            label=f"{rule.title}: how many {counted_in}",
            kind="whole_number",
            value=rule.length,
            source=rule.source,
            hint=rule.note,
            to_confirm="to confirm" in rule.source,
        )
        if rule.units_allowed:
            yield Setting(
                key=f"{rule.key}_clock",
                label=f"{rule.title}: which hours count",
                kind="choice",
                value=rule.unit,
                source=rule.source,
                choices=tuple((unit, units[unit]) for unit in rule.units_allowed),
                to_confirm="to confirm" in rule.source,
            )


def _all() -> dict[str, Setting]:
    settings: dict[str, Setting] = {}
    for setting in (*_declared(), *_from_local_timescales()):
        if setting.key in settings:
            raise PracticeDataFault(f"Setting {setting.key} is declared twice.")
        settings[setting.key] = setting
    return settings


SETTINGS: Mapping[str, Setting] = MappingProxyType(_all())
