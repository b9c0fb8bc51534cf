"""What every page of this part does: find the person, ask on one page, and go back to where they came from."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kinfold.web.access.models import User
from kinfold.web.access.routes import SignedInRequest
from kinfold.web.people.models import Family, Person
from kinfold.web.people.selectors import Candidate


def person_seen(user: User, person_id: UUID) -> Person:
    person = Person.objects.visible_to(user).filter(pk=person_id).select_related("record").first()
    if person is None:
        raise Http404
    return person


def family_seen(user: User, family_id: UUID) -> Family:
    family = Family.objects.visible_to(user).filter(pk=family_id).select_related("record").first()
    if family is None:
        raise Http404
    return family


def address_of(about: Person | Family) -> str:
    if isinstance(about, Family):
        return reverse("record:family", kwargs={"family_id": about.pk})
    return reverse("record:child", kwargs={"person_id": about.pk})


def saved(request: SignedInRequest, about: Person | Family, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(address_of(about))


def asked(
    request: SignedInRequest,
    about: Person | Family,
    form: Any,
    title: str,
    button: str = "Save",
    before: str = "",
    alike: Sequence[Candidate] = (),
    offer: str = "",
) -> HttpResponse:
    """One question page; ``before`` is a sentence that stands above the form. ``alike`` are people on file who may be
    the one described; where ``offer`` is an address, one press there takes one of them instead."""
    name = str(about) if isinstance(about, Family) else about.name
    context = {
        "form": form, "heading_words": title, "button": button, "about_name": name, "back": address_of(about),
        "before": before, "alike": alike, "offer": offer,
    }  # fmt: skip
    return render(request, "people/question.jinja", context)
