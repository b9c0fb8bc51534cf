"""Link co-ordinators: who in early help a school, nursery or college rings first."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kinfold.web.access import rules
from kinfold.web.access.checks import require
from kinfold.web.access.models import Agency, LinkCoordinator, User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.audit import events
from kinfold.web.core.rules import hold

LINKED = ("school", "early_years", "college")  # kinds of agency


@transaction.atomic
def name_link(*, agency: Agency, user: User | None, by: User, at: datetime) -> LinkCoordinator | None:
    """Nobody ends the link. Whoever is named already stays."""
    require(by, Permission.LEAD_ASSIGN)
    Agency.objects.select_for_update().get(pk=agency.pk)
    running = LinkCoordinator.objects.filter(agency=agency, ended_at__isnull=True)
    held = running.first()
    if held is not None and user is not None and held.user_id == user.pk:
        return held
    hold(rules.ac14_link_is_of_early_help, user)
    running.update(ended_at=at)
    made = None
    if user is not None:
        made = LinkCoordinator.objects.create(agency=agency, user=user, started_at=at, named_by=by)
    events.record("access.link_named", by=by, about=agency, details={"link": str(user.pk) if user else ""})
    return made


def links_of(agencies: list[Agency]) -> Mapping[UUID, User]:
    """Agency ▶ who its link is; one whose account is closed is nobody's."""
    rows = LinkCoordinator.objects.filter(agency__in=agencies, ended_at__isnull=True, user__is_active=True)
    return {row.agency_id: row.user for row in rows.select_related("user__agency")}


def link_of(agency_id: UUID | None) -> User | None:
    rows = LinkCoordinator.objects.filter(agency=agency_id, ended_at__isnull=True, user__is_active=True)
    row = rows.select_related("user").first()
    return row.user if row is not None else None


def who_can_link() -> list[User]:
    """Those in early help who hold consultations."""
    roles = roles_with(Permission.CONSULTATION_HOLD)
    holding = User.objects.filter(memberships__role__in=roles, memberships__ended_on__isnull=True, is_active=True)
    return list(holding.exclude(email=None).distinct().order_by("name"))


def agencies_linked() -> list[Agency]:
    return list(Agency.objects.filter(kind__in=LINKED).order_by("name"))
