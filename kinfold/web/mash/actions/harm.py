"""Significant harm handed over by early help: the hub takes it up as a contact, which cannot be declined."""

from datetime import datetime

from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import NotVisible, require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework import actions as casework
from kinfold.web.casework import facts
from kinfold.web.casework.models import Handover
from kinfold.web.casework.selectors import open_to_each
from kinfold.web.core.versions import locked
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.mash import sources
from kinfold.web.mash.actions.contacts import save_under_new_reference
from kinfold.web.mash.actions.hub import hub_team
from kinfold.web.mash.deadline_kinds import CONTACT_DECISION, FEEDBACK_TO_REFERRER
from kinfold.web.mash.models import Contact, ContactChild
from kinfold.web.mash.rules import lawful_basis
from kinfold.web.people.models import Person


@transaction.atomic
def take_up_harm(*, handover: Handover, by: User, at: datetime) -> Contact:
    """A contact from whoever handed it over, about children already known; its clock began when it was handed over.

    Taken up twice it is the same contact.
    """
    require(by, Permission.CONTACT_RATE, on=handover)
    if handover.kind != Handover.Kind.SIGNIFICANT_HARM:
        raise NotVisible("There is nothing here that you may see.")
    handover = locked(handover)
    if handover.contact_child_id is not None:
        return ContactChild.objects.select_related("contact").get(pk=handover.contact_child_id).contact
    casework.accept_handover(handover=handover, by=by, at=at)
    contact = _contact_from(handover, by=by)
    children = _children(contact, list(handover.people.all()), by=by, at=at)
    Handover.objects.filter(pk=handover.pk).update(contact_child_id=children[0].pk)
    events.record("contact.taken_up_from_harm", about=contact, by=by, people=tuple(each.known.pk for each in children))
    return contact


def _contact_from(handover: Handover, *, by: User) -> Contact:
    sender = handover.offered_by
    record = grants.new_record(level=handover.record.level, agency=sender.agency)
    contact = Contact(
        record=record, received_at=handover.offered_at, channel="form", referrer=sender, agency=sender.agency,
        referrer_name=sender.name, referrer_post=sender.post, referrer_telephone=sender.telephone,
        referrer_email=sender.email or "", source_code=sources.source_of(sender), purpose="safeguarding",
        lawful_basis=lawful_basis("safeguarding"), what_happened=handover.reason,
    )  # fmt: skip
    for holder in (sender, handover.to_team, by):
        grants.grant(record, to=holder, reason="Significant harm", at=handover.offered_at, source_id=contact.pk)
    save_under_new_reference(contact)
    deadlines.start(FEEDBACK_TO_REFERRER, about=contact, at=contact.received_at, team=hub_team(by))
    return contact


def _children(contact: Contact, people: list[Person], *, by: User, at: datetime) -> list[ContactChild]:
    """Nobody need say again who they are: the handover named them."""
    on = in_london(contact.received_at).date()
    ids = [person.pk for person in people]
    wards, open_to = facts.wards(ids, on), open_to_each(ids, on)
    made = []
    for person in people:
        child = ContactChild.objects.create(
            contact=contact, record_id=person.record_id, person=person, matched_at=at, matched_by=by,
            described_forename=person.known_as or person.forename, described_surname=person.surname,
            described_born_on=person.born_on, described_expected_on=person.expected_on,
            ward=wards.get(person.pk, ""), open_to=open_to[person.pk],
        )  # fmt: skip
        deadlines.start(CONTACT_DECISION, about=child, at=contact.received_at, team=hub_team(by), person=person)
        made.append(child)
    return made
