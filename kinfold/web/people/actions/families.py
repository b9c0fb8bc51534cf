"""Families, their members and how they are related."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit.events import record
from kinfold.web.core.versions import locked, save_version
from kinfold.web.people import rules
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
    if member.ended_on is not None:
        member.ended_on, made = None, True
        member.save(update_fields=["ended_on"])
    if made:
        record("family.member_added", about=family, by=by, people=(person.pk,))
    return member


@transaction.atomic
def add_to_family(
    *, family: Family, facts: Mapping[str, Any], key: UUID, today: date, by: User, not_known: str = ""
) -> Person:
    """Somebody new in the family's file: who may change the family may add to it. ``key`` makes twice once.

    ``not_known`` is how it was known that they are nobody of those on file who are like them.
    """
    require(by, Permission.PERSON_UPDATE, on=family)
    already = Person.objects.filter(pk=key, family_memberships__family=family).first()
    if already is not None:
        return already
    person = Person(pk=key, record_id=family.record_id, **facts)
    rules.check_person(person, today)
    person.full_clean(exclude=["record"])
    person.save(force_insert=True)
    FamilyMember.objects.create(family=family, person=person, started_on=today, record_id=family.record_id)
    record("person.created", about=person, by=by, people=(person.pk,), details=rules.known_to_be_new(not_known))
    return person


@transaction.atomic
def rename_family(*, family: Family, name: str, version: int | None, by: User) -> Family:
    require(by, Permission.PERSON_UPDATE, on=family)
    if family.name != name:
        family.name = name
        save_version(family, expected=version, fields=["name"])
        record("family.renamed", about=family, by=by)
    return family


@transaction.atomic
def leave_family(*, member: FamilyMember, on: date, by: User) -> FamilyMember:
    """The person no longer belongs to this family's file; what was recorded while they did stays in it."""
    require(by, Permission.PERSON_UPDATE, on=member)
    member = locked(member)
    if member.ended_on is None:
        if member.started_on and on < member.started_on:
            raise ValidationError({"on": "They joined the family’s file after this day. Check the date."})
        member.ended_on = on
        member.save(update_fields=["ended_on"])
        record("family.member_left", about=member, by=by, people=(member.person_id,))
    return member


@transaction.atomic
def record_relationship(
    *, person: Person, related: Person, kind: str, parental_responsibility: bool, started_on: date | None, by: User
) -> Relationship:
    """``related`` is the ``kind`` of ``person``."""
    require(by, Permission.PERSON_UPDATE, on=person)
    require(by, Permission.PERSON_UPDATE, on=related)
    same = Relationship.objects.filter(person=person, related=related, kind=kind, ended_on__isnull=True).first()
    if same is not None and same.parental_responsibility == parental_responsibility:
        return same
    if same is not None:
        same.parental_responsibility = parental_responsibility
        same.save(update_fields=["parental_responsibility"])
        record("person.related", about=person, by=by, people=(related.pk,), details={"kind": kind})
        return same
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


@transaction.atomic
def withdraw_relationship(*, relationship: Relationship, on: date, by: User) -> Relationship:
    """It was never so: it began and ended on one day, which is no time at all, so that nobody is shown as parted."""
    require(by, Permission.PERSON_UPDATE, on=relationship)
    relationship = Relationship.objects.select_for_update().get(pk=relationship.pk)
    relationship.started_on = relationship.ended_on = on
    relationship.save(update_fields=["started_on", "ended_on"])
    record("person.relationship_withdrawn", about=relationship, by=by)
    return relationship
