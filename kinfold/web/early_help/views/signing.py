"""Somebody in the family signs the plan on the screen of the colleague who sits with them."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.early_help.actions.signing import sign_on_screen
from kinfold.web.early_help.forms.family import SignForm
from kinfold.web.early_help.plan_access import visible_plan
from kinfold.web.early_help.selectors.papers import paper_for
from kinfold.web.early_help.selectors.plans import share_name


@permission(Permission.PLAN_WRITE)
def sign(request: SignedInRequest, plan_id: UUID, person_id: UUID) -> HttpResponse:
    """Their own copy in large type, and a line for their name."""
    held, today = visible_plan(request.user, plan_id), clock.today()
    paper = paper_for(request.user, held, person_id, today)
    if paper is None:
        raise Http404
    form = SignForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            sign_on_screen(plan=held, person=paper.whose, written_name=form.cleaned_data["written_name"],
                           by=request.user, at=clock.now())  # fmt: skip
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, f"{paper.whose.name} has signed the plan.")
            return redirect("early_help:family", held.pk)
    events.record("early_help.plan_copied", about=held, by=request.user, people=(person_id,))
    context = {"paper": paper, "page": paper.page, "share_name": share_name, "now": clock.now(), "form": form}
    return render(request, "early_help/sign.jinja", context)
