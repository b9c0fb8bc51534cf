"""Many contacts at once: a file is accepted whole, then taken in beside the server; what failed is kept, with why."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from kinfold.practice import code_lists
from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Agency, Record, Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.local import selectors as local
from kinfold.web.mash import rules, sources, tasks
from kinfold.web.mash.actions.contacts import hub
from kinfold.web.mash.actions.rating import CLOCKS
from kinfold.web.mash.actions.told import came_out_of_hours, child_row, contact_row, worry_rows
from kinfold.web.mash.deadline_kinds import CONTACT_DECISION, FEEDBACK_TO_REFERRER, WORD_TO_SCHOOL
from kinfold.web.mash.deliveries.reading import Line, Notification, Unreadable, lines_of_csv, lines_of_json, read
from kinfold.web.mash.models import ChildWorry, Contact, ContactChild, DeliveredLine, Delivery, Incident, Rating
from kinfold.web.mash.references import new_reference

LINES_OF = {Delivery.Way.FILE: lines_of_csv, Delivery.Way.API: lines_of_json}
AT_ONCE = 1_000
STUCK_AFTER = timedelta(minutes=10)  # the same file sent again then is tried again
CHANNELS = {"police": "police_notification"}


@transaction.atomic
def deliver(*, agency: Agency, way: Delivery.Way, name: str, content: bytes, by: User, at: datetime) -> Delivery:
    """Keeps what came and has it taken in; a file that cannot be read at all is refused, with why.

    The hub takes in what any agency sent; an agency's own system sends for that agency alone.
    """
    require(by, Permission.CONTACT_DELIVER)
    hold(rules.mc10_sends_for_its_own_agency, by.may(Permission.CONTACT_BOARD), agency, by.agency)
    try:
        LINES_OF[way](content)
    except Unreadable as unreadable:
        raise ValidationError(str(unreadable)) from None
    sha256 = hashlib.sha256(content).hexdigest()
    under_way = Delivery.objects.filter(agency=agency, sha256=sha256, taken_in_at__isnull=True).first()
    if under_way is not None:
        if at - under_way.sent_at > STUCK_AFTER:
            tasks.take_in_delivery.defer(delivery_id=str(under_way.pk), user_id=str(by.pk))
        return under_way
    record = grants.new_record(level=Record.Level.RESTRICTED, agency=agency)
    team = hub()
    holders: list[User | Team] = [by, team] if team else [by]
    for holder in holders:
        grants.grant(record, to=holder, reason="Takes in contacts sent together", at=at, source_id=record.pk)
    delivery = Delivery.objects.create(
        record=record, agency=agency, way=way, name=name[:200], content=content, sha256=sha256, sent_by=by, sent_at=at
    )
    events.record("contacts.delivered", by=by, about=delivery, details={"way": str(way), "bytes": len(content)})
    tasks.take_in_delivery.defer(delivery_id=str(delivery.pk), user_id=str(by.pk))
    return delivery


@transaction.atomic
def take_in(*, delivery: Delivery, by: User, at: datetime) -> Delivery:
    """All that can be, in one transaction and a fixed number of statements; taken in twice, it stays as it was."""
    require(by, Permission.CONTACT_DELIVER, on=delivery)
    held = Delivery.objects.select_for_update(of=("self",)).select_related("agency").get(pk=delivery.pk)
    if held.taken_in_at is not None:
        return held
    _check_at_once()
    lines = LINES_OF[Delivery.Way(held.way)](bytes(held.content))
    found = read(lines, held.sent_at)
    before = _sent_before(held.agency, found.notifications)
    fresh = [one for one in found.notifications if (one.reference, one.household) not in before]
    contacts = _make(held, fresh, by=by)
    _keep_lines(held, found.notifications, dict(zip(map(_home, fresh), contacts, strict=True)), before, found.failed)
    held.taken_in_at, held.content = at, b""
    held.contacts, held.children = len(contacts), sum(len(one.lines) for one in fresh)
    held.save(update_fields=["taken_in_at", "content", "contacts", "children"])
    counted = {"contacts": held.contacts, "children": held.children, "failed": len(found.failed)}
    events.record("contacts.taken_in", by=by, about=held, details=counted)
    return held


def _check_at_once() -> None:
    """Keys are checked by each statement, not at the end: history's triggers would look through all that waits for
    that, row by row, and the time would grow with the square of the file."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _home(one: Notification) -> tuple[str, str]:
    return one.reference, one.household


def _sent_before(agency: Agency, notifications: Sequence[Notification]) -> dict[tuple[str, str], str]:
    """Home of a notification ▶ the reference that it was given when it came the first time, whoever may see that."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT their_reference, their_household, reference FROM mash_sent_before(%s, %s)",
            [agency.pk, [one.reference for one in notifications]],
        )
        return {(theirs, household): reference for theirs, household, reference in cursor.fetchall()}


def _make(delivery: Delivery, notifications: Sequence[Notification], *, by: User) -> list[Contact]:
    at, agency, team = delivery.sent_at, delivery.agency, hub()
    channel, source = CHANNELS.get(agency.kind, "email"), sources.BY_AGENCY.get(agency.kind, sources.NOT_KNOWN)
    records = Record.objects.bulk_create([Record(agency=agency) for _ in notifications], batch_size=AT_ONCE)
    senders, closed = _senders(agency, notifications), came_out_of_hours(at)
    rated = {risk: str(local.value(f"rating_of_{risk}")) for risk in code_lists.labels("incident_risk")}
    contacts, children, worries, incidents, ratings = [], [], [], [], []
    for one, record, reference in zip(notifications, records, _new_references(len(records)), strict=True):
        contact = contact_row(
            one.telling, one.telling.teller, record=record, received_at=at, channel=channel, source_code=source,
            referrer=senders.get(one.telling.teller.email.lower()), agency=agency, out_of_hours=closed,
        )  # fmt: skip
        contact.reference, contact.their_reference, contact.their_household = reference, one.reference, one.household
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
    found = User.objects.filter(email__in=written, agency=agency, is_active=True)
    return {str(user.email): user for user in found if user.may(Permission.CONTACT_CREATE)}


def _open(contacts: Sequence[Contact], *, by: User, at: datetime) -> None:
    """To whoever sent it, and to the colleague named as the sender; the hub sees every open record."""
    grants.grant_each(contacts, to=by, reason="Told the hub", at=at)
    of: dict[UUID, list[Contact]] = {}
    senders = {one.referrer.pk: one.referrer for one in contacts if one.referrer is not None}
    for contact in contacts:
        if contact.referrer_id is not None and contact.referrer_id != by.pk:
            of.setdefault(contact.referrer_id, []).append(contact)
    for key, theirs in of.items():
        grants.grant_each(theirs, to=senders[key], reason="Told the hub", at=at)


def _new_references(wanted: int) -> list[str]:
    """That no contact has, whoever may see it."""
    found: set[str] = set()
    while len(found) < wanted:
        drawn = {new_reference() for _ in range(wanted - len(found))} - found
        with connection.cursor() as cursor:
            cursor.execute("SELECT taken FROM mash_references_taken(%s) AS taken", [list(drawn)])
            found |= drawn - {taken for (taken,) in cursor.fetchall()}
    return list(found)


def _keep_lines(
    delivery: Delivery,
    notifications: Iterable[Notification],
    contacts: dict[tuple[str, str], Contact],
    before: dict[tuple[str, str], str],
    failed: Iterable[Line],
) -> None:
    rows = [
        DeliveredLine(
            delivery=delivery, record_id=delivery.record_id, number=number, their_reference=one.reference,
            contact=contacts.get(_home(one)), received_before=before.get(_home(one), ""),
        )
        for one in notifications
        for number in one.lines
    ]  # fmt: skip
    rows += [
        DeliveredLine(
            delivery=delivery, record_id=delivery.record_id, number=line.number, their_reference=line.reference[:60],
            faults=[list(fault) for fault in line.faults], said=dict(line.said),
        )
        for line in failed
    ]  # fmt: skip
    DeliveredLine.objects.bulk_create(rows, batch_size=AT_ONCE)
