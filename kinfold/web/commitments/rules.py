"""What holds for every commitment; each docstring is the message that a person reads."""

from datetime import date

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.commitments.models import Commitment
from kinfold.web.people.models import Person

PERMISSION_TO_PROMISE = {"partnership.papers": Permission.BOARD_WRITE}
PERMISSION_TO_DO = {"partnership.papers": Permission.BOARD_READ}
"""By what the promise is about, where that is not a family's plan."""


def co1_says_what(text: str) -> bool:
    """Say what will be done."""
    return bool(text.strip())


def co2_promised_by_its_own_side(promised_by: str, promiser: Person | User | None) -> bool:
    """A family’s action belongs to somebody in the family, a service’s to a professional."""
    kinds: dict[str, type[Person | User]] = {"family": Person, "service": User}
    return promised_by in kinds and (promiser is None or isinstance(promiser, kinds[promised_by]))


def co3_is_still_open(commitment: Commitment) -> bool:
    """This action is already done or was dropped."""
    return commitment.done_on is None and commitment.dropped_at is None


def co4_done_by_today(done_on: date, today: date) -> bool:
    """The day it was done must be today or in the past."""
    return done_on <= today


def co5_says_why_dropped(reason: str) -> bool:
    """Say why this action is no longer needed."""
    return bool(reason.strip())
