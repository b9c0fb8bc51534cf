"""Agencies, teams, the people in them, and the records opened to them."""

from __future__ import annotations

from typing import Any

from django.db import models

from kinfold.web.access import grants
from kinfold.web.access.models import Agency, Grant, Membership, Record, Team, User
from kinfold.web.access.permissions import Role
from tests.factories.days import LONG_AGO, LONG_AGO_AT
from tests.factories.numbers import next_number

SERVICE_OF_ROLE = {
    Role.SAFEGUARDING_LEAD: "school",
    Role.MASH_DECISION_MAKER: "mash",
    Role.MASH_MANAGER: "mash",
    Role.SOCIAL_WORKER: "social_care",
    Role.SOCIAL_CARE_MANAGER: "social_care",
    Role.EARLY_HELP_LEAD: "early_help",
    Role.EARLY_HELP_MANAGER: "early_help",
    Role.EARLY_HELP_PCSO: "early_help",
}
KIND_OF_SERVICE = {"school": "school", "police": "police", "health": "health", "voluntary": "voluntary"}


def agency(kind: str = "council", **fields: Any) -> Agency:
    fields.setdefault("name", f"Agency {next_number()}")
    return Agency.objects.create(kind=kind, **fields)


def team(service: str = "early_help", **fields: Any) -> Team:
    fields.setdefault("name", f"Team {next_number()}")
    fields.setdefault("agency", None)
    fields["agency"] = fields["agency"] or agency(KIND_OF_SERVICE.get(service, "council"))
    return Team.objects.create(service=service, **fields)


def person_in_role(role: Role, team: Team | None = None, **fields: Any) -> User:
    """A professional who holds the role in the team, or in a new team of the service the role works in."""
    team = team or _team_for(role)
    number = next_number()
    fields.setdefault("name", f"Worker {number}")
    fields.setdefault("email", f"worker-{number}@example.org")
    user = User.objects.create(agency=team.agency, **fields)
    Membership.objects.create(user=user, team=team, role=role, started_on=LONG_AGO)
    return user


def worker(role: Role = Role.EARLY_HELP_LEAD, *, on: models.Model | None = None, **fields: Any) -> User:
    """A professional in the role; ``on`` is a record, or a row bound to one, that is opened to them."""
    user = person_in_role(role, **fields)
    if on is not None:
        grant(on, user)
    return user


def grant(on: models.Model, to: User | Team) -> Grant:
    held = on if isinstance(on, Record) else on.record
    return grants.grant(held, to=to, reason="Arranged by the test", at=LONG_AGO_AT)


def record(level: str = "open", agency: Agency | None = None) -> Record:
    return Record.objects.create(level=level, agency=agency)


def _team_for(role: Role) -> Team:
    return team(SERVICE_OF_ROLE.get(role, "business_unit"))
