"""A family's page, and the family as a picture."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from kinfold.reports.charts.genogram import key_to_signs
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.record.selectors.families import family_page
from kinfold.web.record.selectors.family_picture import family_picture


@permission(Permission.PERSON_READ)
def family(request: SignedInRequest, family_id: UUID) -> HttpResponse:
    page = family_page(viewer=request.user, family_id=family_id, today=clock.today())
    people = tuple(head.person.pk for head in page.heads)
    events.record("family.read", about=page.family, by=request.user, people=people)
    return render(request, "record/family.jinja", {"page": page})


@permission(Permission.PERSON_READ)
def picture(request: SignedInRequest, family_id: UUID) -> HttpResponse:
    page = family_page(viewer=request.user, family_id=family_id, today=clock.today())
    drawn = family_picture(viewer=request.user, page=page, today=clock.today())
    people = tuple(row.person.pk for row in drawn.rows)
    events.record("family.picture_read", about=page.family, by=request.user, people=people)
    return render(request, "record/family_picture.jinja", {"page": page, "drawn": drawn, "signs": key_to_signs()})
