"""Agreeing a plan, which starts its clock and plans its first review, and ending it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Literal
from uuid import UUID

from django.db import transaction

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework import facts as casework
from kinfold.web.commitments import actions as commitments
from kinfold.web.commitments.models import Commitment
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.early_help import facts, rules
from kinfold.web.early_help.deadline_kinds import PLAN_REVIEW
from kinfold.web.early_help.models import Plan
from kinfold.web.early_help.plan_access import require_plan
from kinfold.web.meetings import actions as meetings
from kinfold.web.meetings.models import Meeting
from kinfold.web.people.models import Person
from kinfold.web.sharing.models import ShareWith
from kinfold.web.sharing.selectors import has_agreed

Dealt = Literal["done", "not_needed"]
NOT_NEEDED = "The plan ended and this was no longer needed"


@transaction.atomic
def agree_plan(*, plan: Plan, by: User, at: datetime, version: int | None = None) -> Plan:
    """Submits the plan: from today it counts, and its review is due. Agreeing twice is agreeing once."""
    require_plan(by, Permission.PLAN_WRITE, plan)
    plan = locked(plan)
    if plan.submitted_on is not None:
        return plan
    today = in_london(at).date()
    hold(rules.eh4_plan_is_open, plan)
    hold(rules.eh6_has_a_goal, plan.goals.count())
    hold(rules.eh7_has_an_action, Commitment.objects.filter(about_id=plan.pk, dropped_at__isnull=True).count())
    hold(rules.eh8_sharing_is_decided, ShareWith.objects.filter(about_id=plan.pk).count())
    tier = facts.tier_of(plan.episode, today)
    purpose = rules.PURPOSE_OF_TIER.get(tier)
    hold(rules.eh9_the_family_agreed_to_help, purpose is None or has_agreed(plan.episode, purpose))
    children = Person.objects.filter(pk__in=plan.plan_children.values("person")).order_by("born_on")
    plan.submitted_on, plan.submitted_by = today, by
    plan.tier, plan.agency, plan.ward = tier, by.agency, facts.ward_of(children, today)
    save_version(plan, expected=version, fields=["submitted_on", "submitted_by", "tier", "agency", "ward"])
    plan_next_review(plan, by=by, at=at)
    people = tuple(child.pk for child in children)
    events.record("early_help.plan_agreed", by=by, about=plan, people=people)
    return plan


@transaction.atomic
def end_plan(
    *,
    plan: Plan,
    outcome: str,
    by: User,
    at: datetime,
    open_actions: Mapping[UUID, Dealt],
    version: int | None = None,
) -> Plan:
    """Each action still open was done or is no longer needed; the review that was planned is called off."""
    require_plan(by, Permission.PLAN_WRITE, plan)
    plan, today = locked(plan), in_london(at).date()
    if plan.closed_on is not None:
        return plan
    waiting = list(Commitment.objects.open().filter(about_id=plan.pk))
    hold(rules.eh13_each_open_action_is_dealt_with, [row.pk for row in waiting], open_actions)
    for row in waiting:
        if open_actions[row.pk] == "done":
            commitments.mark_done(commitment=row, done_on=today, by=by, at=at)
        else:
            commitments.drop(commitment=row, reason=NOT_NEEDED, by=by, at=at)
    for review in Meeting.objects.planned().filter(about_id=plan.pk, kind="plan_review"):
        deadlines.withdraw(PLAN_REVIEW, about=review, at=at)
        meetings.cancel(meeting=review, by=by, at=at)
    plan.closed_on, plan.outcome = max(today, plan.submitted_on or today), outcome
    save_version(plan, expected=version, fields=["closed_on", "outcome"])
    events.record("early_help.plan_ended", by=by, about=plan, details={"outcome": outcome})
    return plan


def plan_next_review(plan: Plan, *, by: User, at: datetime) -> Meeting:
    """The meeting and its clock, both due by the partnership's own timescale."""
    review = meetings.begin(kind="plan_review", about=plan, due_on=_last_day(at), by=by)
    separate, today = facts.is_separate(plan), in_london(at).date()
    holder = by if separate else facts.lead_of(plan.episode, today) or by
    child = plan.plan_children.select_related("person").order_by("person__born_on").first()
    deadlines.start(
        PLAN_REVIEW, about=review, at=at, user=holder, team=None if separate else casework.team_of(holder),
        person=child.person if child else None,
    )  # fmt: skip
    return review


def _last_day(at: datetime) -> date:
    """Due by the close of this day: the instant itself is the midnight that ends it."""
    return in_london(deadlines.due(PLAN_REVIEW.rule, at) - timedelta(microseconds=1)).date()
