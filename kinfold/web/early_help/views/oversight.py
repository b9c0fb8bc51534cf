"""Supervision of a family's help, and which families are due to be looked at."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.early_help.actions.oversight import record_oversight
from kinfold.web.early_help.forms.oversight import OversightForm
from kinfold.web.early_help.selectors.episodes import visible_episode
from kinfold.web.early_help.selectors.oversight import oversight_of, oversight_page

ON_A_PAGE = 40


@permission(Permission.LEAD_ASSIGN)
def overview(request: SignedInRequest) -> HttpResponse:
    found = oversight_page(request.user, clock.today())
    page = Paginator(found.rows, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "early_help/oversight.jinja", {"found": found, "page": page, "today": clock.today()})


@permission(Permission.EPISODE_READ)
def of_family(request: SignedInRequest, episode_id: UUID) -> HttpResponse:
    """Everybody who helps reads it; who oversees writes it."""
    helped, today = visible_episode(request.user, episode_id), clock.today()
    writes = request.user.may(Permission.LEAD_ASSIGN)
    form = OversightForm((request.POST or None) if writes else None, today=today, initial={"held_on": today})
    if request.method == "POST" and writes and form.is_valid():
        try:
            record_oversight(episode=helped, by=request.user, at=clock.now(), **form.cleaned_data)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "It is recorded, and the next is due by itself.")
            return redirect("early_help:oversight_of_family", helped.pk)
    context = {"episode": helped, "form": form, "writes": writes, "held": oversight_of(request.user, [helped])}
    return render(request, "early_help/oversight_of_family.jinja", context)
