"""Deciding for a child, and the second person's agreement or return."""

import re
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kinfold.practice import thresholds
from kinfold.web.access.models import Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import StaleVersion
from kinfold.web.core.words import in_london, whole_years
from kinfold.web.directory.selectors import names_offered
from kinfold.web.local.selectors import value
from kinfold.web.mash import hub_rules as rules
from kinfold.web.mash.actions import agreeing
from kinfold.web.mash.actions.open_case import allocated_to
from kinfold.web.mash.actions.quick import rate_and_decide
from kinfold.web.mash.forms.hub.deciding import DecideForm
from kinfold.web.mash.forms.hub.short import ReturnForm
from kinfold.web.mash.hub_rules import HANDED_OVER
from kinfold.web.mash.models import ContactChild
from kinfold.web.mash.selectors.contact import child_of, contact_page
from kinfold.web.mash.views.hub.answers import changed_meanwhile, posted_version, pressed, tried, version_of
from kinfold.web.mash.views.hub.contact import place_of


@permission(Permission.CONTACT_DECIDE)
def decide(request: SignedInRequest, child_id: UUID) -> HttpResponse:
    """``look`` asks only what the chosen indicators point to; nothing is saved then."""
    child, now = child_of(request.user, child_id), clock.now()
    if child.decided_at is not None and request.method == "GET":
        messages.info(request, "This child’s decision is already made.")
        return redirect(place_of(child))
    looking = "look" in request.POST
    options = form_options(request.user, child, now)
    form = DecideForm(
        None if looking else request.POST or None,
        initial=typed(request) if looking else {"version": child.version} | _as_the_stages_say(child),
        now=now,
        **options,
    )
    if request.headers.get("HX-Request") == "true" and looking:
        return render(request, "mash/hub/_suggestion.jinja", {"form": form})
    if request.method == "POST" and not looking and form.is_valid():
        children = [child, *ContactChild.objects.filter(contact=child.contact_id, pk__in=form.also_ids)]
        versions = {child.pk: version} if (version := version_of(form)) else None
        try:
            if tried(form, lambda: _decide(form, children, versions, request.user, now)):
                messages.success(request, _done(child))
                return redirect(place_of(child))
        except StaleVersion as stale:
            return changed_meanwhile(request, stale, place_of(child))
    page = contact_page(request.user, child.contact, now, look_for_matches=False)
    shown = next(one for one in page.children if one.child.pk == child.pk)
    context = {"form": form, "page": page, "shown": shown, "contact": child.contact, "back": place_of(child)}
    return render(request, "mash/hub/decide.jinja", context)


def _decide(
    form: DecideForm, children: list[ContactChild], versions: dict[UUID, int] | None, by: User, now: datetime
) -> None:
    """Now, or when it was decided on paper: the contact's clocks go by that."""
    at = form.cleaned_data.get("on_paper_at") or now
    hold(rules.hd42_decided_since_it_came, at, children[0].contact.received_at, now)
    rate_and_decide(children=children, rating=form.chosen_rating, said=form.said, versions=versions, by=by, at=at)


@permission(Permission.CONTACT_BOARD)
@require_POST
def agree(request: SignedInRequest, child_id: UUID) -> HttpResponse:
    child = child_of(request.user, child_id)
    try:
        if pressed(request, lambda: agreeing.agree(child=child, version=posted_version(request), by=request.user,
                                                   at=clock.now())):  # fmt: skip
            messages.success(request, "You agreed. The decision is complete.")
    except StaleVersion as stale:
        return changed_meanwhile(request, stale, place_of(child))
    return redirect(place_of(child))


@permission(Permission.CONTACT_BOARD)
def return_decision(request: SignedInRequest, child_id: UUID) -> HttpResponse:
    child = child_of(request.user, child_id)
    form = ReturnForm(request.POST or None, initial={"version": child.version})
    if request.method == "POST" and form.is_valid():
        reason, version = form.cleaned_data["reason"], version_of(form)
        try:
            if tried(form, lambda: agreeing.return_decision(child=child, reason=reason, version=version,
                                                            by=request.user, at=clock.now())):  # fmt: skip
                messages.success(request, "The decision is returned. The child waits for a decision again.")
                return redirect(place_of(child))
        except StaleVersion as stale:
            return changed_meanwhile(request, stale, place_of(child))
    return render(request, "mash/hub/return_decision.jinja", {"form": form, "child": child, "back": place_of(child)})


def form_options(viewer: User, child: ContactChild, now: datetime) -> dict[str, Any]:
    """What the decision can be for this child, at their age, today."""
    today = in_london(now).date()
    services = {service for several, _ in HANDED_OVER.values() for service in several}
    siblings = child.contact.children.exclude(pk=child.pk).filter(decided_at__isnull=True, person__isnull=False)
    return {
        "document": thresholds.document(today),
        "ages": _ages(child, now),
        "teams": Team.objects.filter(service__in=services).order_by("name"),
        "siblings": {one.pk: one.known.name for one in siblings.visible_to(viewer).select_related("person")}
        if child.person_id
        else {},
        "matched": child.person_id is not None,
        "rated": bool(child.contact.rating),
        "indicators_from_tier": int(str(value("indicators_required_from_tier", today))),
        "open_case": child.person is not None and allocated_to(child.person, now) is not None,
        "services": names_offered(),
    }


def _ages(child: ContactChild, now: datetime) -> list[int]:
    """In completed years; none where nobody knows, and then every indicator is offered."""
    born = child.person.born_on if child.person else child.described_born_on
    if born is not None:
        return [min(thresholds.OLDEST, whole_years(born, in_london(now).date()))]
    if child.person.unborn if child.person else child.described_expected_on:
        return [thresholds.UNBORN]
    said = re.search(r"\d+", child.described_age)  # “about 7”, “18 months”
    if said is None:
        return []
    young = re.search("month|week|day", child.described_age)
    return [min(thresholds.OLDEST, int(said[0]) // 12 if young else int(said[0]))]


def _as_the_stages_say(child: ContactChild) -> dict[str, Any]:
    """The tier and the signs that the last stage relied on; what happens, and why, is the decision-maker's to say."""
    last = child.stages.last()
    return {"tier": str(last.tier), "indicators": list(last.indicators_of_need)} if last else {}


def typed(request: SignedInRequest) -> dict[str, Any]:
    """What stands on the page, so that looking loses nothing."""
    single = {name: request.POST.get(name, "") for name in request.POST if name != "csrfmiddlewaretoken"}
    return single | {name: request.POST.getlist(name) for name in ("indicators", "also", "enough")}


def _done(child: ContactChild) -> str:
    child.refresh_from_db(fields=["needs_agreement", "decided_at", "agreed_at", "decision"])
    if child.awaits_agreement:
        return "Your decision is saved. A second person must agree before it is complete."
    if child.decision == "allocated_worker":
        return "Passed to the allocated worker. It stays on the board until they accept it."
    return "The decision is saved."
