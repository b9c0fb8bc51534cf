"""What holds for every meeting; each docstring is the message that a person reads."""

from datetime import date

from kinfold.practice import code_lists
from kinfold.web.access.permissions import Permission
from kinfold.web.meetings.models import Meeting

PERMISSION_OF_MEETING = {
    "plan_review": Permission.REVIEW_HOLD,
    "board": Permission.BOARD_WRITE,
    "circle": Permission.CONVERSATION_HOLD,
    "restorative_talk": Permission.CONVERSATION_HOLD,
}
OUTCOMES_OF_MEETING = {
    "plan_review": "review_outcome",
    "board": "board_meeting_outcome",
    "circle": "restorative_outcome",
    "restorative_talk": "restorative_outcome",
}


def me1_is_still_planned(meeting: Meeting) -> bool:
    """This meeting was already held or cancelled."""
    return meeting.held_on is None and meeting.cancelled_at is None


def me2_held_by_today(held_on: date, today: date) -> bool:
    """The day it was held must be today or in the past."""
    return held_on <= today


def me3_outcome_is_known(kind: str, outcome: str) -> bool:
    """Choose what was decided."""
    return outcome in code_lists.labels(OUTCOMES_OF_MEETING[kind])


def me4_somebody_came(attended: int) -> bool:
    """Say who was there."""
    return attended > 0


def me5_meets_from_today(meets_on: date, today: date) -> bool:
    """The day you meet must be today or later."""
    return meets_on >= today


def me6_somebody_is_invited(invited: int) -> bool:
    """Choose whom you invite."""
    return invited > 0
