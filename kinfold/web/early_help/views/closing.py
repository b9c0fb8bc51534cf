"""Ending a plan, and ending help to a family with what came of it."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.versions import StaleVersion, read_version
from kinfold.web.early_help import actions
from kinfold.web.early_help.forms.plans import CloseHelpForm, EndPlanForm
from kinfold.web.early_help.plan_access import visible_plan, visible_plans
from kinfold.web.early_help.selectors.episodes import visible_episode
from kinfold.web.early_help.selectors.plans import open_promises

CHANGED = "Somebody else changed this while you were here. Look at it once more, then press the button again."


@permission(Permission.PLAN_WRITE)
def end_plan(request: SignedInRequest, plan_id: UUID) -> HttpResponse:
    held = visible_plan(request.user, plan_id)
    if held.closed_on:
        return redirect("early_help:plan", plan_id=held.pk)
    form = EndPlanForm(
        request.POST or None, actions=open_promises(request.user, [held]), outcomes="plan_outcome",
        initial={"version": held.version},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_plan(
                plan=held, outcome=form.cleaned_data["outcome"], open_actions=form.dealt_with(), by=request.user,
                at=clock.now(), version=_version(form),
            )  # fmt: skip
        except StaleVersion:
            messages.warning(request, CHANGED)
            return redirect(request.path)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, "The plan has ended. Thank the family for what they did.")
            return redirect("early_help:plan", plan_id=held.pk)
    return render(request, "early_help/end_plan.jinja", {"form": form, "plan": held})


@permission(Permission.EPISODE_CLOSE)
def close(request: SignedInRequest, episode_id: UUID) -> HttpResponse:
    helped = visible_episode(request.user, episode_id)
    if helped.closed_on:
        return redirect("early_help:episode", episode_id=helped.pk)
    plans = visible_plans(request.user, episode=helped, closed_on__isnull=True)
    form = CloseHelpForm(
        request.POST or None, actions=open_promises(request.user, plans), outcomes="episode_outcome",
        initial={"version": helped.version},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            actions.close_help(
                episode=helped, outcome=form.cleaned_data["outcome"], note=form.cleaned_data["note"],
                open_actions=form.dealt_with(), by=request.user, at=clock.now(), version=_version(form),
                ring_later=form.cleaned_data["ring_later"],
            )  # fmt: skip
        except StaleVersion:
            messages.warning(request, CHANGED)
            return redirect(request.path)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, "Help to this family has ended. Their file is closed to those who helped.")
            return redirect("early_help:families")
    return render(request, "early_help/close.jinja", {"form": form, "episode": helped, "plans": plans})


def _version(form: EndPlanForm) -> int:
    typed = form.cleaned_data["version"]
    return read_version(typed) or 0
