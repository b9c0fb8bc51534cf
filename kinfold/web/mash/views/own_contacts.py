"""“Your contacts”: what a person has sent the hub, what they have not sent yet, and what was answered."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.deadlines.selectors import open_for
from kinfold.web.mash import contact_summary
from kinfold.web.mash.answers import Answers
from kinfold.web.mash.deadline_kinds import WRITTEN_FORM
from kinfold.web.mash.forms.contact.page import Scene
from kinfold.web.mash.forms.contact.reading import read
from kinfold.web.mash.hub_times import hub_times
from kinfold.web.mash.selectors import contacts, grades

ON_ONE_PAGE = 25


@permission(Permission.CONTACT_READ_OWN)
def own_contacts(request: SignedInRequest) -> HttpResponse:
    page = Paginator(contacts.own_contacts(request.user), ON_ONE_PAGE).get_page(request.GET.get("page"))
    context = {
        "drafts": contacts.own_drafts(request.user),
        "sent": [contacts.as_told(contact) for contact in page.object_list],
        "page": page,
    }
    return render(request, "mash/contact/own_contacts.jinja", context)


@permission(Permission.CONTACT_READ_OWN)
def quality(request: SignedInRequest) -> HttpResponse:
    """The whole agency's, in numbers."""
    today = clock.today()
    context = {"graded": grades.grades_of_own_agency(request.user, today), "quarters": grades.quarters(today)}
    return render(request, "mash/contact/quality.jinja", context)


@permission(Permission.CONTACT_READ_OWN)
def own_contact(request: SignedInRequest, contact_id: UUID) -> HttpResponse:
    told = contacts.own_contact(request.user, contact_id)
    contact = told.contact
    events.record("contact.read", about=contact, by=request.user)
    feedback = getattr(contact, "feedback", None)
    draft = getattr(contact, "draft", None)
    scene = Scene(by=request.user, answers=Answers(draft.answers), now=contact.received_at) if draft else None
    context = {
        "told": told,
        "contact": contact,
        "grade": getattr(contact, "grade", None),
        "feedback": feedback if feedback and feedback.sent_at else None,
        "sections": contact_summary.sections(read(scene)) if scene else [],
        "hub": hub_times(contact.received_at, now=clock.now()),
        "to_put_in_writing": open_for([contact.pk], WRITTEN_FORM).get(contact.pk),
    }
    return render(request, "mash/contact/own_contact.jinja", context)
