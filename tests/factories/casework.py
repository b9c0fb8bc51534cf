"""Families and the help they get: episodes, statuses, lead professionals, conversations, plans."""

from __future__ import annotations

from datetime import date
from typing import Any

from kinfold.web.access import grants
from kinfold.web.access.models import Record, User
from kinfold.web.casework.models import Episode, Involvement, Status
from kinfold.web.early_help.models import Conversation, Plan, PlanChild
from kinfold.web.people.models import Family, FamilyMember, Person
from tests.factories import organisations, people
from tests.factories.days import A_WEEK_AGO, LONG_AGO, LONG_AGO_AT, TODAY
from tests.factories.numbers import next_number

TIERS = {"family_support": 2, "early_help": 3, "child_in_need": 4, "child_protection": 4, "looked_after": 4}


def family(children: int = 1, *, record: Record | None = None, level: str = "open", **fields: Any) -> Family:
    """A family with children and one parent, all in one record; ``family.children`` and ``.parent`` name them."""
    held = record or organisations.record(level)
    surname = fields.setdefault("name", f"Example{next_number()}")
    made = Family.objects.create(record=held, **fields)
    made.children = [child(made, surname=surname) for _ in range(children)]
    made.parent = member(made, surname=surname, born_on=date(1990, 5, 4))
    return made


def child(of: Family, **fields: Any) -> Person:
    return member(of, **fields)


def member(of: Family, **fields: Any) -> Person:
    fields.setdefault("record", of.record)
    person = people.person(**fields)
    FamilyMember.objects.create(family=of, person=person, record=of.record, started_on=LONG_AGO)
    return person


def episode(of: Family | None = None, *kinds: str, opened_on: date = A_WEEK_AGO, **fields: Any) -> Episode:
    """Open help to a family; each child has a status of each kind since the day it opened."""
    of = of or family()
    made = Episode.objects.create(family=of, record=of.record, opened_on=opened_on, **fields)
    for kind in kinds:
        for one in of.children:
            status(one, kind, episode=made, started_on=opened_on)
    return made


def status(of: Person, kind: str = "early_help", **fields: Any) -> Status:
    fields.setdefault("tier", TIERS[kind])
    fields.setdefault("started_on", A_WEEK_AGO)
    fields.setdefault("record", of.record)
    return Status.objects.create(person=of, kind=kind, **fields)


def lead(of: Episode, user: User, role: str = "lead_professional", **fields: Any) -> list[Involvement]:
    """The professional's part with each child of the episode's family, with the grants that opens."""
    fields.setdefault("started_on", A_WEEK_AGO)
    made = []
    for one in Person.objects.children(TODAY).filter(family_memberships__family=of.family):
        involvement = Involvement.objects.create(
            person=one, episode=of, user=user, team=user.teams[0], role=role, record=of.record, **fields
        )
        grants.grant(of.record, to=user, reason="Involved", at=LONG_AGO_AT, source_id=involvement.pk)
        made.append(involvement)
    return made


def conversation(of: Episode, **fields: Any) -> Conversation:
    fields.setdefault("held_on", A_WEEK_AGO)
    fields.setdefault("tier", 3)
    return Conversation.objects.create(episode=of, record=of.record, **fields)


def plan(of: Episode, *children: Person, **fields: Any) -> Plan:
    fields.setdefault("tier", 3)
    made = Plan.objects.create(episode=of, record=of.record, **fields)
    for one in children:
        PlanChild.objects.create(plan=made, person=one, record=of.record)
    return made
