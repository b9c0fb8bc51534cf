"""Actions of a plan: what you will do, what we will do."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.commitments.models import Commitment
from kinfold.web.core import clock
from kinfold.web.core.errors import stale_version
from kinfold.web.core.versions import StaleVersion, read_version
from kinfold.web.core.words import day
from kinfold.web.early_help import actions
from kinfold.web.early_help.forms.plans import ActionForm, ChangeActionForm, OwnActionForm, future_or_same
from kinfold.web.early_help.models import Goal, Plan
from kinfold.web.early_help.plan_access import visible_plan
from kinfold.web.early_help.selectors.people import Colleague, colleagues, people_of
from kinfold.web.early_help.selectors.plans import promise_of
from kinfold.web.people.models import Person
from kinfold.web.sharing.selectors import withheld_from


@permission(Permission.PLAN_WRITE)
def new(request: SignedInRequest, plan_id: UUID) -> HttpResponse:
    held, today = visible_plan(request.user, plan_id), clock.today()
    people = people_of(request.user, held, today)
    goals = list(Goal.objects.visible_to(request.user).filter(plan=held, reached_on__isnull=True))
    initial = {"goal": request.GET.get("goal", ""), "colleague": str(request.user.pk)}
    form = ActionForm(
        request.POST or None, people=people.everyone, colleagues=_who_may(request.user, held, people.children),
        goals=goals, today=today, initial=initial,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.promise(
                plan=held, text=said["text"], promised_by=said["promised_by"], promiser=form.promiser(),
                due_on=said["due_on"], goal=form.chosen_goal(), by=request.user,
            )  # fmt: skip
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            if request.POST.get("then") == "another":
                messages.success(request, "The action is added.")
                return redirect(f"{request.path}?goal={said['goal']}")
            return redirect("early_help:plan", plan_id=held.pk)
    return render(request, "early_help/new_action.jinja", {"form": form, "plan": held})


@permission(Permission.COMMITMENT_UPDATE)
def change(request: SignedInRequest, commitment_id: UUID) -> HttpResponse:
    """Done, changed or no longer needed. Somebody who writes no plans marks their own as done."""
    promised, held = promise_of(request.user, commitment_id)
    writes, today = request.user.may(Permission.PLAN_WRITE), clock.today()
    if promised.done_on or promised.dropped_at:
        return redirect("early_help:plan", plan_id=held.pk)
    if not writes and promised.promiser_user_id != request.user.pk:
        raise PermissionDenied("You can mark only your own actions as done.")
    initial = {
        "version": promised.version, "done_on": today, "text": promised.text, "due_on": promised.due_on,
        "happened": "done",
    }  # fmt: skip
    form = (ChangeActionForm if writes else OwnActionForm)(request.POST or None, today=today, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            _save(request, form, promised, held)
        except StaleVersion as stale:
            return _both_versions(request, stale, held)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return redirect("early_help:plan", plan_id=held.pk)
    return render(request, "early_help/action.jinja", {"form": form, "plan": held, "promised": promised})


def _save(request: SignedInRequest, form: ChangeActionForm | OwnActionForm, promised: Commitment, held: Plan) -> None:
    said = form.cleaned_data
    version = read_version(said["version"]) or 0
    by, now = request.user, clock.now()
    happened = said.get("happened", "done")
    if happened == "change":
        future_or_same(said["due_on"], promised.due_on, clock.today())
        actions.change_promise(
            plan=held, commitment=promised, text=said["text"], due_on=said["due_on"], version=version, by=by
        )
    elif happened == "drop":
        actions.drop_promise(plan=held, commitment=promised, reason=said["reason"], version=version, by=by, at=now)
    else:
        actions.mark_promise_done(
            plan=held, commitment=promised, done_on=said["done_on"], version=version, by=by, at=now
        )


def _both_versions(request: SignedInRequest, stale: StaleVersion, held: Plan) -> HttpResponse:
    mine, theirs = stale.both(Commitment)
    fields = [
        {"label": label, "mine": written, "theirs": stored, "changed": written != stored}
        for (label, written), (_, stored) in zip(_shown(mine), _shown(theirs), strict=True)
    ]
    keep = reverse("early_help:plan", args=[held.pk])
    return stale_version(request, fields=fields, current_version=theirs.version, keep_href=keep)


def _shown(row: Commitment) -> list[tuple[str, str]]:
    return [
        ("What will be done", row.text),
        ("By when", day(row.due_on) if row.due_on else "No date set"),
        ("Done", day(row.done_on) if row.done_on else "Not yet"),
        ("Why it is no longer needed", row.dropped_reason),
    ]


def _who_may(viewer: User, held: Plan, children: Iterable[Person]) -> list[Colleague]:
    """Colleagues who may see the plan; one who may not is not given a part in it."""
    return [one for one in colleagues(viewer, children, clock.today()) if not withheld_from(one.user, [held.pk])]
