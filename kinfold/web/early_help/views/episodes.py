"""A family's help: its page, the family's agreement, who leads."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.early_help import actions
from kinfold.web.early_help.forms.families import AgreementForm
from kinfold.web.early_help.forms.handovers import LeadForm
from kinfold.web.early_help.selectors.episodes import episode_page, purposes, visible_episode
from kinfold.web.early_help.selectors.people import family_people, possible_leads
from kinfold.web.local.selectors import value


@permission(Permission.EPISODE_READ)
def episode(request: SignedInRequest, episode_id: UUID) -> HttpResponse:
    page = episode_page(viewer=request.user, episode_id=episode_id, today=clock.today())
    people = tuple(person.pk for person in page.people.everyone)
    events.record("early_help.episode_read", about=page.episode, by=request.user, people=people)
    context = {"page": page, "purposes": purposes(), "may": request.user.may, "P": Permission}
    return render(request, "early_help/episode.jinja", context)


@permission(Permission.CONVERSATION_HOLD)
def agreement(request: SignedInRequest, episode_id: UUID, purpose: str) -> HttpResponse:
    helped, today = visible_episode(request.user, episode_id), clock.today()
    if purpose not in purposes():
        raise Http404
    people = family_people(request.user, helped.family, today)
    form = AgreementForm(
        request.POST or None, people=[*people.adults, *people.children], today=today, initial={"given_on": today}
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_agreement(episode=helped, purpose=purpose, by=request.user, today=today, **form.cleaned_data)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, "The family’s answer is recorded.")
            return redirect("early_help:episode", episode_id=helped.pk)
    context = {"form": form, "episode": helped, "purpose": purposes()[purpose], "adults": people.adults}
    return render(request, "early_help/agreement.jinja", context)


@permission(Permission.LEAD_ASSIGN)
def lead(request: SignedInRequest, episode_id: UUID) -> HttpResponse:
    helped, today = visible_episode(request.user, episode_id), clock.today()
    form = LeadForm(request.POST or None, leads=possible_leads(request.user))
    if request.method == "POST" and form.is_valid():
        try:
            actions.name_lead(episode=helped, user=form.chosen_lead(), by=request.user, at=clock.now())
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, f"{form.chosen_lead().name} now leads this family’s help.")
            return redirect("early_help:episode", episode_id=helped.pk)
    context = {"form": form, "episode": helped, "lead_title": value("lead_professional_title", today)}
    return render(request, "early_help/lead.jinja", context)
