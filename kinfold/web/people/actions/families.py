"""Families, their members and how they are related."""

from datetime import date, datetime

from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit.events import record
from kinfold.web.people.models import Family, FamilyMember, Person, Relationship


@transaction.atomic
def create_family(*, name: str, by: User, at: datetime) -> Family:
    """A family with a record of its own, open to whoever makes it."""
    require(by, Permission.PERSON_CREATE)
    held = grants.new_record(agency=by.agency)
    grants.grant(held, to=by, reason="Made the family's file", at=at, source_id=held.pk)
    family = Family.objects.create(name=name, record=held)
    record("family.created", about=family, by=by)
    return family


@transaction.atomic
def add_member(*, family: Family, person: Person, on: date, by: User) -> FamilyMember:
    """The person joins the family's file; twice is once."""
    require(by, Permission.PERSON_UPDATE, on=family)
    require(by, Permission.PERSON_UPDATE, on=person)
    member, made = FamilyMember.objects.get_or_create(
        family=family, person=person, defaults={"started_on": on, "record_id": family.record_id}
    )
    if made:
        record("family.member_added", about=family, by=by, people=(person.pk,))
    return member


@transaction.atomic
def record_relationship(
    *, person: Person, related: Person, kind: str, parental_responsibility: bool, started_on: date | None, by: User
) -> Relationship:
    """``related`` is the ``kind`` of ``person``."""
    require(by, Permission.PERSON_UPDATE, on=person)
    require(by, Permission.PERSON_UPDATE, on=related)
    relationship = Relationship(
        person=person, related=related, kind=kind, parental_responsibility=parental_responsibility,
        started_on=started_on, record_id=person.record_id,
    )  # fmt: skip
    relationship.full_clean()
    relationship.save()
    record("person.related", about=person, by=by, people=(related.pk,), details={"kind": kind})
    return relationship


@transaction.atomic
def end_relationship(*, relationship: Relationship, on: date, by: User) -> Relationship:
    require(by, Permission.PERSON_UPDATE, on=relationship)
    relationship = Relationship.objects.select_for_update().get(pk=relationship.pk)
    relationship.ended_on = on
    relationship.full_clean()
    relationship.save(update_fields=["ended_on"])
    record("person.relationship_ended", about=relationship, by=by)
    return relationship
