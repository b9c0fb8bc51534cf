"""The second person: agreeing with a decision that needs two, or returning it with a reason."""

from datetime import datetime

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import save_version
from kinfold.web.mash import hub_notices
from kinfold.web.mash import hub_rules as rules
from kinfold.web.mash.actions import finishing
from kinfold.web.mash.actions.deciding import carry_out, people_of
from kinfold.web.mash.actions.hub import locked_children
from kinfold.web.mash.models import ContactChild
from kinfold.web.notices import actions as notices


@transaction.atomic
def agree(*, child: ContactChild, by: User, at: datetime, version: int | None = None) -> ContactChild:
    """The second person agrees, and only now the decision is complete. Agreeing twice is once."""
    child = _for_second_person(child, by)
    if child.agreed_by_id == by.pk:
        return child
    hold(rules.hd16_waits_for_a_second_person, child)
    child.agreed_at, child.agreed_by = at, by
    save_version(child, expected=version, fields=["agreed_at", "agreed_by"])
    events.record("contact.decision_agreed", about=child, by=by, people=people_of([child]))
    carry_out([child], None, by=by, at=at)
    finishing.note_looked_at(child.contact, at)
    return child


@transaction.atomic
def return_decision(
    *, child: ContactChild, reason: str, by: User, at: datetime, version: int | None = None
) -> ContactChild:
    """The second person does not agree: the child is undecided again, with the reason, for the first to look again."""
    child = _for_second_person(child, by)
    hold(rules.hd17_return_is_explained, reason)
    if child.returned_by_id == by.pk and child.decided_at is None:
        return child
    hold(rules.hd16_waits_for_a_second_person, child)
    decider = child.decided_by
    finishing.undecide(child, reason=reason, by=by, at=at, version=version)
    events.record("contact.decision_returned", about=child, by=by, people=people_of([child]))
    if decider is not None:
        notices.notify(hub_notices.RETURNED, to=decider, about_id=child.pk)
    return child


def _for_second_person(child: ContactChild, by: User) -> ContactChild:
    require(by, Permission.CONTACT_AGREE if by.may(Permission.CONTACT_AGREE) else Permission.CONTACT_DECIDE, on=child)
    child = locked_children([child])[0]
    hold(rules.hd15_agreed_by_another, child, by)
    return child
