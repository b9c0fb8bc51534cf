"""Handing a family over, answering, taking back, and telling the hub of significant harm."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kinfold.web.access.checks import can_see
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.casework import actions as casework
from kinfold.web.casework.models import Handover
from kinfold.web.core import clock
from kinfold.web.core.versions import StaleVersion, read_version
from kinfold.web.core.words import moment_near
from kinfold.web.early_help import actions
from kinfold.web.early_help.actions.handing_over import SERVICES_TO, TO_STATUS
from kinfold.web.early_help.forms.handovers import AnswerForm, HandOverForm, HarmForm
from kinfold.web.early_help.selectors.episodes import purposes, visible_episode
from kinfold.web.early_help.selectors.handovers import (
    HandoverPage,
    handover_page,
    handovers_page,
    teams_to_hand_to,
)
from kinfold.web.early_help.selectors.people import family_people, possible_leads
from kinfold.web.local.selectors import emergency_numbers, hub_hours
from kinfold.web.sharing.selectors import has_agreed

KINDS = {"step-up": Handover.Kind.STEP_UP, "step-down": Handover.Kind.STEP_DOWN, "transfer": Handover.Kind.TRANSFER}
ANSWERED = "Somebody answered while you were reading. This is how it stands now."


@permission(Permission.EPISODE_READ)
def handovers(request: SignedInRequest) -> HttpResponse:
    return render(request, "early_help/handovers.jinja", {"page": handovers_page(request.user)})


@permission(Permission.EPISODE_READ)
def handover(request: SignedInRequest, handover_id: UUID) -> HttpResponse:
    """What is handed over and why; for the team it goes to, the answer."""
    page = handover_page(request.user, handover_id)
    leads = possible_leads(request.user) if request.user.may(Permission.LEAD_ASSIGN) and page.handover.family else []
    form = AnswerForm(
        request.POST if request.method == "POST" and page.can_answer else None, leads=leads,
        takes_lead=actions.leads_what_they_accept(request.user), initial={"version": page.handover.version},
    )  # fmt: skip
    if request.method == "POST":
        if not page.can_answer:
            messages.warning(request, ANSWERED)
            return redirect("early_help:handover", handover_id=handover_id)
        if form.is_valid():
            answer = _answer(request, page, form)
            if answer is not None:
                return answer
    events.record(
        "early_help.handover_read", about=page.handover, by=request.user,
        people=tuple(person.pk for person in page.people),
    )  # fmt: skip
    return render(request, "early_help/handover.jinja", {"page": page, "form": form})


def _answer(request: SignedInRequest, page: HandoverPage, form: AnswerForm) -> HttpResponse | None:
    typed, now = form.cleaned_data["version"], clock.now()
    version = read_version(typed) or 0
    try:
        if form.cleaned_data["answer"] == "refuse":
            casework.refuse_handover(
                handover=page.handover, reason=form.cleaned_data["reason"], by=request.user, at=now, version=version
            )
            messages.success(request, "You have refused, and both managers know. The family stays where it is.")
            return redirect("early_help:handovers")
        accepted = actions.accept_family(
            handover=page.handover, by=request.user, at=now, version=version, lead=form.chosen_lead()
        )
    except StaleVersion:
        messages.warning(request, ANSWERED)
        return redirect("early_help:handover", handover_id=page.handover.pk)
    except ValidationError as problem:
        form.add_error(None, problem)
        return None
    if accepted.episode is None:
        return redirect("early_help:handovers")
    if accepted.waits_for_agreement:
        messages.success(request, "The family is with your team now. Help begins when they agree: record that here.")
    else:
        messages.success(request, "The family is with your team now.")
    return redirect("early_help:episode", episode_id=accepted.episode.pk)


@permission(Permission.HANDOVER_OFFER)
@require_POST
def take_back(request: SignedInRequest, handover_id: UUID) -> HttpResponse:
    page = handover_page(request.user, handover_id)
    try:
        casework.withdraw_handover(handover=page.handover, by=request.user, at=clock.now())
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, "You have taken the handover back. The family stays with you.")
    if page.handover.episode_id and can_see(request.user, page.handover.record_id):
        return redirect("early_help:episode", episode_id=page.handover.episode_id)
    return redirect("early_help:handovers")


@permission(Permission.HANDOVER_OFFER)
def offer(request: SignedInRequest, episode_id: UUID, kind: str) -> HttpResponse:
    helped = visible_episode(request.user, episode_id)
    if kind not in KINDS or helped.closed_on:
        raise Http404
    chosen = KINDS[kind]
    status = TO_STATUS[chosen]
    form = HandOverForm(request.POST or None, teams=teams_to_hand_to(request.user, SERVICES_TO[chosen]))
    if request.method == "POST" and form.is_valid():
        try:
            offered = actions.hand_over(
                kind=chosen, episode=helped, to_team=form.cleaned_data["team"], reason=form.cleaned_data["reason"],
                by=request.user, at=clock.now(),
            )  # fmt: skip
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, f"{offered.to_team.name} has been asked. You hold the family until they accept.")
            return redirect("early_help:episode", episode_id=helped.pk)
    context = {
        "form": form, "episode": helped, "kind": kind, "chosen": chosen, "purpose": purposes().get(status, ""),
        "status": status, "agreed": not status or has_agreed(helped, status),
    }  # fmt: skip
    return render(request, "early_help/offer.jinja", context)


@permission(Permission.HANDOVER_OFFER)
def harm(request: SignedInRequest, episode_id: UUID) -> HttpResponse:
    """What to do in an emergency first; then to the MASH, on its clock, and nobody can decline it."""
    helped, now, today = visible_episode(request.user, episode_id), clock.now(), clock.today()
    children = family_people(request.user, helped.family, today).children
    form = HarmForm(request.POST or None, children=children)
    if request.method == "POST" and form.is_valid():
        try:
            told = actions.tell_the_hub(
                episode=helped, children=form.chosen_children(), reason=form.cleaned_data["reason"], by=request.user,
                at=now,
            )  # fmt: skip
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            if told is not None:
                return redirect("early_help:handover", handover_id=told.pk)
            form.add_error(None, "There is no MASH to send this to. Ring the numbers above now.")
    hours = hub_hours(today)
    context = {
        "form": form, "episode": helped, "numbers": emergency_numbers(today),
        "read_next": "" if hours.is_open(now) else moment_near(hours.next_opening(now), now),
    }  # fmt: skip
    return render(request, "early_help/harm.jinja", context)
