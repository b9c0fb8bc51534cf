"""Handovers that wait for an answer, that were offered, or that wait for the family to agree."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q

from kinfold.web.access.models import User
from kinfold.web.casework import rules
from kinfold.web.casework.models import Handover, Status
from kinfold.web.casework.models.handovers import HandoverQuerySet
from kinfold.web.deadlines import selectors as deadlines
from kinfold.web.people.models import Person


@dataclass(frozen=True)
class HandoverShown:
    handover: Handover
    people: list[Person]
    due: date | datetime | None
    due_at: datetime | None
    can_answer: bool


def handovers_waiting(viewer: User) -> list[HandoverShown]:
    """Offers to the viewer or the viewer's teams, what is due first on top."""
    to_us = Q(to_team__in=viewer.teams) | Q(to_user=viewer)
    return _shown(Handover.objects.visible_to(viewer).waiting().filter(to_us), viewer)


def handovers_offered(viewer: User) -> list[HandoverShown]:
    """What the viewer or the viewer's teams offered and was not yet answered."""
    from_us = Q(from_team__in=viewer.teams) | Q(offered_by=viewer)
    return _shown(Handover.objects.visible_to(viewer).waiting().filter(from_us), viewer)


def handovers_awaiting_agreement(viewer: User) -> list[HandoverShown]:
    """Families taken on, whose help has not begun: it begins when they have agreed."""
    begun = Status.objects.filter(episode=OuterRef("episode"), kind=OuterRef("to_status"))
    accepted = Handover.objects.visible_to(viewer).filter(accepted_at__isnull=False, episode__closed_on__isnull=True)
    return _shown(accepted.exclude(to_status="").filter(~Exists(begun), to_team__in=viewer.teams), viewer)


def _shown(handovers: HandoverQuerySet, viewer: User) -> list[HandoverShown]:
    rows = list(
        handovers.select_related("family", "from_team__agency", "to_team__agency", "to_user", "offered_by")
        .prefetch_related("people")
        .order_by("offered_at")
    )
    clocks = deadlines.open_for([row.pk for row in rows])
    shown = [
        HandoverShown(
            handover=row,
            people=list(row.people.all()),
            due=clocks[row.pk].due if row.pk in clocks else None,
            due_at=clocks[row.pk].due_at if row.pk in clocks else None,
            can_answer=_can_answer(viewer, row),
        )
        for row in rows
    ]
    return sorted(shown, key=lambda one: (one.due_at is None, one.due_at or one.handover.offered_at))


def _can_answer(viewer: User, handover: Handover) -> bool:
    ours = handover.to_team in viewer.teams or handover.to_user_id == viewer.pk
    return ours and viewer.may(rules.PERMISSION_TO_ANSWER[Handover.Kind(handover.kind)])
