"""Goals of a plan."""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.errors import stale_version
from kinfold.web.core.versions import StaleVersion, read_version
from kinfold.web.core.words import day
from kinfold.web.early_help import actions
from kinfold.web.early_help.forms.plans import ChangeGoalForm, GoalForm
from kinfold.web.early_help.models import Goal
from kinfold.web.early_help.plan_access import visible_plan
from kinfold.web.early_help.selectors.plans import goal_of


@permission(Permission.PLAN_WRITE)
def new(request: SignedInRequest, plan_id: UUID) -> HttpResponse:
    held = visible_plan(request.user, plan_id)
    form = GoalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            goal = actions.add_goal(plan=held, title=form.cleaned_data["title"], on=clock.today(), by=request.user)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return redirect(f"{reverse('early_help:new_action', args=[held.pk])}?goal={goal.pk}")
    return render(request, "early_help/goal.jinja", {"form": form, "plan": held, "goal": None})


@permission(Permission.PLAN_WRITE)
def change(request: SignedInRequest, goal_id: UUID) -> HttpResponse:
    goal = goal_of(request.user, goal_id)
    initial = {
        "title": goal.title, "version": goal.version, "reached": goal.reached_on is not None,
        "reached_on": goal.reached_on or clock.today(),
    }  # fmt: skip
    form = ChangeGoalForm(request.POST or None, today=clock.today(), initial=initial)
    address = reverse("early_help:plan", args=[goal.plan_id])
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.change_goal(
                goal=goal, title=said["title"], reached_on=said["reached_on"] if said["reached"] else None,
                version=read_version(said["version"]) or 0, by=request.user,
            )  # fmt: skip
        except StaleVersion as stale:
            mine, theirs = stale.both(Goal)
            fields = [
                {"label": "Goal", "mine": mine.title, "theirs": theirs.title, "changed": mine.title != theirs.title},
                {"label": "Reached", "mine": _reached(mine.reached_on), "theirs": _reached(theirs.reached_on),
                 "changed": mine.reached_on != theirs.reached_on},
            ]  # fmt: skip
            return stale_version(request, fields=fields, current_version=theirs.version, keep_href=address)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return redirect(address)
    return render(request, "early_help/goal.jinja", {"form": form, "plan": goal.plan, "goal": goal})


def _reached(on: date | None) -> str:
    return day(on) if on else "Not yet"
