"""Goals in the family's own words, and the day each is reached."""

from datetime import date

from django.db import transaction

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.early_help import rules
from kinfold.web.early_help.models import Goal, Plan
from kinfold.web.early_help.plan_access import require_plan


@transaction.atomic
def add_goal(*, plan: Plan, title: str, on: date, by: User) -> Goal:
    """The same words twice, while the goal is not reached, are one goal."""
    require_plan(by, Permission.PLAN_WRITE, plan)
    plan, title = locked(plan), title.strip()
    hold(rules.eh4_plan_is_open, plan)
    hold(rules.eh5_goal_says_what, title)
    same = Goal.objects.filter(plan=plan, title=title, reached_on__isnull=True).first()
    if same is not None:
        return same
    goal = Goal.objects.create(
        plan=plan, record_id=plan.record_id, title=title, started_on=on, position=plan.goals.count()
    )
    events.record("early_help.goal_added", by=by, about=goal)
    return goal


@transaction.atomic
def change_goal(*, goal: Goal, title: str, reached_on: date | None, version: int, by: User) -> Goal:
    """New words, or the day it was reached; taking the day away opens the goal again."""
    require_plan(by, Permission.PLAN_WRITE, goal.plan)
    hold(rules.eh4_plan_is_open, goal.plan)
    hold(rules.eh5_goal_says_what, title)
    goal = locked(goal)
    goal.title, goal.reached_on = title.strip(), max(reached_on, goal.started_on) if reached_on else None
    save_version(goal, expected=version, fields=["title", "reached_on"])
    events.record("early_help.goal_reached" if reached_on else "early_help.goal_changed", by=by, about=goal)
    return goal
