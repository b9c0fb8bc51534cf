"""Telling the hub: a form is sent once, or the hub writes down what a caller says."""

from datetime import datetime

from django.db import IntegrityError, transaction

from kinfold.web.access.checks import NotVisible, require
from kinfold.web.access.grants import grant, new_record
from kinfold.web.access.models import Agency, Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.local import selectors as local
from kinfold.web.mash import rules, sources
from kinfold.web.mash.actions import advised, writing
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
    _hold_what_all_must(telling, at)
    contact = _new_contact(
        telling,
        telling.teller,
        received_at=at,
        channel="form",
        referrer=by,
        agency=by.agency,
        source_code=sources.source_of(by),
        by=by,
        at=at,
    )
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
    _hold_what_all_must(telling, at)
    hold(rules.mc7_came_before_now, caller.received_at, at)
    anonymous = caller.kind == "anonymous"
    referrer = writing.account_of(telling.teller) if caller.kind == "professional" else None
    contact = _new_contact(
        telling,
        Teller() if anonymous else telling.teller,
        received_at=caller.received_at,
        channel=caller.channel,
        referrer=referrer,
        agency=(caller.agency or (referrer.agency if referrer else None)) if caller.kind == "professional" else None,
        source_code=sources.ANONYMOUS if anonymous else caller.source_code,
        anonymous=anonymous,
        from_public=caller.kind == "public",
        by=by,
        at=at,
    )
    if caller.kind == "professional" and caller.channel in NEEDS_A_WRITTEN_FORM:
        writing.ask_for_it(contact, referrer, hub=_hub())
    return _sent(held, contact, by=by, at=at)


def _still_to_send(draft: ContactDraft, by: User) -> ContactDraft:
    """The draft, held so that a second press of the button waits for the first."""
    if draft.author_id != by.pk:
        raise NotVisible("There is nothing here that you may see.")
    return locked(draft)


def _hold_what_all_must(telling: Telling, at: datetime) -> None:
    hold(rules.mc1_names_a_child, telling.children)
    hold(rules.mc8_born_or_expected_in_time, telling.children, in_london(at))
    hold(rules.mc2_says_the_worry, telling.children)
    hold(rules.mc3_says_what_happened, telling)
    hold(rules.mc4_support_is_agreed, telling)
    hold(rules.mc5_silence_is_explained, telling)
    hold(rules.mc6_risk_is_agreed, telling)


def _new_contact(
    telling: Telling,
    teller: Teller,
    *,
    received_at: datetime,
    channel: str,
    source_code: str,
    by: User,
    at: datetime,
    referrer: User | None = None,
    agency: Agency | None = None,
    anonymous: bool = False,
    from_public: bool = False,
) -> Contact:
    record = new_record(agency=agency)
    contact = Contact(
        record=record,
        received_at=received_at,
        channel=channel,
        out_of_hours=not local.hub_hours(in_london(received_at).date()).is_open(received_at),
        referrer=referrer,
        agency=agency,
        referrer_name=teller.name,
        referrer_post=teller.post,
        referrer_telephone=teller.telephone,
        referrer_email=teller.email,
        source_code=source_code,
        anonymous=anonymous,
        from_public=from_public,
        purpose=telling.purpose,
        lawful_basis=rules.lawful_basis(telling.purpose),
        what_happened=telling.what_happened,
        immediate_danger=telling.immediate_danger,
        strengths=telling.strengths,
        parents_informed=telling.parents_informed,
        consent=telling.consent,
        telling_puts_at_risk=telling.telling_puts_at_risk,
        not_told_reason=telling.not_told_reason,
        not_told_agreed_by=telling.not_told_agreed_by,
        early_help_assessment_done=telling.assessment_done,
        early_help_assessment_why_not=telling.assessment_why_not,
    )
    for reader in dict.fromkeys(person for person in (by, referrer) if person):
        grant(record, to=reader, reason="Told the hub", at=at, source_id=contact.pk)
    save_under_new_reference(contact)
    for told in telling.children:
        _add_child(contact, told)
    if not anonymous:
        deadlines.start(FEEDBACK_TO_REFERRER, about=contact, at=received_at, team=_hub())
    return contact


def save_under_new_reference(contact: Contact) -> None:
    """Others' references cannot be seen, so the database is asked: it refuses one that is taken."""
    while True:
        contact.reference = new_reference()
        try:
            with transaction.atomic():
                contact.save(force_insert=True)
        except IntegrityError as taken:
            if "reference" not in str(taken):
                raise
        else:
            return


def _add_child(contact: Contact, told: ToldChild) -> ContactChild:
    child = ContactChild.objects.create(
        contact=contact,
        record=contact.record,
        described_forename=told.forename,
        described_surname=told.surname,
        described_born_on=told.born_on,
        described_expected_on=told.expected_on,
        described_age=told.age,
        described_sex=told.sex,
        described_address=told.address,
        described_postcode=told.postcode,
        described_school=told.school,
        described_parents=told.parents,
        upn=told.upn,
        nhs_number=told.nhs_number,
        first_language=told.first_language,
        interpreter_needed=told.interpreter_needed,
        communication_needs=told.communication_needs,
        disability_or_send=told.disability_or_send,
        own_words=told.own_words,
    )
    ChildWorry.objects.bulk_create(
        ChildWorry(child=child, record=contact.record, worry=worry) for worry in dict.fromkeys(told.worries)
    )
    deadlines.start(CONTACT_DECISION, about=child, at=contact.received_at, team=_hub())
    return child


def _sent(draft: ContactDraft, contact: Contact, *, by: User, at: datetime) -> Contact:
    draft.contact, draft.saved_at = contact, at
    draft.save(update_fields=["contact", "saved_at"])
    advised.was_sent(draft, contact)
    details = {"reference": contact.reference, "channel": contact.channel, "children": contact.children.count()}
    events.record("contact.received", about=contact, by=by, details=details)
    return contact


def _hub() -> Team | None:
    """The team that the clocks of a new contact belong to."""
    return Team.objects.filter(service="mash").order_by("created_at").first()
