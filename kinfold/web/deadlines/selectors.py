"""What is due: a person's tray, a team's tray, and the clocks of what a board shows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from kinfold.web.access.checks import require
from kinfold.web.access.models import Membership, Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.deadlines.kinds import DeadlineKind, by_key
from kinfold.web.deadlines.models import Deadline, DeadlineQuerySet
from kinfold.web.people.models import Family, Person

MOST_ROWS = 500


@dataclass(frozen=True)
class TrayRow:
    """One thing to do. ``due`` is what a page shows, a day or an instant; ``due_at`` is what is compared.

    ``person_name`` is None where nobody is named or the viewer may not see who; ``family_name`` is said where what is
    due concerns a family and nobody of it alone; ``subject`` where it concerns no person at all.
    """

    kind: str
    words: str
    due: date | datetime
    due_at: datetime
    overdue: bool
    person_name: str | None
    family_name: str | None
    subject: str
    holder_name: str | None
    team_name: str | None
    url: str
    about_id: UUID
    deadline_id: UUID


def tray(viewer: User, now: datetime, kinds: Iterable[DeadlineKind]) -> list[TrayRow]:
    """What is this person's to do, overdue first."""
    require(viewer, Permission.TRAY_OWN)
    return _rows(Deadline.objects.filter(user=viewer), viewer, now, kinds)


def team_tray(viewer: User, team: Team, now: datetime, kinds: Iterable[DeadlineKind]) -> list[TrayRow]:
    """What is the team's to do and its people's, overdue first; for a manager of that team."""
    require(viewer, Permission.TRAY_TEAM)
    if team not in viewer.teams:
        return []
    members = Membership.objects.filter(team=team, ended_on__isnull=True).values("user")
    return _rows(Deadline.objects.filter(Q(team=team) | Q(user__in=members)), viewer, now, kinds)


def of_colleague(viewer: User, colleague: User, now: datetime, kinds: Iterable[DeadlineKind]) -> list[TrayRow]:
    """What is a colleague's to do, as far as the viewer may see it, overdue first; for whoever gives out work."""
    require(viewer, Permission.LEAD_ASSIGN)
    return _rows(Deadline.objects.filter(user=colleague), viewer, now, kinds)


def covered(viewer: User, away: User, now: datetime, kinds: Iterable[DeadlineKind]) -> list[TrayRow]:
    """What is to be done by somebody for whom the viewer stands in, as far as the viewer may see it; overdue first."""
    require(viewer, Permission.TRAY_OWN)
    return _rows(Deadline.objects.filter(user=away), viewer, now, kinds)


def about_people(viewer: User, people: Collection[UUID], now: datetime, kinds: Iterable[DeadlineKind]) -> list[TrayRow]:
    """What is due for these people, whoever has to do it, overdue first."""
    return _rows(Deadline.objects.filter(person__in=people), viewer, now, kinds)


def open_for(about_ids: Collection[UUID], kind: DeadlineKind | None = None) -> dict[UUID, Deadline]:
    """The clock that runs out first for each of many things, in one query."""
    rows = Deadline.objects.open().filter(about_id__in=about_ids).order_by("-due_at")
    if kind is not None:
        rows = rows.filter(kind=kind.key)
    return {row.about_id: row for row in rows}


def _rows(deadlines: DeadlineQuerySet, viewer: User, now: datetime, kinds: Iterable[DeadlineKind]) -> list[TrayRow]:
    declared = by_key(kinds)
    found = list(
        deadlines.open()
        .filter(kind__in=declared)
        .visible_to(viewer)
        .select_related("user", "team")
        .order_by("due_at", "pk")[: MOST_ROWS + 1]  # one more says that there are more
    )
    named = {row.person_id for row in found if row.person_id}
    names = {person.pk: person.name for person in Person.objects.visible_to(viewer).filter(pk__in=named)}
    shared = {row.record_id for row in found if not row.person_id}
    families = {family.record_id: str(family) for family in Family.objects.visible_to(viewer).filter(record__in=shared)}
    return [
        TrayRow(
            kind=row.kind,
            words=declared[row.kind].words,
            due=row.due,
            due_at=row.due_at,
            overdue=row.is_overdue_at(now),
            person_name=names.get(row.person_id),
            family_name=None if row.person_id else families.get(row.record_id),
            subject=row.subject,
            holder_name=row.user.name if row.user else None,
            team_name=row.team.name if row.team else None,
            url=reverse(declared[row.kind].url_name, args=[row.about_id]),
            about_id=row.about_id,
            deadline_id=row.pk,
        )
        for row in found
    ]
