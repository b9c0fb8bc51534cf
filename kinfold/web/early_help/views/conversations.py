"""A Family Support Conversation: begun, written page by page, checked, completed, read."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.core.versions import StaleVersion, read_version
from kinfold.web.early_help import actions
from kinfold.web.early_help.forms.answers import FinishConversationForm
from kinfold.web.early_help.models import Conversation
from kinfold.web.early_help.selectors.conversations import Filling, filling_of_conversation, visible_conversation
from kinfold.web.early_help.selectors.episodes import visible_episode
from kinfold.web.early_help.selectors.people import family_people, heads_of
from kinfold.web.early_help.selectors.progress import picture_of
from kinfold.web.early_help.selectors.warnings import parents_do_not_know
from kinfold.web.early_help.views.answering import Place, answer_page
from kinfold.web.questionnaires.actions import AnswersRefused
from kinfold.web.questionnaires.selectors import sections


@permission(Permission.CONVERSATION_HOLD)
@require_POST
def start(request: SignedInRequest, episode_id: UUID) -> HttpResponse:
    helped, today = visible_episode(request.user, episode_id), clock.today()
    try:
        conversation = actions.start_conversation(episode=helped, by=request.user, on=today)
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
        return redirect("early_help:episode", episode_id=helped.pk)
    filling = filling_of_conversation(request.user, conversation, today)
    if filling is None or filling.answers:
        return redirect("early_help:conversation", conversation_id=conversation.pk)
    return redirect("early_help:conversation_page", conversation_id=conversation.pk, page=filling.pages[0].key)


@permission(Permission.CONVERSATION_HOLD)
def page(request: SignedInRequest, conversation_id: UUID, page: str) -> HttpResponse:
    conversation = visible_conversation(request.user, conversation_id)
    filling = filling_of_conversation(request.user, conversation, clock.today())
    if filling is None or conversation.completed_on:
        return redirect("early_help:conversation", conversation_id=conversation.pk)
    place = Place(
        caption="Family Support Conversation",
        address_of=lambda key: reverse("early_help:conversation_page", args=[conversation.pk, key]),
        finish=reverse("early_help:conversation", args=[conversation.pk]),
        unsafe=reverse("early_help:harm", args=[conversation.episode_id]),
    )
    return answer_page(request, filling, page, place)


@permission(Permission.EPISODE_READ)
def conversation(request: SignedInRequest, conversation_id: UUID) -> HttpResponse:
    """What was said; while it goes on, with what is still to ask and the button that completes it."""
    held, today = visible_conversation(request.user, conversation_id), clock.today()
    filling = filling_of_conversation(request.user, held, today)
    writes = request.user.may(Permission.CONVERSATION_HOLD) and filling is not None and held.completed_on is None
    form = FinishConversationForm(
        request.POST if request.method == "POST" and writes else None, today=today,
        initial={"held_on": held.held_on, "version": filling.response.version if filling else ""},
    )  # fmt: skip
    if request.method == "POST" and writes and filling and form.is_valid():
        answer = _complete(request, held, filling, form)
        if answer is not None:
            return answer
    events.record("early_help.conversation_read", about=held, by=request.user)
    people = family_people(request.user, held.episode.family, today)
    hidden = parents_do_not_know(request.user, [child.pk for child in people.children])
    context = {
        "conversation": held,
        "heads": heads_of(request.user, people.everyone, today),
        "flags": ["parents_do_not_know"] if hidden else [],
        "form": form,
        "writes": writes,
        "missing": filling.missing if filling and writes else [],
        "filling": filling,
        "sections": sections(request.user, filling.response) if filling else [],
        "picture": picture_of(request.user, {held.pk: held.held_on}) if held.completed_on else None,
    }
    return render(request, "early_help/conversation.jinja", context)


def _complete(
    request: SignedInRequest, held: Conversation, filling: Filling, form: FinishConversationForm
) -> HttpResponse | None:
    version = form.cleaned_data["version"]
    try:
        done = actions.complete_conversation(
            conversation=held, response=filling.response, held_on=form.cleaned_data["held_on"],
            version=read_version(version) or 0, by=request.user, at=clock.now(),
        )  # fmt: skip
    except StaleVersion:
        messages.warning(request, "Somebody else wrote in this conversation. Read it once more, then complete it.")
    except AnswersRefused:
        form.add_error(None, "Some questions must be answered before you complete the conversation.")
        return None
    except ValidationError as problem:
        form.add_error(None, problem)
        return None
    else:
        counts = " It counts as the Early Help Assessment." if done.counts_as_assessment else ""
        messages.success(request, f"The conversation is complete.{counts} Next, write the plan together.")
    return redirect("early_help:conversation", conversation_id=held.pk)
