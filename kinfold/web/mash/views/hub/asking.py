"""Asking agencies about a child: which, whom, what; one request; chasing and taking back; and how agencies reply."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kinfold.web.access.models import Agency
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.core.versions import StaleVersion
from kinfold.web.local.selectors import timescale
from kinfold.web.mash.actions.asking import ask_agency
from kinfold.web.mash.forms.hub.asking import AskAgencyForm, TakeBackForm, WhichAgencyForm
from kinfold.web.mash.selectors.asking import child_asked_about, places_to_ask
from kinfold.web.mash.selectors.contact import child_of
from kinfold.web.mash.views.hub.answers import pressed, tried, version_of
from kinfold.web.mash.views.hub.contact import place_of
from kinfold.web.sharing.actions import requests
from kinfold.web.sharing.actions.requests import Sent
from kinfold.web.sharing.models import AgencyRequest
from kinfold.web.sharing.selectors import requests as selectors
from kinfold.web.sharing.wording import PURPOSES

COUNTED_OVER = timedelta(days=365)


@permission(Permission.REQUEST_SEND)
def which_agency(request: SignedInRequest, child_id: UUID) -> HttpResponse:
    child, now = child_of(request.user, child_id), clock.now()
    if child.decided_at is not None or not child.contact.rating:
        messages.info(request, "This child’s decision is already made." if child.decided_at else
                      "Rate this contact first. The rating sets how soon an agency replies.")  # fmt: skip
        return redirect(place_of(child))
    form = WhichAgencyForm(request.POST or None, agencies=selectors.agencies_asked(request.user))
    if request.method == "POST" and form.is_valid():
        return redirect("mash:ask_agency", child.pk, form.cleaned_data["agency"])
    context = {"form": form, "child": child, "back": place_of(child), "near": places_to_ask(request.user, child, now)}
    return render(request, "mash/hub/which_agency.jinja", context)


@permission(Permission.REQUEST_SEND)
def ask(request: SignedInRequest, child_id: UUID, agency_id: UUID) -> HttpResponse:
    child, now = child_of(request.user, child_id), clock.now()
    agency = Agency.objects.filter(pk=agency_id).first()
    if agency is None:
        return redirect("mash:which_agency", child.pk)
    people, before = selectors.who_may_reply(agency), selectors.named_before(request.user, agency)
    form = AskAgencyForm(request.POST or None, people=people, before=before)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        sent: list[Sent] = []
        if tried(form, lambda: sent.append(ask_agency(
            child=child, to=form.recipient(agency), codes=said["questions"], own_question=said["own_question"],
            why=said["why"], site=request.build_absolute_uri("/"), by=request.user, at=now,
        ))):  # fmt: skip
            _say_sent(request, sent[0])
            return redirect("mash:request", sent[0].request.pk)
    known = selectors.asked_about(request.user, [child.pk], now)[child.pk]
    rating = child.contact.rating
    context = {
        "form": form, "child": child, "contact": child.contact, "agency": agency, "back": place_of(child),
        "already": [one for one in known if one.request.agency_id == agency.pk],
        "within": timescale(f"agency_reply_{rating}", clock.today()).words if rating else "",
    }  # fmt: skip
    return render(request, "mash/hub/ask_agency.jinja", context)


@permission(Permission.REQUEST_SEND)
def one_request(request: SignedInRequest, asked_id: UUID) -> HttpResponse:
    found, now = selectors.request_of(request.user, asked_id), clock.now()
    events.record("sharing.request_read", by=request.user, about=found)
    child = child_asked_about(request.user, found)
    context = {
        "one": selectors.shown(AgencyRequest.objects.filter(pk=found.pk), now)[0], "asked": found, "child": child,
        "back": place_of(child) if child else "", "purposes": PURPOSES,
    }  # fmt: skip
    return render(request, "mash/hub/request.jinja", context)


@permission(Permission.REQUEST_SEND)
@require_POST
def chase(request: SignedInRequest, asked_id: UUID) -> HttpResponse:
    found = selectors.request_of(request.user, asked_id)
    sent: list[Sent] = []
    if pressed(request, lambda: sent.append(requests.chase(
        request=found, site=request.build_absolute_uri("/"), by=request.user, at=clock.now()
    ))):  # fmt: skip
        _say_sent(request, sent[0], again=True)
    return redirect("mash:request", found.pk)


@permission(Permission.REQUEST_SEND)
def take_back(request: SignedInRequest, asked_id: UUID) -> HttpResponse:
    found = selectors.request_of(request.user, asked_id)
    form = TakeBackForm(request.POST or None, initial={"version": found.version})
    if request.method == "POST" and form.is_valid():
        because, version = form.cleaned_data["because"], version_of(form)
        try:
            done = tried(form, lambda: requests.withdraw(
                request=found, because=because, version=version, by=request.user, at=clock.now()
            ))  # fmt: skip
        except StaleVersion:
            messages.error(request, "They replied while you were writing. Read what they say first.")
            return redirect("mash:request", found.pk)
        if done:
            messages.success(request, "The request is taken back.")
            return redirect("mash:request", found.pk)
    return render(request, "mash/hub/take_back.jinja", {"form": form, "asked": found})


@permission(Permission.REQUEST_OVERSEE)
def replies(request: SignedInRequest) -> HttpResponse:
    now = clock.now()
    agencies = selectors.replies_by_agency(request.user, now - COUNTED_OVER, now)
    return render(request, "mash/hub/replies.jinja", {"agencies": agencies, "since": now - COUNTED_OVER})


def _say_sent(request: SignedInRequest, sent: Sent, *, again: bool = False) -> None:
    """The code stands on the next page and nowhere else."""
    asked = sent.request
    if sent.code is None:
        messages.success(request, f"{asked.to_name} is {'reminded' if again else 'asked'}.")
        return
    code = f"{sent.code[:3]} {sent.code[3:]}"
    messages.success(
        request,
        f"A link goes to {asked.to_name} by email. Ring them on {asked.to_telephone} and tell them the code: {code}. "
        "It is shown only now.",
    )
