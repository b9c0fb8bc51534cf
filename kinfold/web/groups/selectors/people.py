"""Who works in the team that runs a service, and who looks after its volunteers."""

from uuid import UUID

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.directory.models import Service
from kinfold.web.groups.models import Session, Volunteer


def members_of(service: Service) -> list[User]:
    """By name; nobody where no team runs it."""
    team = User.objects.filter(is_active=True, memberships__team=service.team_id, memberships__ended_on__isnull=True)
    return list(team.distinct().order_by("name")) if service.team_id else []


def runs(user: User, service: Service) -> bool:
    return user.may(Permission.GROUP_RUN) and service.team_id in {team.pk for team in user.teams}


def looks_after_volunteers(user: User, service: Service) -> bool:
    """The same rule as ``Volunteer.objects.visible_to``."""
    if not user.may(Permission.VOLUNTEER_KEEP):
        return False
    return user.may(Permission.DIRECTORY_KEEP) or service.team_id in {team.pk for team in user.teams}


def group_of(service_id: UUID) -> Service:
    """A service that a team runs; what no team runs has no register."""
    rows = Service.objects.filter(team__isnull=False).select_related("organisation", "team__agency")
    found = rows.filter(pk=service_id).first()
    if found is None:
        raise NotVisible("There is no such group.")
    return found


def session_of(viewer: User, session_id: UUID) -> Session:
    """For the team that runs the group; to others it is not there."""
    rows = Session.objects.select_related("service__team", "service__organisation", "led_by", "volunteer")
    found = rows.filter(pk=session_id).first()
    if found is None or not runs(viewer, found.service):
        raise NotVisible("There is nothing here that you may see.")
    return found


def volunteer_of(viewer: User, volunteer_id: UUID) -> Volunteer:
    rows = Volunteer.objects.visible_to(viewer).select_related("service__team", "supervised_by")
    found = rows.filter(pk=volunteer_id).first()
    if found is None:
        raise NotVisible("There is nothing here that you may see.")
    return found
