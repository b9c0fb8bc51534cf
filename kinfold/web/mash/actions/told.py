"""The rows of what was told, not yet saved: one telling, or thousands from a file, become the same rows."""

from datetime import datetime

from kinfold.web.access.models import Agency, Record, User
from kinfold.web.core.words import in_london
from kinfold.web.local import selectors as local
from kinfold.web.mash import rules
from kinfold.web.mash.models import ChildWorry, Contact, ContactChild
from kinfold.web.mash.telling import Teller, Telling, ToldChild


def came_out_of_hours(received_at: datetime) -> bool:
    """The hub was closed when it came, by the hours of that day."""
    return not local.hub_hours(in_london(received_at).date()).is_open(received_at)


def contact_row(
    telling: Telling,
    teller: Teller,
    *,
    record: Record,
    received_at: datetime,
    out_of_hours: bool,
    channel: str,
    source_code: str,
    referrer: User | None = None,
    agency: Agency | None = None,
    anonymous: bool = False,
    from_public: bool = False,
    their_reference: str = "",
) -> Contact:
    return Contact(
        record=record,
        received_at=received_at,
        channel=channel,
        out_of_hours=out_of_hours,
        referrer=referrer,
        agency=agency,
        referrer_name=teller.name,
        referrer_post=teller.post,
        referrer_telephone=teller.telephone,
        referrer_email=teller.email,
        source_code=source_code,
        anonymous=anonymous,
        from_public=from_public,
        their_reference=their_reference,
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


def child_row(contact: Contact, told: ToldChild) -> ContactChild:
    return ContactChild(
        contact=contact,
        record_id=contact.record_id,
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


def worry_rows(child: ContactChild, told: ToldChild) -> list[ChildWorry]:
    return [ChildWorry(child=child, record_id=child.record_id, worry=worry) for worry in dict.fromkeys(told.worries)]
