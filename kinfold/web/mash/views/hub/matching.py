"""Who a described child is: confirm a likely match, search again, or record somebody new."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.versions import StaleVersion
from kinfold.web.core.words import in_london
from kinfold.web.mash.actions.hub import families_of
from kinfold.web.mash.actions.matching import confirm_match, create_and_match
from kinfold.web.mash.forms.hub.matching import NEW_FAMILY, NewPersonForm, as_described
from kinfold.web.mash.forms.hub.short import SearchAgainForm
from kinfold.web.mash.models import ContactChild
from kinfold.web.mash.selectors.contact import child_of, described, still_children
from kinfold.web.mash.views.hub.answers import changed_meanwhile, posted_version, pressed, tried, version_of
from kinfold.web.mash.views.hub.contact import place_of
from kinfold.web.people.duplicates import checked
from kinfold.web.people.models import Family, Person
from kinfold.web.people.selectors import Candidate, search


@permission(Permission.CONTACT_MATCH)
def search_again(request: SignedInRequest, child_id: UUID) -> HttpResponse:
    """Posted, so that no name stays in an address or a server's log."""
    child, now = child_of(request.user, child_id), clock.now()
    begin = {
        "name": f"{child.described_forename} {child.described_surname}".strip(),
        "born_on": child.described_born_on,
        "postcode": child.described_postcode,
        "number": child.nhs_number or child.upn,
    }
    form = SearchAgainForm(request.POST or None, initial=begin, now=now)
    found = None
    if request.method == "POST" and form.is_valid():
        found = still_children(search(viewer=request.user, **form.cleaned_data), now)
    context = {"form": form, "child": child, "candidates": found, "back": place_of(child)}
    return render(request, "mash/hub/search_again.jinja", context)


@permission(Permission.CONTACT_MATCH)
@require_POST
def match(request: SignedInRequest, child_id: UUID) -> HttpResponse:
    """One press beside the candidate: this person is the child."""
    child = child_of(request.user, child_id)
    person = _person(request)
    try:
        if pressed(request, lambda: confirm_match(child=child, person=person, version=posted_version(request),
                                                  by=request.user, at=clock.now())):  # fmt: skip
            messages.success(request, f"{child.described_name} is now matched with {person.name}.")
    except StaleVersion as stale:
        return changed_meanwhile(request, stale, place_of(child))
    return redirect(place_of(child))


@permission(Permission.CONTACT_MATCH)
def new_person(request: SignedInRequest, child_id: UUID) -> HttpResponse:
    child = child_of(request.user, child_id)
    families = _families_of_siblings(child)
    now = clock.now()
    initial = as_described(child, in_london(now).date())

    def build(_: list[Candidate], **more: Any) -> NewPersonForm:
        return NewPersonForm(request.POST or None, families=families.values(), initial=initial, now=now, **more)

    if request.method == "POST":
        check = checked(request.user, build, lambda form: _new_facts(child, form))
        form, alike = check.form, check.alike
        if check.may_go_on:
            family = families.get(form.cleaned_data["family"]) if form.cleaned_data["family"] != NEW_FAMILY else None
            try:
                if tried(form, lambda: create_and_match(child=child, facts_told=form.facts, address=form.address,
                                                        family=family, version=version_of(form), by=request.user,
                                                        not_known=check.not_known, at=clock.now())):  # fmt: skip
                    messages.success(request, f"{child.described_name} is recorded and matched.")
                    return redirect(place_of(child))
            except StaleVersion as stale:
                return changed_meanwhile(request, stale, place_of(child))
    else:
        form, alike = build([]), []
    context = {"form": form, "child": child, "described": described(child, child.contact, clock.now()),
               "alike": alike, "back": place_of(child)}  # fmt: skip
    return render(request, "mash/hub/new_person.jinja", context)


def _new_facts(child: ContactChild, form: NewPersonForm) -> dict[str, Any] | None:
    """Whom the form describes; nobody, where the same page was sent before and they are recorded by now."""
    return None if child.person_id else form.facts | form.address


def _person(request: SignedInRequest) -> Person:
    try:
        wanted = UUID(request.POST.get("person", ""))
    except ValueError:
        raise NotVisible("There is nothing here that you may see.") from None
    person = Person.objects.visible_to(request.user).filter(pk=wanted).select_related("merged_into").first()
    if person is None:
        raise NotVisible("There is nothing here that you may see.")
    return person


def _families_of_siblings(child: ContactChild) -> dict[str, Family]:
    siblings = child.contact.children.exclude(pk=child.pk).filter(person__isnull=False).select_related("person")
    return {str(family.pk): family for family in families_of(one.known for one in siblings).values()}
