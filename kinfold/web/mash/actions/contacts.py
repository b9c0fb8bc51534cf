"""Telling the hub: a form is sent once, or the hub writes down what a caller says."""

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction

from kinfold.web.access.checks import NotVisible, require
from kinfold.web.access.grants import grant, new_record
from kinfold.web.access.models import Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.mash import rules, sources
from kinfold.web.mash.actions import advised, writing
from kinfold.web.mash.actions.told import came_out_of_hours, child_row, contact_row, worry_rows
from kinfold.web.mash.deadline_kinds import CONTACT_DECISION, FEEDBACK_TO_REFERRER
from kinfold.web.mash.models import ChildWorry, Contact, ContactChild, ContactDraft
from kinfold.web.mash.references import new_reference
from kinfold.web.mash.telling import Caller, Teller, Telling, ToldChild

NEEDS_A_WRITTEN_FORM = ("telephone", "in_person")  # a professional's spoken word is followed by the form


@transaction.atomic
def submit(*, draft: ContactDraft, telling: Telling, by: User, at: datetime) -> Contact:
    """Sends the form. Sent twice it is still one contact, and the first one is given back."""
    require(by, Permission.CONTACT_CREATE, on=draft)
    held = _still_to_send(draft, by)
    if held.contact is not None:
        return held.contact
    hold_what_all_must(telling, at)
    contact = contact_row(
        telling,
        telling.teller,
        record=new_record(agency=by.agency),
        received_at=at,
        out_of_hours=came_out_of_hours(at),
        channel="form",
        referrer=by,
        agency=by.agency,
        source_code=sources.source_of(by),
    )
    keep(contact, telling, readers=[by], at=at)
    return _sent(held, contact, by=by, at=at)


@transaction.atomic
def record_contact_for_caller(
    *, draft: ContactDraft, telling: Telling, caller: Caller, by: User, at: datetime
) -> Contact:
    """What a caller, a letter or a police notification says, in the hub's hands. Nothing is kept of the anonymous."""
    require(by, Permission.CONTACT_BOARD, on=draft)
    held = _still_to_send(draft, by)
    if held.contact is not None:
        return held.contact
    hold_what_all_must(telling, at)
    hold(rules.mc7_came_before_now, caller.received_at, at)
    anonymous = caller.kind == "anonymous"
    referrer = writing.account_of(telling.teller) if caller.kind == "professional" else None
    agency = (caller.agency or (referrer.agency if referrer else None)) if caller.kind == "professional" else None
    contact = contact_row(
        telling,
        Teller() if anonymous else telling.teller,
        record=new_record(agency=agency),
        received_at=caller.received_at,
        out_of_hours=came_out_of_hours(caller.received_at),
        channel=caller.channel,
        referrer=referrer,
        agency=agency,
        source_code=sources.ANONYMOUS if anonymous else caller.source_code,
        anonymous=anonymous,
        from_public=caller.kind == "public",
    )
    keep(contact, telling, readers=filter(None, (by, referrer)), at=at)
    if caller.kind == "professional" and caller.channel in NEEDS_A_WRITTEN_FORM:
        writing.ask_for_it(contact, referrer, hub=hub())
    return _sent(held, contact, by=by, at=at)


def _still_to_send(draft: ContactDraft, by: User) -> ContactDraft:
    """The draft, held so that a second press of the button waits for the first."""
    if draft.author_id != by.pk:
        raise NotVisible("There is nothing here that you may see.")
    return locked(draft)


def hold_what_all_must(telling: Telling, at: datetime) -> None:
    hold(rules.mc1_names_a_child, telling.children)
    hold(rules.mc8_born_or_expected_in_time, telling.children, in_london(at))
    hold(rules.mc2_says_the_worry, telling.children)
    hold(rules.mc3_says_what_happened, telling)
    hold(rules.mc4_support_is_agreed, telling)
    hold(rules.mc5_silence_is_explained, telling)
    hold(rules.mc6_risk_is_agreed, telling)


def keep(contact: Contact, telling: Telling, *, readers: Iterable[User], at: datetime) -> Contact:
    """Saved, with its children, what they wait for, and whom it is open to."""
    for reader in dict.fromkeys(readers):
        grant(contact.record, to=reader, reason="Told the hub", at=at, source_id=contact.pk)
    save_under_new_reference(contact)
    for told in telling.children:
        _add_child(contact, told)
    if not contact.anonymous:
        deadlines.start(FEEDBACK_TO_REFERRER, about=contact, at=contact.received_at, team=hub())
    return contact


def save_under_new_reference(contact: Contact) -> None:
    """Others' references cannot be seen, so the database is asked: it refuses one that is taken."""
    while True:
        contact.reference = new_reference()
        try:
            with transaction.atomic():
                contact.save(force_insert=True)
        except IntegrityError as taken:
            if "mash_contact_reference" not in str(taken):
                raise
        else:
            return


def _add_child(contact: Contact, told: ToldChild) -> ContactChild:
    child = child_row(contact, told)
    child.save(force_insert=True)
    ChildWorry.objects.bulk_create(worry_rows(child, told))
    deadlines.start(CONTACT_DECISION, about=child, at=contact.received_at, team=hub())
    return child


def _sent(draft: ContactDraft, contact: Contact, *, by: User, at: datetime) -> Contact:
    draft.contact, draft.saved_at = contact, at
    draft.save(update_fields=["contact", "saved_at"])
    advised.was_sent(draft, contact)
    details = {"reference": contact.reference, "channel": contact.channel, "children": contact.children.count()}
    events.record("contact.received", about=contact, by=by, details=details)
    return contact


def hub() -> Team | None:
    """The team that the clocks of a new contact belong to."""
    return Team.objects.filter(service="mash").order_by("created_at").first()
