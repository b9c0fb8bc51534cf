"""Every indicator, in the order in which a scorecard shows them: computed here, submitted by agencies, or published."""

from kinfold.indicators.catalogue import (
    beyond_home,
    care,
    early_help,
    education,
    front_door,
    programmes,
    protection,
    quality,
    referrals,
    social_care,
    workforce,
)
from kinfold.indicators.catalogue.gathered import GATHERED
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.gathered import Gathered

INDICATORS: tuple[Indicator, ...] = (
    *early_help.INDICATORS,
    *front_door.INDICATORS,
    *referrals.INDICATORS,
    *social_care.INDICATORS,
    *protection.INDICATORS,
    *care.INDICATORS,
    *beyond_home.INDICATORS,
    *education.INDICATORS,
    *programmes.INDICATORS,
    *workforce.INDICATORS,
    *quality.INDICATORS,
)
"""Those that Kinfold computes."""
EVERY: tuple[Indicator | Gathered, ...] = (*INDICATORS, *GATHERED)

BY_KEY: dict[str, Indicator] = {indicator.key: indicator for indicator in INDICATORS}


def indicator(key: str) -> Indicator:
    """The computed indicator with this key; KeyError, in words, where there is none."""
    if key not in BY_KEY:
        raise KeyError(f"There is no indicator called “{key}”; there are {', '.join(BY_KEY)}.")
    return BY_KEY[key]


def reported_as(name: str) -> tuple[Indicator | Gathered, ...]:
    """The indicators that a document reports under a number, such as “safeguarding 1.2a”; a bundle has several."""
    found = tuple(one for one in EVERY if name in one.reported_in)
    if not found:
        raise KeyError(f"No indicator is reported as “{name}”.")
    return found
