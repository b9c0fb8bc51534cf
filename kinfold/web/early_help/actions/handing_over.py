"""Stepping up and down, handing over, telling the hub of significant harm, and taking a family on with its lead."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from kinfold.web.access.models import Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.casework import actions as casework
from kinfold.web.casework import facts as casework_facts
from kinfold.web.casework.actions.answers import Accepted
from kinfold.web.casework.models import Episode, Handover, Status
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.early_help.deadline_kinds import PLAN_REVIEW
from kinfold.web.meetings.models import Meeting
from kinfold.web.people.models import Person

TO_STATUS = {
    Handover.Kind.STEP_UP: Status.Kind.EARLY_HELP,
    Handover.Kind.STEP_DOWN: Status.Kind.FAMILY_SUPPORT,
    Handover.Kind.TRANSFER: "",
}
SERVICES_TO = {
    Handover.Kind.STEP_UP: ("early_help",),
    Handover.Kind.STEP_DOWN: ("family_support", "school"),
    Handover.Kind.TRANSFER: ("early_help", "family_support"),
}
LED_BY_THE_RECEIVER = (Handover.Kind.START, *SERVICES_TO)


@transaction.atomic
def hand_over(*, kind: Handover.Kind, episode: Episode, to_team: Team, reason: str, by: User, at: datetime) -> Handover:
    """Every child of the family goes together; the sender holds them until the other team accepts."""
    return casework.offer_handover(
        kind=kind, episode=episode, people=casework_facts.children_of(episode.family, in_london(at).date()),
        to_team=to_team, to_status=TO_STATUS[kind], reason=reason, by=by, at=at,
    )  # fmt: skip


@transaction.atomic
def tell_the_hub(
    *, episode: Episode, children: Iterable[Person], reason: str, by: User, at: datetime
) -> Handover | None:
    """Significant harm: to the MASH, on its clock, and nobody can decline it. None where there is no hub to tell."""
    hub = Team.objects.filter(service="mash").order_by("created_at").first()
    if hub is None:
        return None
    return casework.offer_handover(
        kind=Handover.Kind.SIGNIFICANT_HARM, episode=episode, people=children, to_team=hub, reason=reason, by=by, at=at
    )


@transaction.atomic
def accept_family(
    *, handover: Handover, by: User, at: datetime, version: int | None = None, lead: User | None = None
) -> Accepted:
    """Takes the family on and names its lead professional in the same press.

    A manager chooses who; a professional who answers for a team of their own, such as a school's, takes the lead. No
    family that was handed on stays led by a team that no longer holds it.
    """
    accepted = casework.accept_handover(handover=handover, by=by, at=at, version=version)
    lead = lead or (by if leads_what_they_accept(by) else None)
    if lead is not None and accepted.episode is not None and handover.kind in LED_BY_THE_RECEIVER:
        name_lead(episode=accepted.episode, user=lead, by=by, at=at)
    return accepted


def leads_what_they_accept(by: User) -> bool:
    return by.may(Permission.PLAN_WRITE) and not by.may(Permission.LEAD_ASSIGN)


@transaction.atomic
def name_lead(*, episode: Episode, user: User, by: User, at: datetime) -> None:
    """The reviews that are planned become the new lead's to hold."""
    casework.name_lead(episode=episode, user=user, on=in_london(at).date(), by=by, at=at)
    plans = episode.plans.filter(closed_on__isnull=True, record_id=episode.record_id).values("pk")
    for review in Meeting.objects.planned().filter(about_id__in=plans, kind="plan_review"):
        deadlines.reassign(PLAN_REVIEW, about=review, user=user, team=casework_facts.team_of(user))


def may_name_lead(by: User) -> bool:
    return by.may(Permission.LEAD_ASSIGN)
