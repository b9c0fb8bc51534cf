"""Family Support Conversations: started once, resumed, completed when what must be answered is."""

from datetime import date, datetime

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework import facts as casework
from kinfold.web.casework import rules as casework_rules
from kinfold.web.casework.models import Episode
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.core.words import in_london
from kinfold.web.early_help import facts, rules
from kinfold.web.early_help.models import Conversation
from kinfold.web.local import selectors as local
from kinfold.web.meetings.rules import me2_held_by_today
from kinfold.web.questionnaires import actions as questionnaires
from kinfold.web.questionnaires.models import Response

FORM = "family_support_conversation"


@transaction.atomic
def start_conversation(*, episode: Episode, by: User, on: date) -> Conversation:
    """A new conversation with the family; while one is going on, it is that one."""
    require(by, Permission.CONVERSATION_HOLD, on=episode)
    hold(casework_rules.cw3_episode_is_open, locked(episode))
    going_on = Conversation.objects.filter(episode=episode, completed_on__isnull=True, completed_by__isnull=True)
    conversation = going_on.order_by("-created_at").first()
    if conversation is None:
        conversation = Conversation.objects.create(
            episode=episode, record_id=episode.record_id, held_on=on, tier=facts.tier_of(episode, on), agency=by.agency
        )
        events.record("early_help.conversation_started", by=by, about=conversation)
    questionnaires.start(form_key=FORM, about=conversation, by=by, on=on)
    return conversation


@transaction.atomic
def complete_conversation(
    *, conversation: Conversation, response: Response, held_on: date, version: int, by: User, at: datetime
) -> Conversation:
    """Closes the form and keeps the day's facts: tier, ward, agency, and whether it counts as an assessment."""
    require(by, Permission.CONVERSATION_HOLD, on=conversation)
    conversation = locked(conversation)
    if conversation.completed_on is not None:
        return conversation
    today = in_london(at).date()
    hold(me2_held_by_today, held_on, today)
    wants = response.answers.filter(question="agrees_to_take_part").values_list("choice", flat=True).first()
    hold(rules.eh2_the_family_wants_to_talk, wants)
    questionnaires.complete(response=response, version=version, by=by, at=at)
    episode = conversation.episode
    conversation.held_on, conversation.completed_on, conversation.completed_by = held_on, today, by
    conversation.tier, conversation.agency = facts.tier_of(episode, today), by.agency
    conversation.ward = facts.ward_of(casework.children_of(episode.family, today), today)
    conversation.counts_as_assessment = conversation.tier == 3 and bool(
        local.value("conversation_counts_as_assessment", today)
    )
    save_version(
        conversation, expected=None,
        fields=["held_on", "completed_on", "completed_by", "tier", "agency", "ward", "counts_as_assessment"],
    )  # fmt: skip
    details = {"counts_as_assessment": conversation.counts_as_assessment}
    events.record("early_help.conversation_completed", by=by, about=conversation, details=details)
    return conversation
