"""A child's page: what they are open to, since when, who helps, where they live and learn."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404

from kinfold.practice import code_lists
from kinfold.reports import Picture, StatusSpan, status_timeline
from kinfold.web.access.models import User
from kinfold.web.casework.models import Status
from kinfold.web.casework.selectors import involved
from kinfold.web.casework.selectors.people import Involved
from kinfold.web.mash.models import ContactChild
from kinfold.web.people.models import Address, FamilyMember, Identifier, Person, Relationship, Schooling
from kinfold.web.people.selectors import Head, heads


@dataclass(frozen=True)
class ChildPage:
    person: Person
    head: Head
    family_id: UUID | None
    statuses: list[Status]
    timeline: Picture | None
    involved: list[Involved]
    addresses: list[Address]
    schoolings: list[Schooling]
    relationships: list[tuple[str, Relationship]]  # in words: “Mother, with parental responsibility”
    identifiers: list[tuple[str, Identifier]]
    parents_do_not_know: bool


def child_page(*, viewer: User, person_id: UUID, today: date) -> ChildPage:
    """Everything on the child's page, cut to the viewer; somebody unseen is somebody who does not exist."""
    person = Person.objects.visible_to(viewer).filter(pk=person_id).select_related("merged_into", "record").first()
    if person is None:
        raise Http404
    statuses = list(
        Status.objects.visible_to(viewer)
        .filter(person=person, recorded_in_error_at__isnull=True)
        .select_related("team", "agency", "worker")
        .order_by("-started_on")
    )
    family = FamilyMember.objects.visible_to(viewer).filter(person=person, ended_on__isnull=True).first()
    return ChildPage(
        person=person,
        head=heads(viewer, [person], today)[person.pk],
        family_id=family.family_id if family else None,
        statuses=[row for row in statuses if row.ended_on is None or row.ended_on > today],
        timeline=_timeline(statuses, today),
        involved=involved(viewer, [person], today),
        addresses=list(Address.objects.visible_to(viewer).filter(person=person).order_by("-started_on")),
        schoolings=list(
            Schooling.objects.visible_to(viewer).filter(person=person).select_related("setting").order_by("-started_on")
        ),
        relationships=relationships(viewer, person),
        identifiers=_identifiers(viewer, person),
        parents_do_not_know=parents_do_not_know(viewer, [person.pk]),
    )


def parents_do_not_know(viewer: User, people: list[UUID]) -> bool:
    """Whether a contact that is still being decided says that the parents do not know."""
    return ContactChild.objects.visible_to(viewer).filter(
        person__in=people, decided_at__isnull=True, contact__parents_informed="no"
    ).exists()  # fmt: skip


def relationships(viewer: User, person: Person) -> list[tuple[str, Relationship]]:
    """Who is who to the person, in words, those who hold parental responsibility first."""
    kinds = code_lists.labels("relationship_kind")
    rows = (
        Relationship.objects.visible_to(viewer).filter(person=person, ended_on__isnull=True).select_related("related")
    )
    return [
        (kinds.get(row.kind, row.kind), row)
        for row in sorted(rows, key=lambda row: (not row.parental_responsibility, row.kind, row.related.name))
    ]


def _identifiers(viewer: User, person: Person) -> list[tuple[str, Identifier]]:
    kinds = code_lists.labels("identifier_type")
    rows = Identifier.objects.visible_to(viewer).filter(person=person).order_by("kind", "-valid_from")
    return [(kinds.get(row.kind, row.kind), row) for row in rows]


def _timeline(statuses: list[Status], today: date) -> Picture | None:
    spans = [
        StatusSpan(title=row.get_kind_display(), kind=row.kind, started_on=row.started_on, ended_on=row.ended_on)
        for row in reversed(statuses)
    ]
    return status_timeline(spans, as_at=today) if spans else None
