"""Who looked at a family: for those who guard people's confidentiality, and nobody else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from kinfold.web.access.checks import require, visible_records
from kinfold.web.access.models import Agency, Grant, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core import words
from kinfold.web.emergency.models import EmergencyRequest
from kinfold.web.people.models import Family, FamilyMember, Person


def who_looked(*, viewer: User, family_id: UUID) -> tuple[Family, QuerySet[AuditEvent]]:
    """Everything anybody did with the family's file or its people, the newest first."""
    require(viewer, Permission.AUDIT_READ)
    family = Family.objects.visible_to(viewer).get(pk=family_id)
    people = list(FamilyMember.objects.filter(family=family).values_list("person", flat=True))
    return family, _about(family.record_id, people)


def who_looked_at_record(*, viewer: User, record_id: UUID) -> QuerySet[AuditEvent]:
    """The same for a record whose people may be hidden from the viewer: who they are is known from the audit alone."""
    require(viewer, Permission.AUDIT_READ)
    named = AuditEvent.objects.filter(record_id=record_id).exclude(action="person.searched")
    people = {person for people in named.values_list("person_ids", flat=True).distinct() for person in people}
    return _about(record_id, list(people))


@dataclass(frozen=True)
class Line:
    """One event as the guardian reads it; ``more`` is empty where it would name somebody they may not see."""

    event: AuditEvent
    agency: str
    people: list[str]
    more: str


def lines(viewer: User, events: Iterable[AuditEvent]) -> list[Line]:
    """Each event with the agency of whoever did it, whom of those it was about the viewer may see, and its details."""
    events = list(events)
    about = {person for event in events for person in event.person_ids}
    seen = {person.pk: person.name for person in Person.objects.visible_to(viewer).filter(pk__in=about)}
    named = {event.record_id for event in events if event.record_id}
    files = {None, *visible_records(viewer).filter(pk__in=named).values_list("pk", flat=True)}
    from_agencies = {event.agency_id for event in events if event.agency_id}
    agencies: dict[UUID | None, str] = dict(Agency.objects.filter(pk__in=from_agencies).values_list("pk", "name"))
    return [
        Line(
            event=event,
            agency=agencies.get(event.agency_id, "") if event.agency_id else "",
            people=[seen[person] for person in event.person_ids if person in seen],
            more=_more(event) if seen.keys() >= set(event.person_ids) and event.record_id in files else "",
        )
        for event in events
    ]


def _more(event: AuditEvent) -> str:
    """What was searched for, or the reason that was given; never why an address is secret, which may say where."""
    said = event.details
    if event.action == "person.searched" and said.get("children"):
        return f"Compared with {words.plural(said['children'], 'child', 'children')} whom agencies described"
    if event.action == "person.searched":
        born_on = date.fromisoformat(said["born_on"]) if said.get("born_on") else None
        given = (said.get("name"), f"born {words.day(born_on)}" if born_on else "", said.get("postcode"),
                 "a number" if said.get("number_given") else "")  # fmt: skip
        return f"Searched for: {', '.join(filter(None, given))}"
    return f"Reason: {said['reason']}" if said.get("reason") and not event.action.startswith("address.") else ""


def seen_in_an_emergency(*, viewer: User, request: EmergencyRequest) -> QuerySet[AuditEvent]:
    """What whoever asked did with the files that were opened to them, from then until their access ended."""
    require(viewer, Permission.AUDIT_READ)
    if request.ends_at is None:
        return AuditEvent.objects.none()
    opened = Grant.objects.filter(source_id=request.pk).values_list("record", flat=True)
    return AuditEvent.objects.filter(
        user_id=request.asked_by_id, record_id__in=list(opened), at__gte=request.asked_at, at__lte=request.ends_at
    ).order_by("-at")


def latest(*, viewer: User, refused_only: bool = False) -> QuerySet[AuditEvent]:
    require(viewer, Permission.AUDIT_READ)
    events = AuditEvent.objects.order_by("-at")
    return events.filter(refused=True) if refused_only else events


def names_of(viewer: User, records: Iterable[UUID | None]) -> dict[UUID, str]:
    """Record ▶ the family or person it is about; those that are not the viewer's to see have a reference only."""
    wanted = {record for record in records if record}
    names = {record: f"Record {reference(record)}" for record in wanted}
    for person in Person.objects.visible_to(viewer).filter(record__in=wanted).order_by("-born_on"):
        names[person.record_id] = person.name
    for family in Family.objects.visible_to(viewer).filter(record__in=wanted):
        names[family.record_id] = str(family)
    return names


def reference(record_id: UUID) -> str:
    """Short enough to read out: the last eight characters."""
    return record_id.hex[-8:].upper()


def _about(record_id: UUID, people: list[UUID]) -> QuerySet[AuditEvent]:
    return AuditEvent.objects.filter(Q(record_id=record_id) | Q(person_ids__overlap=people)).order_by("-at")
