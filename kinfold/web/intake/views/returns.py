"""The list of returns, a return's own page, and a version as it was signed."""

from itertools import groupby
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kinfold.indicators.gathering import asked_of, plain
from kinfold.indicators.periods import last_complete_quarters, quarter
from kinfold.indicators.reference.rooms import ROOMS
from kinfold.indicators.reference.tables import room_of
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.intake.actions import asking
from kinfold.web.intake.models import Return
from kinfold.web.intake.selectors import filling, signed
from kinfold.web.intake.selectors import returns as selectors

TONES = {Return.State.OPEN: "yellow", Return.State.SIGNED: "green", Return.State.REOPENED: "orange"}


@permission(Permission.RETURN_READ)
def returns(request: SignedInRequest) -> HttpResponse:
    rows = selectors.returns(request.user)
    oversees = request.user.may(Permission.RETURN_OVERSEE)
    last = last_complete_quarters(1, clock.today())[0]
    context = {
        "quarters": [(quarter(key).title, list(of)) for key, of in groupby(rows, key=lambda row: row.period)],
        "due": selectors.due_of(rows),
        "tones": TONES,
        "oversees": oversees,
        "to_ask": last if oversees and all(row.period != last.key for row in rows) else None,
    }
    return render(request, "intake/returns.jinja", context)


@permission(Permission.RETURN_OVERSEE)
@require_POST
def ask(request: SignedInRequest) -> HttpResponse:
    """The quarter that has just ended; asking twice asks once."""
    last = last_complete_quarters(1, clock.today())[0]
    try:
        made = asking.ask(period=last.key, by=request.user, now=clock.now(), today=clock.today())
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, f"{len(made)} agencies are asked for {last.title}")
    return redirect("intake:returns")


@permission(Permission.RETURN_READ)
def one_return(request: SignedInRequest, return_id: UUID) -> HttpResponse:
    one = found(request, return_id)
    answers = filling.filled(request.user, one)
    context = {
        "return_": one,
        "title": f"{one.agency.name}: figures for {quarter(one.period).title}",
        "rooms": [(ROOMS[room], list(of)) for room, of in groupby(answers, key=lambda answer: room_of(answer.one.key))],
        "asked": len(answers),
        "done": sum(answer.done for answer in answers),
        "due": selectors.deadline_of(one),
        "versions": selectors.versions_of(request.user, one),
        "uploads": selectors.uploads_of(request.user, one),
        "may_fill": one.being_filled and request.user.may(Permission.RETURN_FILL),
        "may_sign": request.user.may(Permission.RETURN_SIGN),
        "tones": TONES,
    }
    return render(request, "intake/return.jinja", context)


@permission(Permission.RETURN_READ)
def version(request: SignedInRequest, return_id: UUID, number: int) -> HttpResponse:
    one = found(request, return_id)
    kept = signed.version(request.user, one, number)
    if kept is None:
        raise Http404
    events.record("return.version_read", by=request.user, about=one, details={"version": number})
    figures = signed.figures_of(request.user, kept)
    titles = {each.key: each for each in asked_of(one.agency.name, one.period)}
    context = {
        "return_": one,
        "version": kept,
        "title": f"Version {number}: {one.agency.name}, {quarter(one.period).title}",
        "figures": [(titles.get(key), key, list(of)) for key, of in groupby(figures, key=lambda row: row.indicator)],
        "plain": plain,
    }
    return render(request, "intake/version.jinja", context)


def found(request: SignedInRequest, pk: UUID) -> Return:
    one = selectors.one_return(request.user, pk)
    if one is None:
        raise Http404
    return one
