"""A Family Support Plan: begun, read, reworded and agreed."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.core.errors import stale_version
from kinfold.web.core.forms import GovukForm, HiddenField
from kinfold.web.core.versions import StaleVersion, read_version
from kinfold.web.early_help import actions
from kinfold.web.early_help.forms.plans import NewPlanForm, PlanWordsForm
from kinfold.web.early_help.plan_access import visible_plan
from kinfold.web.early_help.selectors.episodes import visible_episode
from kinfold.web.early_help.selectors.people import colleagues, family_people
from kinfold.web.early_help.selectors.plans import plan_page, share_name, what_the_family_said
from kinfold.web.local.selectors import timescale


@permission(Permission.PLAN_WRITE)
def new(request: SignedInRequest, episode_id: UUID) -> HttpResponse:
    helped, today = visible_episode(request.user, episode_id), clock.today()
    people = family_people(request.user, helped.family, today)
    others = [one for one in colleagues(request.user, people.children, today) if one.user.pk != request.user.pk]
    form = NewPlanForm(
        request.POST or None, children=people.children, adults=people.adults, colleagues=others, today=today,
        initial={
            "children": [str(child.pk) for child in people.children], "whose": "family",
            "what_needs_to_change": what_the_family_said(request.user, helped),
        },
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        parent = form.chosen_parent()
        try:
            plan = actions.write_plan(
                episode=helped, children=form.chosen_children(), by=request.user, at=clock.now(),
                what_needs_to_change=form.words(),
                own=actions.OwnPlan(parent, form.chosen_colleagues()) if parent else None,
            )  # fmt: skip
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return redirect("early_help:plan", plan_id=plan.pk)
    return render(request, "early_help/new_plan.jinja", {"form": form, "episode": helped})


@permission(Permission.EPISODE_READ)
def plan(request: SignedInRequest, plan_id: UUID) -> HttpResponse:
    page = plan_page(viewer=request.user, plan_id=plan_id, today=clock.today())
    people = tuple(head.person.pk for head in page.children)
    events.record("early_help.plan_read", about=page.plan, by=request.user, people=people)
    context = {"page": page, "may": request.user.may, "P": Permission, "share_name": share_name}
    return render(request, "early_help/plan.jinja", context)


@permission(Permission.PLAN_WRITE)
def words(request: SignedInRequest, plan_id: UUID) -> HttpResponse:
    held = visible_plan(request.user, plan_id)
    initial = {"title": held.title, "what_needs_to_change": held.what_needs_to_change, "version": held.version}
    form = PlanWordsForm(request.POST or None, initial=initial)
    address = reverse("early_help:plan", args=[held.pk])
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        version = said.pop("version")
        try:
            actions.change_plan(plan=held, version=read_version(version) or 0, by=request.user, **said)
        except StaleVersion as stale:
            fields = [
                {"label": form.fields[name].label, "mine": getattr(stale.mine, name),
                 "theirs": getattr(stale.current, name),
                 "changed": getattr(stale.mine, name) != getattr(stale.current, name)}
                for name in ("title", "what_needs_to_change")
            ]  # fmt: skip
            return stale_version(request, fields=fields, current_version=stale.current.version, keep_href=address)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return redirect(address)
    return render(request, "early_help/plan_words.jinja", {"form": form, "plan": held})


class AgreeForm(GovukForm):
    version = HiddenField()


@permission(Permission.PLAN_WRITE)
def agree(request: SignedInRequest, plan_id: UUID) -> HttpResponse:
    """Read together once more; the button makes it the family's plan and starts the clock of its review."""
    page = plan_page(viewer=request.user, plan_id=plan_id, today=clock.today(), on_paper=True)
    address = reverse("early_help:plan", args=[page.plan.pk])
    if page.plan.submitted_on or page.plan.closed_on:
        return redirect(address)
    form = AgreeForm(request.POST or None, initial={"version": page.plan.version})
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            actions.agree_plan(plan=page.plan, by=request.user, at=clock.now(), version=read_version(version) or 0)
        except StaleVersion:
            messages.warning(request, "Somebody else changed the plan. Read it together once more, then agree it.")
            return redirect("early_help:agree_plan", plan_id=page.plan.pk)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, "The plan is agreed. The first review is planned.")
            return redirect(address)
    context = {
        "form": form, "page": page, "share_name": share_name, "review_after": timescale("plan_review", clock.today())
    }  # fmt: skip
    return render(request, "early_help/agree_plan.jinja", context)
