"""Telling the referrer what was decided, in one action; the public are thanked, and the anonymous cannot be told."""

from datetime import datetime

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import StaleVersion, locked
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.mash import feedback_words, hub_notices
from kinfold.web.mash import hub_rules as rules
from kinfold.web.mash.actions import finishing
from kinfold.web.mash.actions.hub import children_of
from kinfold.web.mash.deadline_kinds import FEEDBACK_TO_REFERRER
from kinfold.web.mash.models import Contact, Feedback
from kinfold.web.notices import actions as notices


@transaction.atomic
def send_feedback(*, contact: Contact, words: str, by: User, at: datetime) -> Feedback:
    """Once: sent again by the same person it is what was sent; another's answer meanwhile raises StaleVersion.

    A member of the public gets the acknowledgement, whatever was written: what was decided is not theirs to know.
    """
    require(by, Permission.FEEDBACK_SEND, on=contact)
    contact = locked(contact)
    hold(rules.hd19_can_be_answered, contact)
    hold(rules.hd18_every_child_is_decided, children_of(contact))
    hold(rules.hd20_has_words, words)
    feedback, _ = Feedback.objects.get_or_create(contact=contact, defaults={"record_id": contact.record_id})
    if feedback.sent_at is not None:
        if feedback.sent_by_id == by.pk:
            return feedback
        raise StaleVersion(current=feedback, mine=Feedback(contact=contact, words=words))
    feedback.words = words.strip()
    feedback.acknowledgement_only = contact.from_public
    feedback.sent_at, feedback.sent_by = at, by
    feedback.version += 1
    feedback.save(update_fields=["words", "acknowledgement_only", "sent_at", "sent_by", "version"])
    finishing.expect_an_answer(contact, by=by)
    deadlines.meet(FEEDBACK_TO_REFERRER, about=contact, at=at)
    if contact.referrer is not None:
        notices.notify(hub_notices.ANSWERED, to=contact.referrer, about_id=contact.pk)
    events.record("contact.feedback_sent", about=contact, by=by, details={"acknowledgement": contact.from_public})
    return feedback


def drafted(contact: Contact, telephone: str) -> str:
    """What the hub would say if nobody changed a word; empty where nobody can be told."""
    return "" if contact.anonymous else feedback_words.draft(contact, children_of(contact), telephone)
