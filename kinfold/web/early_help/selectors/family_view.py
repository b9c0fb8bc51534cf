"""What a family sees by its link: the copy of the plan that is theirs, who helps, what is next, what they said."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.http import Http404

from kinfold.web.access.models import User
from kinfold.web.casework.rules import LEAD
from kinfold.web.casework.selectors import Involved, involved
from kinfold.web.commitments.models import Commitment
from kinfold.web.early_help.models import FamilyLink, FamilySaid, Plan, Signature
from kinfold.web.early_help.plan_access import visible_plan
from kinfold.web.early_help.selectors.papers import Paper, paper_for

YOUNG = 13  # until then a child's own page is shorter


@dataclass(frozen=True)
class FamilyView:
    paper: Paper
    team: list[Involved]
    said: list[FamilySaid]
    signature: Signature | None  # their own; who else signed is not theirs to know
    young: bool


def family_view(link: FamilyLink, today: date) -> FamilyView | None:
    """As whoever made the link sees the plan today; None where this person may not have a copy any more."""
    if not link.made_by.is_active or link.person.died_on or link.plan.submitted_on is None or link.plan.closed_on:
        return None
    try:
        paper = paper_for(link.made_by, visible_plan(link.made_by, link.plan_id), link.person_id, today)
    except Http404:
        return None
    if paper is None:
        return None
    born = link.person.born_on
    return FamilyView(
        paper=paper,
        team=_team(link, paper, today),
        said=list(FamilySaid.objects.filter(plan=link.plan, person=link.person)),
        signature=Signature.objects.filter(plan=link.plan, person=link.person).first(),
        young=born is not None and today < born.replace(year=born.year + YOUNG, day=min(born.day, 28)),
    )


def _team(link: FamilyLink, paper: Paper, today: date) -> list[Involved]:
    """The lead, whoever does something in the plan, and whom it is shared with by name; nobody from whom it is kept.

    That somebody else helps one of the family may be what another of them must not know. Where an address is secret,
    whoever works at a school or surgery is not named, whoever made the link: their place would lead there.
    """
    named = {link.made_by_id, *(row.user_id for row in paper.page.shared)}
    promised = Commitment.objects.visible_to(link.made_by).filter(about_id=link.plan_id, promiser_user__isnull=False)
    named |= set(promised.values_list("promiser_user", flat=True))
    kept_from = {row.user_id for row in paper.page.withheld}
    if agencies := {row.agency_id for row in paper.page.withheld if row.agency_id}:
        kept_from |= set(User.objects.filter(agency__in=agencies).values_list("pk", flat=True))
    children = [head.person for head in paper.page.children]
    helping = involved(link.made_by, children, today, places=paper.places)
    return [
        one for one in helping
        if one.user_id and one.user_id not in kept_from and (one.role == LEAD or one.user_id in named)
    ]  # fmt: skip


@dataclass(frozen=True)
class Links:
    in_use: list[FamilyLink]
    said: list[FamilySaid]
    signed: dict[UUID, Signature]  # by whom


def links_of(viewer: User, plan: Plan, now: datetime) -> Links:
    links = FamilyLink.objects.visible_to(viewer).filter(plan=plan, closed_at__isnull=True, expires_at__gt=now)
    said = FamilySaid.objects.visible_to(viewer).filter(plan=plan).select_related("person", "answered_by")
    signed = Signature.objects.visible_to(viewer).filter(plan=plan).select_related("on_screen_of")
    return Links(
        list(links.select_related("person", "made_by").order_by("made_at")), list(said),
        {one.person_id: one for one in signed},
    )  # fmt: skip


def said_of(viewer: User, said_id: UUID) -> FamilySaid:
    found = FamilySaid.objects.visible_to(viewer).filter(pk=said_id)
    one = found.select_related("person", "answered_by").first()
    if one is None:
        raise Http404
    one.plan = visible_plan(viewer, one.plan_id)
    return one


def link_of(viewer: User, link_id: UUID) -> FamilyLink:
    one = FamilyLink.objects.visible_to(viewer).filter(pk=link_id).select_related("person").first()
    if one is None:
        raise Http404
    one.plan = visible_plan(viewer, one.plan_id)
    return one
