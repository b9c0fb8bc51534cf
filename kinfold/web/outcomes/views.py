"""A family's outcomes, what was seen of each, and somebody else's check of them."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.core.versions import read_version
from kinfold.web.outcomes import actions
from kinfold.web.outcomes.forms import AGREE, CheckForm, DropForm, NeedForm, PutForwardForm, SeenForm
from kinfold.web.outcomes.selectors import (
    NeedShown,
    claim_seen,
    episode_seen,
    need_seen,
    outcomes_page,
    overview,
)


@permission(Permission.OUTCOME_CHECK)
def overviewed(request: SignedInRequest) -> HttpResponse:
    events.record("outcomes.overview_read", by=request.user)
    return render(request, "outcomes/overview.jinja", {"found": overview(request.user, clock.today())})


@permission(Permission.EPISODE_READ)
def of_family(request: SignedInRequest, episode_id: UUID) -> HttpResponse:
    """Everybody who helps reads it; whoever writes plans writes it."""
    episode, today = episode_seen(request.user, episode_id), clock.today()
    page = outcomes_page(request.user, episode, today)
    writes = page.used and request.user.may(Permission.PLAN_WRITE) and episode.closed_on is None
    form = None
    if writes and page.left and page.claim is None:
        form = NeedForm(request.POST or None, today=today, left=page.left, initial={"found_on": today})
    if form is not None and request.method == "POST" and form.is_valid():
        try:
            actions.record_need(episode=episode, by=request.user, at=clock.now(), **form.cleaned_data)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "The need is recorded.")
            return redirect("outcomes:of_family", episode.pk)
    events.record("outcomes.read", by=request.user, about=episode)
    return render(request, "outcomes/of_family.jinja", {"page": page, "form": form, "writes": writes})


@permission(Permission.EPISODE_READ)
def need(request: SignedInRequest, need_id: UUID) -> HttpResponse:
    held, today = need_seen(request.user, need_id), clock.today()
    shown = NeedShown(held, list(reversed(held.seen.select_related("recorded_by"))))
    writes = request.user.may(Permission.PLAN_WRITE) and held.dropped_on is None and held.episode.closed_on is None
    form = SeenForm(request.POST or None, today=today, initial={"seen_on": today}) if writes else None
    if form is not None and request.method == "POST" and form.is_valid():
        try:
            actions.record_seen(need=held, by=request.user, at=clock.now(), **form.cleaned_data)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "It is recorded.")
            return redirect("outcomes:of_family", held.episode_id)
    events.record("outcomes.read", by=request.user, about=held)
    context = {"shown": shown, "form": form, "lasts_from": actions.lasts_from(shown.reached_on)}
    return render(request, "outcomes/need.jinja", context)


@permission(Permission.PLAN_WRITE)
def drop(request: SignedInRequest, need_id: UUID) -> HttpResponse:
    held = need_seen(request.user, need_id)
    form = DropForm(request.POST or None, initial={"version": held.version})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.drop_need(need=held, because=said["because"], by=request.user, at=clock.now(),
                              version=read_version(said["version"]))  # fmt: skip
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "It is recorded.")
            return redirect("outcomes:of_family", held.episode_id)
    return render(request, "outcomes/drop.jinja", {"form": form, "need": held})


@permission(Permission.PLAN_WRITE)
def forward(request: SignedInRequest, episode_id: UUID) -> HttpResponse:
    episode = episode_seen(request.user, episode_id)
    form = PutForwardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.put_forward(episode=episode, words=form.cleaned_data["words"], by=request.user, at=clock.now())
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "Put forward. Somebody else checks it.")
            return redirect("outcomes:of_family", episode.pk)
    return render(request, "outcomes/put_forward.jinja", {"form": form, "episode": episode})


@permission(Permission.OUTCOME_CHECK)
def claim(request: SignedInRequest, claim_id: UUID) -> HttpResponse:
    held = claim_seen(request.user, claim_id)
    page = outcomes_page(request.user, held.episode, clock.today())
    checks = held.checked_at is None and held.put_forward_by_id != request.user.pk
    form = CheckForm(request.POST or None, initial={"version": held.version}) if checks else None
    if form is not None and request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.check_claim(claim=held, agrees=said["verdict"] == AGREE, looked_at=said["looked_at"] or (),
                                words=said.get("words") or "", by=request.user, at=clock.now(),
                                version=read_version(said["version"]))  # fmt: skip
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "It is recorded.")
            return redirect("outcomes:overview")
    events.record("outcomes.read", by=request.user, about=held)
    return render(request, "outcomes/claim.jinja", {"claim": held, "page": page, "form": form})
