"""A contact as the hub works on it, how it is rated, and that the parents know now."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kinfold.practice import code_lists
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.versions import StaleVersion
from kinfold.web.local.selectors import timescale, value
from kinfold.web.mash.actions.rating import parents_now_know as record_that_parents_know
from kinfold.web.mash.actions.rating import rate as rate_contact
from kinfold.web.mash.actions.rating import read_contact
from kinfold.web.mash.forms.hub.short import ParentsKnowForm, RateForm
from kinfold.web.mash.hub_rules import URGENT_FIRST
from kinfold.web.mash.models import Contact
from kinfold.web.mash.selectors.contact import answer_due, child_of, contact_of, contact_page
from kinfold.web.mash.selectors.incidents import incident_of, parts_of
from kinfold.web.mash.selectors.wording import decision_words, indicator_words, worry_words
from kinfold.web.mash.views.hub.answers import changed_meanwhile, tried, version_of


@permission(Permission.CONTACT_BOARD)
def contact(request: SignedInRequest, contact_id: UUID) -> HttpResponse:
    found, now = contact_of(request.user, contact_id), clock.now()
    read_contact(contact=found, by=request.user, at=now)
    page = contact_page(request.user, found, now)
    context = {
        "page": page,
        "contact": found,
        "feedback": getattr(found, "feedback", None),
        "grade": getattr(found, "grade", None),
        "advice": getattr(found, "advice", None),
        "incident": incident_of(request.user, found),
        "parts": parts_of(request.user, found),
        "answer_due": answer_due(page),
        "telephone": value("mash_phone"),
        "worry_words": worry_words,
        "decision_words": decision_words,
        "indicator_words": indicator_words,
        "stage_titles": code_lists.labels("decision_stage"),
        "may": {name: request.user.may(permission) for name, permission in _ABILITIES.items()},
    }
    return render(request, "mash/hub/contact.jinja", context)


_ABILITIES = {
    "rate": Permission.CONTACT_RATE,
    "match": Permission.CONTACT_MATCH,
    "decide": Permission.CONTACT_DECIDE,
    "agree": Permission.CONTACT_AGREE,
    "answer": Permission.FEEDBACK_SEND,
    "ask": Permission.REQUEST_SEND,
    "grade": Permission.CONTACT_GRADE,
}


@permission(Permission.CONTACT_BOARD)
def contact_child(request: SignedInRequest, child_id: UUID) -> HttpResponse:
    return redirect(place_of(child_of(request.user, child_id)))


def place_of(child: object) -> str:
    """The child on the page of their contact."""
    return f"{reverse('mash:contact', args=[child.contact_id])}#child-{child.pk}"  # type: ignore[attr-defined]


@permission(Permission.CONTACT_RATE)
def rate(request: SignedInRequest, contact_id: UUID) -> HttpResponse:
    found = contact_of(request.user, contact_id)
    here = reverse("mash:contact", args=[found.pk])
    today = clock.today()
    within = {rating: timescale(f"rag_{rating}", today).words for rating in URGENT_FIRST}
    form = RateForm(request.POST or None, within=within, initial={"rating": found.rating, "version": found.version})
    if request.method == "POST" and form.is_valid():
        rating, reason, version = form.cleaned_data["rating"], form.cleaned_data["reason"], version_of(form)
        try:
            if tried(form, lambda: rate_contact(contact=found, rating=rating, reason=reason, version=version,
                                                by=request.user, at=clock.now())):  # fmt: skip
                messages.success(request, f"Rated {rating}.")
                return redirect(here)
        except StaleVersion as stale:
            return changed_meanwhile(request, stale, here)
    return render(request, "mash/hub/rate.jinja", {"form": form, "contact": found})


@permission(Permission.CONTACT_DECIDE)
def parents_know(request: SignedInRequest, contact_id: UUID) -> HttpResponse:
    found = contact_of(request.user, contact_id)
    return ask_whether_parents_know(request, found, reverse("mash:contact", args=[found.pk]))


def ask_whether_parents_know(request: SignedInRequest, found: Contact, here: str) -> HttpResponse:
    form = ParentsKnowForm(request.POST or None, initial={"version": found.version})
    if request.method == "POST" and form.is_valid():
        how, version = form.cleaned_data["how"], version_of(form)
        try:
            if tried(form, lambda: record_that_parents_know(contact=found, how=how, version=version, by=request.user,
                                                            at=clock.now())):  # fmt: skip
                messages.success(request, "It is recorded that the parents know.")
                return redirect(here)
        except StaleVersion as stale:
            return changed_meanwhile(request, stale, here)
    return render(request, "mash/hub/parents_know.jinja", {"form": form, "contact": found, "back": here})
