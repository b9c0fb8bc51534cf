"""Restorative conversations and circles of a family."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.practice import code_lists
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.early_help.actions.circles import record_circle
from kinfold.web.early_help.forms.circles import CircleForm
from kinfold.web.early_help.rules import CIRCLES
from kinfold.web.early_help.selectors.episodes import visible_episode
from kinfold.web.early_help.selectors.people import colleagues, family_people
from kinfold.web.meetings import selectors as meetings


@permission(Permission.EPISODE_READ)
def circles(request: SignedInRequest, episode_id: UUID) -> HttpResponse:
    """Everybody who helps reads them; whoever holds conversations writes them."""
    episode, today = visible_episode(request.user, episode_id), clock.today()
    people = family_people(request.user, episode.family, today)
    writes = request.user.may(Permission.CONVERSATION_HOLD) and episode.closed_on is None
    form = None
    if writes:
        form = CircleForm(request.POST or None, today=today, initial={"held_on": today}, people=people.everyone,
                          colleagues=colleagues(request.user, people.everyone, today))  # fmt: skip
    if form is not None and request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("kind", "held_on", "outcome", "words", "again_on")}
        try:
            record_circle(episode=episode, who=form.who(), by=request.user, today=today, **said)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "It is recorded.")
            return redirect("early_help:circles", episode.pk)
    events.record("early_help.circles_read", by=request.user, about=episode)
    context = {
        "episode": episode,
        "form": form,
        "held": list(reversed(meetings.held(request.user, [episode.pk])[episode.pk])),
        "planned": meetings.next_planned(request.user, [episode.pk]).get(episode.pk),
        "kinds": CIRCLES,
        "outcomes": code_lists.labels("restorative_outcome"),
    }
    return render(request, "early_help/circles.jinja", context)
