"""Every timescale and setting as rows that travel with the dataset, so that figures need no database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kinfold.practice.dated import SINCE_BEFORE_RECORDS
from kinfold.practice.defaults import SETTINGS, Value, value_of
from kinfold.practice.timescales import VERSIONS, Timescale, with_settings

NO_SETTINGS: Mapping[str, Value] = {}


@dataclass(frozen=True)
class InForce:
    """A row of `kf_practice`: `timescale.contact_decision` is `1 working_days`; `setting.hub_hours` its words."""

    key: str
    value: str
    valid_from: date
    valid_to: date | None
    source: str
    local: bool


def rows(settings: Mapping[str, Value] = NO_SETTINGS) -> tuple[InForce, ...]:
    """Every version of a timescale and each setting once, as the partnership has set them now."""
    return (*_timescales(settings), *_settings(settings))


def length_and_unit(value: str) -> tuple[int, str]:
    """What a timescale's row says: `1 working_days` is (1, "working_days")."""
    length, _, unit = value.partition(" ")
    return int(length), unit


def _timescales(settings: Mapping[str, Value]) -> tuple[InForce, ...]:
    rules = (with_settings(rule, settings) for versions in VERSIONS.values() for rule in versions)
    return tuple(_row(rule) for rule in rules)


def _row(rule: Timescale) -> InForce:
    value = f"{rule.length} {rule.unit}"
    return InForce(f"timescale.{rule.key}", value, rule.valid_from, rule.valid_to, rule.source, rule.local)


def _settings(settings: Mapping[str, Value]) -> tuple[InForce, ...]:
    return tuple(
        InForce(
            f"setting.{setting.key}",
            _in_words(value_of(setting.key, settings)),
            SINCE_BEFORE_RECORDS,
            None,
            setting.source,
            setting.local,
        )
        for setting in SETTINGS.values()
    )


def _in_words(value: Value) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
