"""Families handed over: to answer, offered, waiting to agree; and one handover's page."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import Http404

from kinfold.web.access.models import Team, User
from kinfold.web.casework import rules as casework_rules
from kinfold.web.casework import selectors as casework
from kinfold.web.casework.models import Handover, Status
from kinfold.web.casework.selectors import HandoverShown
from kinfold.web.deadlines import selectors as deadlines
from kinfold.web.early_help.selectors.warnings import parents_do_not_know
from kinfold.web.people.models import Person


@dataclass(frozen=True)
class HandoversPage:
    waiting: list[HandoverShown]
    offered: list[HandoverShown]
    to_agree: list[HandoverShown]


def handovers_page(viewer: User) -> HandoversPage:
    """Contacts about open cases and significant harm have pages of their own, in the MASH."""
    return HandoversPage(
        waiting=[row for row in casework.handovers_waiting(viewer) if _is_ours(row.handover)],
        offered=casework.handovers_offered(viewer),
        to_agree=casework.handovers_awaiting_agreement(viewer),
    )


@dataclass(frozen=True)
class HandoverPage:
    handover: Handover
    people: list[Person]
    due_at: datetime | None
    can_answer: bool
    can_take_back: bool
    status_label: str
    waits_for_agreement: bool
    ours: bool  # it went to the viewer or the viewer's team
    parents_do_not_know: bool

    @property
    def state(self) -> str:
        one = self.handover
        if one.accepted_at:
            return "accepted"
        if one.refused_at:
            return "refused"
        return "taken back" if one.withdrawn_at else "waiting"


def handover_page(viewer: User, handover_id: UUID) -> HandoverPage:
    row = (
        Handover.objects.visible_to(viewer)
        .filter(pk=handover_id)
        .select_related(
            "family", "episode", "from_team__agency", "to_team__agency", "to_user", "offered_by", "answered_by"
        )
        .first()
    )
    if row is None:
        raise Http404
    waiting = not (row.accepted_at or row.refused_at or row.withdrawn_at)
    ours = row.to_team in viewer.teams or row.to_user_id == viewer.pk
    sent_by_us = row.offered_by_id == viewer.pk or row.from_team in viewer.teams
    clock = deadlines.open_for([row.pk]).get(row.pk)
    people = list(row.people.visible_to(viewer).order_by("born_on"))
    begun = row.episode is not None and Status.objects.filter(episode=row.episode, kind=row.to_status).exists()
    return HandoverPage(
        handover=row,
        people=people,
        due_at=clock.due_at if clock else None,
        can_answer=waiting and ours and viewer.may(casework_rules.PERMISSION_TO_ANSWER[Handover.Kind(row.kind)]),
        can_take_back=waiting and sent_by_us and row.kind != Handover.Kind.SIGNIFICANT_HARM,
        status_label=Status.Kind(row.to_status).label if row.to_status else "",
        waits_for_agreement=bool(row.accepted_at and row.to_status in casework_rules.BY_AGREEMENT and not begun),
        ours=ours,
        parents_do_not_know=parents_do_not_know(viewer, [person.pk for person in people]),
    )


def teams_to_hand_to(viewer: User, services: tuple[str, ...]) -> list[Team]:
    """Teams of these services other than the viewer's own, by name."""
    own = [team.pk for team in viewer.teams]
    found = Team.objects.filter(service__in=services).exclude(pk__in=own).select_related("agency")
    return sorted(found, key=lambda team: (services.index(team.service), team.name))


def _is_ours(handover: Handover) -> bool:
    return handover.kind not in (Handover.Kind.SIGNIFICANT_HARM, Handover.Kind.OPEN_CASE)
