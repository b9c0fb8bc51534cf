"""What holds for emergency access; each docstring is the message that a person reads."""

from collections.abc import Collection
from uuid import UUID

from kinfold.web.access.models import User
from kinfold.web.emergency.models import EmergencyRequest


def ea1_says_why(reason: str) -> bool:
    """Say what is happening, and why you need to see the file now."""
    return bool(reason.strip())


def ea2_somebody_looks_at_it(guardians: Collection[object]) -> bool:
    """Nobody is Caldicott Guardian yet, so nobody would look at this. Ring the hub or the out-of-hours team."""
    return bool(guardians)


def ea3_is_not_theirs_already(records: Collection[UUID], seen: Collection[UUID]) -> bool:
    """You can see this person’s file already, so you need no emergency access."""
    return not records or set(records) != set(seen)


def ea4_was_not_reviewed(request: EmergencyRequest) -> bool:
    """This has been looked at already. What was said then stays."""
    return request.reviewed_at is None


def ea5_not_ones_own(request: EmergencyRequest, by: User) -> bool:
    """Somebody else must look at your own emergency access."""
    return request.asked_by_id != by.pk


def ea6_gives_reasons(reasons: str) -> bool:
    """Say why."""
    return bool(reasons.strip())
