"""How good a contact was: the hub says so, and a manager sees it of every agency."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.versions import StaleVersion
from kinfold.web.mash.actions.grading import grade_contact
from kinfold.web.mash.forms.hub.grading import GradeForm
from kinfold.web.mash.hub_rules import hd34_an_agency_made_it
from kinfold.web.mash.selectors import grades
from kinfold.web.mash.selectors.contact import contact_of
from kinfold.web.mash.views.hub.answers import changed_meanwhile, tried, version_of


@permission(Permission.CONTACT_GRADE)
def grade(request: SignedInRequest, contact_id: UUID) -> HttpResponse:
    contact = contact_of(request.user, contact_id)
    here = reverse("mash:contact", args=[contact.pk])
    if not hd34_an_agency_made_it(contact):
        messages.info(request, str(hd34_an_agency_made_it.__doc__))
        return redirect(here)
    held = getattr(contact, "grade", None)
    begin = {"grade": held.grade, "lacks": held.lacks, "words": held.words, "version": held.version} if held else {}
    form = GradeForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        try:
            if tried(form, lambda: grade_contact(contact=contact, **form.said, version=version_of(form),
                                                 on=clock.today(), by=request.user)):  # fmt: skip
                messages.success(request, "Your grade is saved. Whoever made the contact can read it.")
                return redirect(here)
        except StaleVersion as stale:
            return changed_meanwhile(request, stale, here)
    return render(request, "mash/hub/grade.jinja", {"form": form, "contact": contact})


@permission(Permission.GRADES_OVERSEE)
def by_agency(request: SignedInRequest) -> HttpResponse:
    today = clock.today()
    context = {"agencies": grades.grades_by_agency(request.user, today), "since": grades.quarters(today)[-1].starts_on}
    return render(request, "mash/hub/grades.jinja", context)
