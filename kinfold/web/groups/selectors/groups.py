"""The list of groups, and one group's page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Max, Q

from kinfold.web.access.models import User
from kinfold.web.core.words import in_london
from kinfold.web.directory.models import Service
from kinfold.web.groups.models import Session, Volunteer
from kinfold.web.groups.selectors.people import looks_after_volunteers, runs
from kinfold.web.groups.selectors.register import Register, register_of
from kinfold.web.groups.usual_times import Meeting, next_meetings, not_recorded
from kinfold.web.local import selectors as local
from kinfold.web.signposting.selectors import Standing, standing

A_YEAR = timedelta(days=365)
MOST_SESSIONS = 60  # more than a year of a weekly group; what is older is counted and not listed


@dataclass(frozen=True)
class Listed:
    service: Service
    is_own: bool
    standing: Standing
    last_held: date | None


def groups_listed(viewer: User, now: datetime) -> list[Listed]:
    """Every service that a team runs and that is not closed for good; those of the viewer's own teams first."""
    open_still = Service.objects.exclude(state=Service.State.CLOSED).filter(team__isnull=False)
    today = in_london(now).date()
    held = Q(group_sessions__cancelled_because="", group_sessions__held_on__lte=today)
    found = open_still.select_related("team", "organisation").annotate(
        last_held=Max("group_sessions__held_on", filter=held)
    )
    services = list(found.order_by("name"))
    stands = standing(services, now - A_YEAR)
    own = {team.pk for team in viewer.teams}
    rows = [Listed(one, one.team_id in own, stands[one.pk], one.last_held) for one in services]
    return sorted(rows, key=lambda row: (not row.is_own, row.service.name.lower()))


@dataclass(frozen=True)
class Group:
    service: Service
    may_run: bool
    next: list[Meeting]
    missing: list[Meeting]
    sessions: list[Session]  # the newest first, also those cancelled
    register: Register
    most_unseen: int
    volunteers: list[Volunteer] | None  # None for those who may not see them
    volunteering: int


def group_page(viewer: User, service: Service, now: datetime) -> Group:
    today = in_london(now).date()
    rows = Session.objects.filter(service=service).select_related("led_by", "volunteer")
    every = list(rows[:MOST_SESSIONS])
    held = [one for one in every if not one.cancelled and one.held_on <= today]
    most_unseen = int(local.value("group_unseen_sessions", today))
    active = Volunteer.objects.filter(service=service).active_on(today)
    sees = looks_after_volunteers(viewer, service)
    return Group(
        service=service,
        may_run=runs(viewer, service),
        next=next_meetings(service, every, now),
        missing=not_recorded(service, every, now),
        sessions=every,
        register=register_of(viewer, service, held, most_unseen=most_unseen, since=now - A_YEAR),
        most_unseen=most_unseen,
        volunteers=list(active.select_related("supervised_by")) if sees else None,
        volunteering=active.count(),
    )


def volunteers_page(viewer: User, service: Service) -> list[Volunteer]:
    """Those who volunteer still first, then who did."""
    rows = Volunteer.objects.visible_to(viewer).filter(service=service).select_related("supervised_by")
    return list(rows.order_by("name"))


def active_volunteers(services: Iterable[Service], now: datetime) -> dict[object, int]:
    """Service ▶ how many volunteer there today: a number, for those who may not know who."""
    rows = Volunteer.objects.active_on(in_london(now).date()).filter(service__in=list(services))
    return dict(rows.values_list("service").annotate(number=Count("pk")).order_by())
