"""Actions in a plan: what the family will do, what services will do, and when each was done."""

from datetime import date, datetime

from django.db import transaction

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.commitments import actions as commitments
from kinfold.web.commitments.models import Commitment
from kinfold.web.core.rules import hold
from kinfold.web.early_help import rules
from kinfold.web.early_help.models import Goal, Plan
from kinfold.web.early_help.plan_access import require_plan
from kinfold.web.people.models import Person
from kinfold.web.sharing.selectors import withheld_from


@transaction.atomic
def promise(
    *,
    plan: Plan,
    text: str,
    promised_by: str,
    by: User,
    promiser: Person | User | None = None,
    due_on: date | None = None,
    goal: Goal | None = None,
) -> Commitment:
    """Nobody is given an action in a plan that they may not see."""
    require_plan(by, Permission.PLAN_WRITE, plan)
    hold(rules.eh4_plan_is_open, plan)
    if isinstance(promiser, User):
        hold(rules.eh11_plan_is_shared_with_them, bool(withheld_from(promiser, [plan.pk])))
    return commitments.promise(
        about=plan, text=text, promised_by=promised_by, by=by, promiser=promiser, due_on=due_on,
        goal_id=goal.pk if goal else None,
    )  # fmt: skip


@transaction.atomic
def change_promise(
    *, plan: Plan, commitment: Commitment, text: str, due_on: date | None, version: int, by: User
) -> Commitment:
    require_plan(by, Permission.PLAN_WRITE, plan)
    hold(rules.eh4_plan_is_open, plan)
    return commitments.change(commitment=commitment, text=text, due_on=due_on, version=version, by=by)


@transaction.atomic
def mark_promise_done(
    *, plan: Plan, commitment: Commitment, done_on: date, by: User, at: datetime, version: int | None = None
) -> Commitment:
    """Whoever writes plans marks any action done; a colleague who does not, their own alone."""
    require_plan(by, Permission.COMMITMENT_UPDATE, plan)
    hold(rules.eh12_marks_what_is_theirs, commitment, by)
    return commitments.mark_done(commitment=commitment, done_on=done_on, by=by, at=at, version=version)


@transaction.atomic
def drop_promise(
    *, plan: Plan, commitment: Commitment, reason: str, by: User, at: datetime, version: int | None = None
) -> Commitment:
    require_plan(by, Permission.PLAN_WRITE, plan)
    return commitments.drop(commitment=commitment, reason=reason, by=by, at=at, version=version)
