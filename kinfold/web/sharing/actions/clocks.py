"""When a reply is due: by how urgent the contact is, from when it was asked, and anew when the rating changes."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from kinfold.web.deadlines import actions as deadlines
from kinfold.web.sharing import tasks
from kinfold.web.sharing.deadline_kinds import KINDS, REPLY, REPLY_AWAITED
from kinfold.web.sharing.models import AgencyRequest


def start(request: AgencyRequest, urgency: str) -> datetime:
    kinds = REPLY if request.to_user_id else REPLY_AWAITED
    running = deadlines.start(
        kinds[urgency], about=request, at=request.asked_at, user=request.to_user,
        team=None if request.to_user_id else request.from_team, subject=f"Request {request.reference}",
    )  # fmt: skip
    return running.due_at


def stop(request: AgencyRequest, at: datetime, how: Callable[..., bool]) -> None:
    """``how`` is to meet, or to withdraw, whichever clock runs."""
    for kind in KINDS:
        how(kind, about=request, at=at)


def rated(about_ids: list[UUID], urgency: str, at: datetime) -> None:
    """What was asked about these, and is not answered, falls due by the new rating. The clock runs from the asking."""
    for request in AgencyRequest.objects.open().filter(about_id__in=about_ids):
        stop(request, at, deadlines.withdraw)
        due_at = max(start(request, urgency), at)
        tasks.look_for_reply.configure(schedule_at=due_at).defer(
            request_id=str(request.pk), asker_id=str(request.asked_by_id)
        )
