"""Many contacts at once: a file is accepted whole, then taken in beside the server; what failed is kept, with why."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Agency, Record, Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.sheets import Line, Unreadable
from kinfold.web.core.versions import one_at_a_time
from kinfold.web.mash import hub_notices, rules, tasks
from kinfold.web.mash.actions.contacts import hub
from kinfold.web.mash.actions.delivered import AT_ONCE, made_of
from kinfold.web.mash.deliveries.reading import (
    Notification,
    Read,
    household_of,
    lines_of_csv,
    lines_of_json,
    read,
    reference_of,
)
from kinfold.web.mash.models import Contact, DeliveredLine, Delivery
from kinfold.web.notices.actions import notify

LINES_OF = {Delivery.Way.FILE: lines_of_csv, Delivery.Way.API: lines_of_json}
STUCK_AFTER = timedelta(minutes=10)  # the same file sent again then is tried again


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
    one_at_a_time("mash.deliver", agency.pk, sha256)
    if (under_way := _under_way(agency, sha256, by=by, at=at)) is not None:
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


def _under_way(agency: Agency, sha256: str, *, by: User, at: datetime) -> Delivery | None:
    """The same, sent before and still waiting, whoever sent it: this sender may follow it too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT delivery, record FROM mash_under_way(%s, %s)", [agency.pk, sha256])
        found = cursor.fetchone()
    if found is None:
        return None
    delivery, record = found
    grants.grant(Record(pk=record), to=by, reason="Sent the same contacts", at=at, source_id=record)
    return Delivery.objects.get(pk=delivery)


@transaction.atomic
def take_in(*, delivery: Delivery, by: User, at: datetime) -> Delivery:
    """All that can be, in one transaction and a fixed number of statements; taken in twice, it stays as it was."""
    require(by, Permission.CONTACT_DELIVER, on=delivery)
    held = Delivery.objects.select_for_update(of=("self",)).select_related("agency").get(pk=delivery.pk)
    if held.taken_in_at is not None or held.stopped_at is not None:
        return held
    _check_at_once()
    found = read(LINES_OF[Delivery.Way(held.way)](bytes(held.content)), held.sent_at)
    before = _sent_before(held.agency, found.notifications)
    fresh = [new for one in found.notifications if (new := one.besides(before[_home(one)].marks)) is not None]
    contacts = made_of(held, fresh, [before[_home(one)].parts + 1 for one in fresh], by=by)
    _keep_lines(held, found, _contact_of_each_line(fresh, contacts), before)
    if contacts:
        _forget_what_was_mended(held.agency, contacts)
    held.taken_in_at, held.content = at, b""
    held.contacts, held.children = len(contacts), sum(len(one.lines) for one in fresh)
    held.save(update_fields=["taken_in_at", "content", "contacts", "children"])
    counted = {"contacts": held.contacts, "children": held.children, "failed": len(found.failed)}
    events.record("contacts.taken_in", by=by, about=held, details=counted)
    return held


@transaction.atomic
def stop(*, delivery: Delivery, by: User, at: datetime) -> None:
    """Nothing of it could be taken in, however often it was tried. Whoever sent it, and the hub, are told."""
    require(by, Permission.CONTACT_DELIVER, on=delivery)
    stopped = Delivery.objects.filter(pk=delivery.pk, taken_in_at__isnull=True, stopped_at__isnull=True)
    if not stopped.update(stopped_at=at, content=b""):
        return
    events.record("contacts.not_taken_in", by=by, about=delivery)
    notify(hub_notices.NOT_TAKEN_IN, to=delivery.sent_by, about_id=delivery.pk)
    if (team := hub()) is not None:
        notify(hub_notices.NOT_TAKEN_IN, to=team, about_id=delivery.pk)


def _check_at_once() -> None:
    """Keys are checked by each statement, not at the end: history's triggers would look through all that waits for
    that, row by row, and the time would grow with the square of the file."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _home(one: Notification) -> tuple[str, str]:
    return one.reference, one.household


@dataclass
class Sent:
    """What came before of one home under one number. ``marks``: of each line ▶ the reference that it was given."""

    marks: dict[str, str] = field(default_factory=dict)
    parts: int = 0


def _sent_before(agency: Agency, notifications: Sequence[Notification]) -> Mapping[tuple[str, str], Sent]:
    """For each home of a notification, whoever may see what was sent."""
    found = {_home(one): Sent() for one in notifications}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT their_reference, their_household, reference, their_part, their_lines FROM mash_sent_before(%s, %s)",
            [agency.pk, [one.reference for one in notifications]],
        )
        for theirs, household, reference, part, marks in cursor.fetchall():
            if (sent := found.get((theirs, household))) is not None:
                sent.marks.update(dict.fromkeys(marks, reference))
                sent.parts = max(sent.parts, part)
    return found


def _contact_of_each_line(fresh: Iterable[Notification], contacts: Iterable[Contact]) -> dict[int, Contact]:
    return {number: contact for one, contact in zip(fresh, contacts, strict=True) for number in one.lines}


def _keep_lines(
    delivery: Delivery, found: Read, contacts: Mapping[int, Contact], before: Mapping[tuple[str, str], Sent]
) -> None:
    rows = [
        DeliveredLine(
            delivery=delivery, record_id=delivery.record_id, number=number, their_reference=one.reference,
            their_household=one.household, contact=contacts.get(number),
            received_before="" if number in contacts else before[_home(one)].marks[mark],
        )
        for one in found.notifications
        for number, mark in zip(one.lines, one.marks, strict=True)
    ]  # fmt: skip
    DeliveredLine.objects.bulk_create([*rows, *(_failed(delivery, line) for line in found.failed)], batch_size=AT_ONCE)


def _failed(delivery: Delivery, line: Line) -> DeliveredLine:
    return DeliveredLine(
        delivery=delivery, record_id=delivery.record_id, number=line.number, their_reference=reference_of(line)[:60],
        their_household=household_of(line.said), faults=[list(fault) for fault in line.faults], said=dict(line.said),
    )  # fmt: skip


def _forget_what_was_mended(agency: Agency, contacts: Sequence[Contact]) -> None:
    """What failed lines of earlier deliveries told has now come, so nobody needs to keep it."""
    numbers, homes = [one.their_reference for one in contacts], [one.their_household for one in contacts]
    children = [len(one.their_lines) for one in contacts]
    with connection.cursor() as cursor:
        cursor.execute("SELECT mash_forget_mended(%s, %s, %s, %s)", [agency.pk, numbers, homes, children])
