"""A child's page and the chronology."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.casework.chronology import Entry
from kinfold.web.core import clock
from kinfold.web.record import chronology as history
from kinfold.web.record.selectors.children import ChildPage, child_page

RECENT = 6
PERIODS = (("1", "The last year"), ("3", "The last three years"), ("all", "Everything"))


@permission(Permission.PERSON_READ)
def child(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    page = child_page(viewer=request.user, person_id=person_id, now=clock.now())
    events.record("person.read", about=page.person, by=request.user, people=(page.person.pk,))
    recent = _entries(request, page, _since("1"))
    return render(
        request,
        "record/child.jinja",
        {"page": page, "recent": recent[:RECENT], "recent_more": len(recent) if len(recent) > RECENT else 0},
    )


@permission(Permission.PERSON_READ)
def chronology(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    page = child_page(viewer=request.user, person_id=person_id, now=clock.now())
    events.record("person.chronology_read", about=page.person, by=request.user, people=(page.person.pk,))
    period = request.GET.get("period", "1")
    found = _entries(request, page, _since(period))
    kind = request.GET.get("kind", "")
    shown = [entry for entry in found if not kind or entry.kind == kind]
    context = {
        "page": page, "entries": shown, "kind": kind, "kinds": history.kinds(found), "period": period,
        "periods": PERIODS,
    }  # fmt: skip
    return render(request, "record/chronology.jinja", context)


def _entries(request: SignedInRequest, page: ChildPage, since: date) -> list[Entry]:
    return history.entries(
        people=page.same, viewer=request.user, since=since, known=page.known, merges=page.merges, cautions=page.cautions
    )


def _since(period: str) -> date:
    today = clock.today()
    if period == "all":
        return date.min
    return today.replace(year=today.year - (3 if period == "3" else 1), day=min(today.day, 28))
