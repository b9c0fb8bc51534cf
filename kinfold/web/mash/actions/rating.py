"""A contact as a whole: first opened by whom, how urgent it is and the clock of that, and that the parents know now."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.mash import hub_rules as rules
from kinfold.web.mash.actions.hub import hub_team
from kinfold.web.mash.deadline_kinds import RAG_AMBER, RAG_GREEN, RAG_RED
from kinfold.web.mash.models import Contact, Rating
from kinfold.web.mash.selectors.waiting import children_waiting
from kinfold.web.sharing.actions import clocks as replies
from kinfold.web.sharing.actions import following

CLOCKS = {"red": RAG_RED, "amber": RAG_AMBER, "green": RAG_GREEN}


@transaction.atomic
def read_contact(*, contact: Contact, by: User, at: datetime) -> Contact:
    """Every reading is in the audit; the first in the hub is kept on the contact, for the referrer to know of."""
    require(by, Permission.CONTACT_BOARD, on=contact)
    if contact.read_at is None and Contact.objects.filter(pk=contact.pk, read_at__isnull=True).update(
        read_at=at, read_by=by
    ):
        contact.read_at, contact.read_by = at, by
    people = tuple(contact.children.filter(person__isnull=False).values_list("person", flat=True))
    events.record("contact.read", about=contact, by=by, people=people)
    return contact


@transaction.atomic
def rate(
    *, contact: Contact, rating: str, by: User, at: datetime, reason: str = "", version: int | None = None
) -> Contact:
    """A new row in the history of ratings, and the clock of the new colour; the same colour again changes nothing.

    The clock runs from when the contact was received, so a contact that turns red late is late at once. Once nothing
    waits any more, a rating is for the record and starts no clock.
    """
    require(by, Permission.CONTACT_RATE, on=contact)
    contact = locked(contact)
    hold(rules.hd1_rating_is_known, rating)
    if contact.rating == rating:
        return contact
    hold(rules.hd2_change_is_explained, contact.rating, rating, reason)
    contact.rating = rating
    save_version(contact, expected=version, fields=["rating"])
    Rating.objects.create(
        contact=contact, record_id=contact.record_id, rating=rating, rated_at=at, rated_by=by, reason=reason.strip()
    )
    stop_clocks(contact, at, looked_at=False)
    replies.rated(_children(contact), rating, at)
    if children_waiting(contact):
        deadlines.start(CLOCKS[rating], about=contact, at=contact.received_at, team=hub_team(by))
    events.record("contact.rated", about=contact, by=by, details={"rating": rating})
    return contact


def stop_clocks(contact: Contact, at: datetime, *, looked_at: bool) -> None:
    """Met once the hub has looked at the contact; withdrawn where another colour takes over."""
    for kind in CLOCKS.values():
        (deadlines.meet if looked_at else deadlines.withdraw)(kind, about=contact, at=at)


@transaction.atomic
def parents_now_know(*, contact: Contact, how: str, by: User, at: datetime, version: int | None = None) -> Contact:
    """From now on the family may be spoken with about the contact; what was said before stays on it.

    The hub records it, or the worker whom the contact went to.
    """
    hub = by.may(Permission.CONTACT_DECIDE)
    require(by, Permission.CONTACT_DECIDE if hub else Permission.CONTACT_ACCEPT, on=contact)
    contact = locked(contact)
    hold(rules.hd24_says_how_parents_know, how)
    hold(rules.hd23_parents_were_not_told, contact)
    contact.parents_informed = "yes"
    said = f"The parents were told on {in_london(at):%-d %B %Y}: {how.strip()}"
    contact.not_told_reason = "\n".join(filter(None, (contact.not_told_reason, said)))
    save_version(contact, expected=version, fields=["parents_informed", "not_told_reason"])
    following.parents_know(_children(contact))
    events.record("contact.parents_now_know", about=contact, by=by)
    return contact


def _children(contact: Contact) -> list[UUID]:
    return list(contact.children.values_list("pk", flat=True))
