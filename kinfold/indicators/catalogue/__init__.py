"""Every indicator, in the order in which a scorecard shows them."""

from kinfold.indicators.catalogue import early_help, front_door, social_care
from kinfold.indicators.engine.definition import Indicator

INDICATORS: tuple[Indicator, ...] = (*early_help.INDICATORS, *front_door.INDICATORS, *social_care.INDICATORS)

BY_KEY: dict[str, Indicator] = {indicator.key: indicator for indicator in INDICATORS}


def indicator(key: str) -> Indicator:
    """The indicator with this key; KeyError, in words, where there is none."""
    if key not in BY_KEY:
        raise KeyError(f"There is no indicator called “{key}”; there are {', '.join(BY_KEY)}.")
    return BY_KEY[key]


def reported_as(name: str) -> Indicator:
    """The indicator that a document reports under a number, such as “safeguarding 1.2a”."""
    for found in INDICATORS:
        if name in found.reported_in:
            return found
    raise KeyError(f"No indicator is reported as “{name}”.")
