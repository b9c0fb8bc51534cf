"""The live board, and the significant harm that stands on top of it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.casework.models import Handover
from kinfold.web.core import clock
from kinfold.web.deadlines import selectors as deadlines
from kinfold.web.mash.actions.harm import take_up_harm
from kinfold.web.mash.hub_times import hub_times
from kinfold.web.mash.selectors.board import board as hub_board
from kinfold.web.mash.selectors.contact import child_of
from kinfold.web.people.selectors import heads

RATINGS = (("", "All ratings"), ("unrated", "Not yet rated"), ("red", "Red"), ("amber", "Amber"), ("green", "Green"))


@permission(Permission.CONTACT_BOARD)
def board(request: SignedInRequest) -> HttpResponse:
    """With script the list alone is asked for again and again; without it the page is as good."""
    now = clock.now()
    rating = request.GET.get("rating", "")
    rating = rating if rating in dict(RATINGS) else ""
    agency = request.GET.get("agency", "")
    shown = hub_board(request.user, now, rating=rating, agency=agency)
    context = {"board": shown, "now": now, "rating": rating, "agency": agency, "ratings": RATINGS}
    live = request.headers.get("HX-Request") == "true"
    if not live:
        context["hub"] = hub_times(now)
    response = render(request, "mash/hub/_board.jinja" if live else "mash/hub/board.jinja", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


@permission(Permission.CONTACT_BOARD)
def significant_harm(request: SignedInRequest, handover_id: UUID) -> HttpResponse:
    """What early help says, about whom, and by when: it can be taken up and nothing else."""
    handover = (
        Handover.objects.visible_to(request.user)
        .filter(pk=handover_id, kind=Handover.Kind.SIGNIFICANT_HARM)
        .select_related("offered_by__agency", "from_team", "family", "answered_by")
        .first()
    )
    if handover is None:
        raise Http404
    if request.method == "POST":
        contact = take_up_harm(handover=handover, by=request.user, at=clock.now())
        return redirect("mash:contact", contact_id=contact.pk)
    if handover.contact_child_id is not None:
        return redirect("mash:contact", contact_id=child_of(request.user, handover.contact_child_id).contact_id)
    people = list(handover.people.all())
    events.record("handover.read", about=handover, by=request.user, people=tuple(one.pk for one in people))
    context = {
        "handover": handover,
        "heads": list(heads(request.user, people, clock.today()).values()),
        "clock_of_handover": deadlines.open_for([handover.pk]).get(handover.pk),
    }
    return render(request, "mash/hub/significant_harm.jinja", context)
