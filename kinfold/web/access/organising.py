"""Agencies and their teams: a role is held in a team, so an agency that joins the partnership needs one."""

from django.db import transaction

from kinfold.web.access import rules
from kinfold.web.access.checks import require
from kinfold.web.access.models import Agency, Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold


@transaction.atomic
def open_agency(*, name: str, kind: str, by: User) -> Agency:
    require(by, Permission.ACCOUNTS_MANAGE)
    hold(rules.ac9_agency_is_new, name)
    agency = Agency.objects.create(name=name.strip(), kind=kind)
    events.record("access.agency_opened", by=by, about=agency)
    return agency


@transaction.atomic
def open_team(*, agency: Agency, name: str, service: str, by: User) -> Team:
    require(by, Permission.ACCOUNTS_MANAGE)
    agency = Agency.objects.select_for_update().get(pk=agency.pk)
    hold(rules.ac10_team_is_new, agency, name)
    team = Team.objects.create(agency=agency, name=name.strip(), service=service)
    events.record("access.team_opened", by=by, about=team)
    return team
