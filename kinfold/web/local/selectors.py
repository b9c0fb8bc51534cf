"""The partnership's own values in force on a day: set ones first, else the defaults that practice ships."""

from dataclasses import dataclass
from datetime import date

from kinfold.practice import timescales
from kinfold.practice.defaults import SETTINGS, Setting, Value
from kinfold.practice.hub_hours import HubHours
from kinfold.practice.timescales import Timescale
from kinfold.web.core import clock
from kinfold.web.local.models import LocalValue


@dataclass(frozen=True)
class SettingInForce:
    """One setting as the settings page shows it; ``set_on`` is None while the default holds."""

    setting: Setting
    value: Value
    shown: str
    set_on: date | None

    @property
    def is_default(self) -> bool:
        return self.set_on is None


def values(on: date | None = None) -> dict[str, Value]:
    """Every setting's value on a day, in one query."""
    return {key: setting.value for key, setting in SETTINGS.items()} | {row.key: row.value for row in _set_by(on)}


def value(key: str, on: date | None = None) -> Value:
    row = LocalValue.objects.filter(key=key, valid_from__lte=on or clock.today()).order_by(*NEWEST_FIRST).first()
    return row.value if row else SETTINGS[key].value


def hub_hours(on: date | None = None) -> HubHours:
    return HubHours.read(str(value("hub_hours", on)))


def timescale(rule: str, on: date) -> Timescale:
    """The rule as the law and the partnership have set it for a clock that starts on the day."""
    return timescales.with_settings(timescales.timescale(rule, on), values(on))


def emergency_numbers(on: date | None = None) -> list[dict[str, str]]:
    """Whom to ring, the most urgent first: for the panel that opens each form which can carry a worry."""
    chosen = values(on)
    return [
        {"who": who, "telephone": str(chosen[key]), "when": when}
        for key, who, when in (
            ("emergency_phone", "Police, ambulance, fire", "If somebody is in danger now"),
            ("mash_phone", "Multi-Agency Safeguarding Hub (MASH)", "While the hub is open"),
            ("out_of_hours_phone", "Out-of-hours team", "Evenings, nights, weekends and bank holidays"),
            ("police_phone", "Police, when it is not an emergency", "At any time"),
            ("nspcc_phone", "NSPCC helpline", "For advice about a child"),
        )
    ]


def numbers_for_young_people(on: date | None = None) -> list[dict[str, str]]:
    """Whom a child or young person may ring, the most urgent first."""
    chosen = values(on)
    return [
        {
            "who": "Police, ambulance, fire",
            "telephone": str(chosen["emergency_phone"]),
            "when": "If you are in danger now",
        },
        {
            "who": "Childline",
            "telephone": str(chosen["childline_phone"]),
            "when": "Free, day and night. It does not show on the bill",
        },
        {"who": "Us", "telephone": str(chosen["mash_phone"]), "when": "While we are open"},
        {
            "who": "Us, at other times",
            "telephone": str(chosen["out_of_hours_phone"]),
            "when": "Evenings, nights and weekends",
        },
    ]


def settings_in_force(on: date) -> list[SettingInForce]:
    set_here = {row.key: row for row in _set_by(on)}
    return [
        SettingInForce(
            setting=setting,
            value=row.value if (row := set_here.get(key)) else setting.value,
            shown=in_words(setting, row.value if row else setting.value),
            set_on=row.valid_from if row else None,
        )
        for key, setting in SETTINGS.items()
    ]


def history(key: str) -> list[LocalValue]:
    """Every value that was ever set, the newest first."""
    return list(LocalValue.objects.filter(key=key).select_related("set_by").order_by(*NEWEST_FIRST))


def in_words(setting: Setting, value: Value) -> str:
    if setting.kind == "yes_no":
        return "Yes" if value else "No"
    return dict(setting.choices).get(str(value), str(value))


NEWEST_FIRST = ("-valid_from", "-created_at")


def _set_by(on: date | None) -> list[LocalValue]:
    rows = LocalValue.objects.filter(valid_from__lte=on or clock.today())
    return list(rows.order_by("key", *NEWEST_FIRST).distinct("key"))
