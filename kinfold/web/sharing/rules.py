"""What holds for agreements and for sharing; each docstring is the message that a person reads."""

from datetime import date

from kinfold.practice import code_lists
from kinfold.web.access.models import Agency, User
from kinfold.web.people.models import Person

PURPOSES = {"family_support": "Family Support (Tier 2)", "early_help": "Early Help and Prevention (Tier 3)"}
GIVEN_HOW = code_lists.labels("agreement_given_how")


def sh1_known_purpose(purpose: str) -> bool:
    """Choose what the person was asked to take part in."""
    return purpose in PURPOSES


def sh2_known_way(given_how: str) -> bool:
    """Choose how the person gave their answer."""
    return given_how in GIVEN_HOW


def sh3_given_by_today(given_on: date, today: date) -> bool:
    """The day of the answer must be today or in the past."""
    return given_on <= today


def sh4_not_kept_from_ones_own(with_: Person | User | Agency, may_share: bool, by: User) -> bool:
    """You cannot keep a plan from yourself or your whole agency. Ask the MASH manager to restrict the record."""
    return may_share or with_.pk not in (by.pk, by.agency_id)
