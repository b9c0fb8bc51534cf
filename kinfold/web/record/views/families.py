"""A family's page."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.record.selectors.families import family_page


@permission(Permission.PERSON_READ)
def family(request: SignedInRequest, family_id: UUID) -> HttpResponse:
    page = family_page(viewer=request.user, family_id=family_id, today=clock.today())
    people = tuple(head.person.pk for head in page.heads)
    events.record("family.read", about=page.family, by=request.user, people=people)
    return render(request, "record/family.jinja", {"page": page})
