"""Who looked at a family: for those who guard people's confidentiality, and nobody else."""

from uuid import UUID

from django.db.models import Q, QuerySet

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit.models import AuditEvent
from kinfold.web.people.models import Family, FamilyMember

WORDS = {
    "person.read": "Looked at the child’s page",
    "person.chronology_read": "Read the chronology",
    "family.read": "Looked at the family’s page",
    "person.searched": "Found in a search",
    "person.created": "Added the person",
    "person.updated": "Changed the person’s details",
    "person.merged": "Joined two records of one person",
    "address.recorded": "Recorded an address",
    "address.made_confidential": "Made the address confidential",
    "access.record_restricted": "Restricted the record",
}


def who_looked(*, viewer: User, family_id: UUID) -> tuple[Family, QuerySet[AuditEvent]]:
    """Everything anybody did with the family's file or its people, the newest first."""
    require(viewer, Permission.AUDIT_READ)
    family = Family.objects.get(pk=family_id)
    people = list(FamilyMember.objects.filter(family=family).values_list("person", flat=True))
    about = Q(record_id=family.record_id) | Q(person_ids__overlap=people)
    return family, AuditEvent.objects.filter(about).order_by("-at")


def in_words(event: AuditEvent) -> str:
    words = WORDS.get(event.action, event.action.replace("_", " ").replace(".", ": ").capitalize())
    return f"Refused: {words}" if event.refused else words


def latest(*, viewer: User, refused_only: bool = False) -> QuerySet[AuditEvent]:
    require(viewer, Permission.AUDIT_READ)
    events = AuditEvent.objects.order_by("-at")
    return events.filter(refused=True) if refused_only else events
