"""Saying who a described child is. Until a person says so, nothing of the contact is attached to anybody."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from kinfold.practice import identifiers
from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Grant, Record, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework import facts
from kinfold.web.casework.selectors import open_to
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import save_version
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.mash import hub_rules as rules
from kinfold.web.mash.actions import open_case
from kinfold.web.mash.actions.finishing import note_looked_at
from kinfold.web.mash.actions.hub import children_of, locked_children
from kinfold.web.mash.deadline_kinds import CONTACT_DECISION, WORD_TO_SCHOOL
from kinfold.web.mash.models import ChildWorry, ContactChild, Stage, WordToSchool
from kinfold.web.people import actions as people
from kinfold.web.people.models import Family, Person
from kinfold.web.sharing.actions import following


@transaction.atomic
def confirm_match(
    *, child: ContactChild, person: Person, by: User, at: datetime, version: int | None = None
) -> ContactChild:
    """The described child is this person: the row joins their file, and the facts of the day are kept on it.

    A contact about a restricted family becomes as restricted as the family; what the child's own worker should know
    goes to them. A wrong match can be put right until there is a decision.
    """
    require(by, Permission.CONTACT_MATCH, on=child)
    require(by, Permission.CONTACT_MATCH, on=person)
    child = locked_children([child])[0]
    person = person.merged_into or person
    if child.person_id == person.pk and child.matched_at is not None:
        return child
    hold(rules.hd3_not_yet_decided, child)
    if child.person_id not in (None, person.pk):
        open_case.take_back(child, by=by, at=at)
    on = in_london(child.contact.received_at).date()
    child.person, child.record_id = person, person.record_id
    child.matched_at, child.matched_by = at, by
    child.ward = facts.wards([person.pk], on).get(person.pk, "")
    child.open_to = open_to(person, on)
    hold(rules.hd21_is_not_somebody_else, child, children_of(child.contact))
    save_version(child, expected=version, fields=["person", "record", "matched_at", "matched_by", "ward", "open_to"])
    for follows in (ChildWorry, Stage):
        follows.objects.filter(child=child).update(record=person.record)
    for kind in (CONTACT_DECISION, WORD_TO_SCHOOL):
        deadlines.move(kind, about=child, record=person.record, person=person)
    WordToSchool.objects.filter(child=child).update(record=person.record)
    _keep_as_restricted(child, person.record, at)
    following.child_is_known(child.pk, person, at)
    events.record("contact.matched", about=child, by=by, people=(person.pk,))
    open_case.pass_on(child, by=by, at=at)
    note_looked_at(child.contact, at)
    return child


@transaction.atomic
def create_and_match(
    *,
    child: ContactChild,
    facts_told: Mapping[str, Any],
    by: User,
    at: datetime,
    family: Family | None = None,
    address: Mapping[str, Any] | None = None,
    not_known: str = "",
    version: int | None = None,
) -> ContactChild:
    """Nobody known is this child: they are recorded as told, in a sibling's family or in a new one."""
    require(by, Permission.CONTACT_MATCH, on=child)
    held = locked_children([child])[0]
    if held.person_id is not None and held.matched_by_id == by.pk and version != held.version:
        return held
    hold(rules.hd3_not_yet_decided, held)
    today = in_london(at).date()
    if family is None:
        family = people.create_family(name=str(facts_told.get("surname", "")), by=by, at=at)
    person = people.create_person(facts=facts_told, today=today, by=by, at=at, family=family,
                                  not_known=not_known)  # fmt: skip
    if address and any(address.values()):
        since = _lived_there_since(held, today)
        people.record_address(person=person, lines=address, on=since, by=by)
    for kind, value in (("upn", held.upn), ("nhs_number", held.nhs_number)):
        if value and not identifiers.problem_with(kind, value):
            people.record_identifier(person=person, kind=kind, value=value, valid_from=None, by=by)
    return confirm_match(child=held, person=person, by=by, at=at, version=version)


def _lived_there_since(child: ContactChild, today: date) -> date:
    """The day of the contact: that is when it was told, and from when it counts."""
    return min(in_london(child.contact.received_at).date(), today)


def _keep_as_restricted(child: ContactChild, held: Record, at: datetime) -> None:
    """Those who may see the family see the contact, its referrer still does, and nobody else."""
    if held.level == Record.Level.OPEN:
        return
    own = child.contact.record
    if own.level == Record.Level.OPEN:
        own.level = Record.Level.RESTRICTED
        own.save(update_fields=["level"])
    current = Grant.objects.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=at), record=held)
    for given in current.select_related("user", "team"):
        holder = given.user or given.team
        assert holder is not None  # a constraint of the table
        grants.grant(
            own, to=holder, reason="May see this family", at=at, until=given.ended_at,
            source_id=given.source_id or child.pk,
        )  # fmt: skip
