"""The work tray: one person's own, and a manager's team's."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.casework import selectors as casework
from kinfold.web.core import clock
from kinfold.web.notices import selectors as notices
from kinfold.web.record.tray import cover_tray, own_tray, team_tray


@permission(Permission.TRAY_OWN)
def own(request: SignedInRequest) -> HttpResponse:
    now, today = clock.now(), clock.today()
    covers = [each for each in casework.covered_by(request.user, today) if each.first_day <= today]
    context = {
        "tray": own_tray(request.user, now),
        "covers": [(each, cover_tray(request.user, each.away, now)) for each in covers],
        "may_be_away": request.user.may(Permission.COVER_ARRANGE),
        "handovers": casework.handovers_waiting(request.user),
        "notices": notices.unread(request.user),
        "teams": request.user.teams if request.user.may(Permission.TRAY_TEAM) else [],
        "team": None,
        "may_pass_on": False,
        "unled": [],
        "may_tell": request.user.may(Permission.CONTACT_CREATE) and not request.user.may(Permission.CONTACT_BOARD),
    }
    return render(request, "record/tray.jinja", context)


@permission(Permission.TRAY_TEAM)
def team(request: SignedInRequest, team_id: UUID) -> HttpResponse:
    chosen = next((each for each in request.user.teams if each.pk == team_id), None)
    if chosen is None:
        raise Http404
    handovers = casework.handovers_waiting(request.user)
    context = {
        "covers": [],
        "may_be_away": False,
        "tray": team_tray(request.user, chosen, clock.now(), without={one.handover.pk for one in handovers}),
        "handovers": handovers,
        "notices": [],
        "teams": request.user.teams,
        "team": chosen,
        "may_pass_on": request.user.may(Permission.LEAD_ASSIGN),
        "may_tell": False,
        "unled": casework.episodes_without_lead(request.user, clock.today()),
    }
    return render(request, "record/tray.jinja", context)
