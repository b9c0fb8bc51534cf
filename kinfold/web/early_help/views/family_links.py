"""The worker's side of a family's link: make it, close it, and answer what the family says."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.versions import read_version
from kinfold.web.early_help.actions import family_links as actions
from kinfold.web.early_help.forms.family import AnswerForm
from kinfold.web.early_help.models import Plan
from kinfold.web.early_help.plan_access import visible_plan
from kinfold.web.early_help.selectors.family_view import link_of, links_of, said_of
from kinfold.web.early_help.selectors.papers import copies_of


@permission(Permission.EPISODE_READ)
def family(request: SignedInRequest, plan_id: UUID) -> HttpResponse:
    return _shown(request, visible_plan(request.user, plan_id))


@permission(Permission.PLAN_WRITE)
@require_POST
def make(request: SignedInRequest, plan_id: UUID, person_id: UUID) -> HttpResponse:
    """The link and the code are on this answer alone: in no address, no session and no audit."""
    plan = visible_plan(request.user, plan_id)
    person = next((one for one in copies_of(request.user, plan, clock.today()).may if one.pk == person_id), None)
    if person is None:
        raise Http404
    try:
        _, told = actions.make_link(plan=plan, person=person, by=request.user, at=clock.now())
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("early_help:family", plan.pk)
    address = request.build_absolute_uri(reverse("family:opened", args=[told.token]))
    response = _shown(request, plan, address=address, code=told.code, whose=person)
    response["Cache-Control"] = "no-store"
    return response


@permission(Permission.PLAN_WRITE)
@require_POST
def close(request: SignedInRequest, family_link_id: UUID) -> HttpResponse:
    link = link_of(request.user, family_link_id)
    actions.close_link(link=link, by=request.user, at=clock.now())
    messages.success(request, f"The link of {link.person.name} opens nothing any more.")
    return redirect("early_help:family", link.plan_id)


@permission(Permission.PLAN_WRITE)
def family_said(request: SignedInRequest, family_said_id: UUID) -> HttpResponse:
    said = said_of(request.user, family_said_id)
    form = AnswerForm(request.POST or None, initial={"version": str(said.version)})
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_family(
                said=said, answer=form.cleaned_data["answer"], by=request.user, at=clock.now(),
                version=read_version(form.cleaned_data["version"]),
            )  # fmt: skip
        except ValidationError as refused:
            form.add_error("answer", refused)
        else:
            messages.success(request, "Your answer is saved. The family reads it by their link.")
            return redirect("early_help:family", said.plan_id)
    return render(request, "early_help/family_said.jinja", {"form": form, "said": said})


def _shown(request: SignedInRequest, plan: Plan, **more: object) -> HttpResponse:
    found = copies_of(request.user, plan, clock.today())
    context = {"plan": plan, "found": found, "links": links_of(request.user, plan, clock.now()),
               "writes": request.user.may(Permission.PLAN_WRITE), "address": "", **more}  # fmt: skip
    return render(request, "early_help/family_links.jinja", context)
