"""What holds for every change of a local setting; each docstring is the message that a person reads."""

from datetime import date

from kinfold.practice.defaults import Setting


def lo1_begins_today_or_later(valid_from: date, today: date) -> bool:
    """A setting changes from today or a later day, so that what was true before stays true."""
    return valid_from >= today


def lo2_says_why(reason: str) -> bool:
    """Say why the setting changes, so that others can follow it."""
    return bool(reason.strip())


def lo3_is_known(key: str, settings: dict[str, Setting]) -> bool:
    """There is no such setting."""
    return key in settings
