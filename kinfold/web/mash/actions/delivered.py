"""The contacts of a delivery: thousands become rows, clocks and grants as one telling does, set by set."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import connection

from kinfold.practice import code_lists
from kinfold.web.access import grants
from kinfold.web.access.models import Agency, Record, User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.audit import events
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.local import selectors as local
from kinfold.web.mash import sources
from kinfold.web.mash.actions.contacts import hub
from kinfold.web.mash.actions.rating import CLOCKS
from kinfold.web.mash.actions.told import came_out_of_hours, child_row, contact_row, worry_rows
from kinfold.web.mash.deadline_kinds import CONTACT_DECISION, FEEDBACK_TO_REFERRER, WORD_TO_SCHOOL
from kinfold.web.mash.deliveries.reading import Notification
from kinfold.web.mash.models import ChildWorry, Contact, ContactChild, Delivery, Incident, Rating
from kinfold.web.mash.references import new_reference

AT_ONCE = 1_000
CHANNELS = {"police": "police_notification"}


def made_of(
    delivery: Delivery, notifications: Sequence[Notification], parts: Sequence[int], *, by: User
) -> list[Contact]:
    """Each with its children, clocks, rating and incident, as if it had been told alone, in a fixed number of
    statements. ``parts`` says of each the how manieth it is under its number and home."""
    at, agency, team = delivery.sent_at, delivery.agency, hub()
    channel, source = CHANNELS.get(agency.kind, "email"), sources.BY_AGENCY.get(agency.kind, sources.NOT_KNOWN)
    records = Record.objects.bulk_create([Record(agency=agency) for _ in notifications], batch_size=AT_ONCE)
    senders, closed = _senders(agency, notifications), came_out_of_hours(at)
    rated = {risk: str(local.value(f"rating_of_{risk}")) for risk in code_lists.labels("incident_risk")}
    contacts, children, worries, incidents, ratings = [], [], [], [], []
    references = _new_references(len(records))
    for one, record, reference, part in zip(notifications, records, references, parts, strict=True):
        contact = contact_row(
            one.telling, one.telling.teller, record=record, received_at=at, channel=channel, source_code=source,
            referrer=senders.get(one.telling.teller.email.lower()), agency=agency, out_of_hours=closed,
        )  # fmt: skip
        contact.reference, contact.their_reference, contact.their_household = reference, one.reference, one.household
        contact.their_part, contact.their_lines = part, list(one.marks)
        contact.rating = rated.get(one.risk, "")
        contacts.append(contact)
        if contact.rating:
            why = f"{agency.name} graded it {one.risk}. The hub has not looked at it yet."
            ratings.append(Rating(contact=contact, record=record, rating=contact.rating, rated_at=at, rated_by=by,
                                  reason=why))  # fmt: skip
        if (told := one.incident) is not None:
            incidents.append(
                Incident(contact=contact, record=record, agency=agency, number=told.number, risk=told.risk,
                         happened_on=told.happened_on, domestic_abuse=told.domestic_abuse,
                         conference_on=told.conference_on)
            )  # fmt: skip
        for child in one.telling.children:
            children.append(child_row(contact, child))
            worries += worry_rows(children[-1], child)
    _open(contacts, by=by, at=at)
    Contact.objects.bulk_create(contacts, batch_size=AT_ONCE)
    ContactChild.objects.bulk_create(children, batch_size=AT_ONCE)
    ChildWorry.objects.bulk_create(worries, batch_size=AT_ONCE)
    Incident.objects.bulk_create(incidents, batch_size=AT_ONCE)
    Rating.objects.bulk_create(ratings, batch_size=AT_ONCE)
    deadlines.start_each(CONTACT_DECISION, about=children, at=at, team=team)
    at_home = {one.contact_id for one in incidents if one.domestic_abuse}
    told_at_school = [child for child in children if child.contact_id in at_home]
    deadlines.start_each(WORD_TO_SCHOOL, about=told_at_school, at=at, team=team)
    deadlines.start_each(FEEDBACK_TO_REFERRER, about=contacts, at=at, team=team)
    for colour, clock in CLOCKS.items():
        deadlines.start_each(clock, about=[one for one in contacts if one.rating == colour], at=at, team=team)
    events.record_each("contact.received", by=by, about=contacts, details={"delivery": str(delivery.pk)})
    return contacts


def _senders(agency: Agency, notifications: Iterable[Notification]) -> dict[str, User]:
    """E-mail address ▶ the colleague in the agency who has an account, and so sees what becomes of it."""
    written = {one.telling.teller.email.lower() for one in notifications} - {""}
    may = {"memberships__role__in": roles_with(Permission.CONTACT_CREATE), "memberships__ended_on__isnull": True}
    found = User.objects.filter(email__in=written, agency=agency, is_active=True, **may).distinct()
    return {str(user.email): user for user in found}


def _open(contacts: Sequence[Contact], *, by: User, at: datetime) -> None:
    """To whoever sent it, and to the colleague named as the sender; the hub sees every open record."""
    senders = [(one, one.referrer) for one in contacts if one.referrer is not None and one.referrer_id != by.pk]
    grants.grant_each([*((one, by) for one in contacts), *senders], reason="Told the hub", at=at)


def _new_references(wanted: int) -> list[str]:
    """That no contact has, whoever may see it."""
    found: set[str] = set()
    while len(found) < wanted:
        drawn = {new_reference() for _ in range(wanted - len(found))} - found
        with connection.cursor() as cursor:
            cursor.execute("SELECT taken FROM mash_references_taken(%s) AS taken", [list(drawn)])
            found |= drawn - {taken for (taken,) in cursor.fetchall()}
    return list(found)
