"""Meetings about something: held, next, overdue, and who was there."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Prefetch

from kinfold.web.access.models import User
from kinfold.web.meetings.models import Attendance, Meeting


def held(viewer: User, about_ids: Collection[UUID]) -> dict[UUID, list[Meeting]]:
    """Meetings that took place, the oldest first, each with ``attendances``."""
    found: dict[UUID, list[Meeting]] = {about_id: [] for about_id in about_ids}
    places = Attendance.objects.visible_to(viewer).select_related("person", "user__agency", "agency")
    rows = Meeting.objects.visible_to(viewer).filter(about_id__in=about_ids, held_on__isnull=False)
    for row in rows.prefetch_related(Prefetch("attendances", places)).order_by("held_on", "created_at"):
        found[row.about_id].append(row)
    return found


def next_planned(viewer: User, about_ids: Collection[UUID]) -> dict[UUID, Meeting]:
    """The meeting that is due first, where one is planned."""
    rows = Meeting.objects.visible_to(viewer).planned().filter(about_id__in=about_ids).order_by("-due_on")
    return {row.about_id: row for row in rows}


def overdue(viewer: User, today: date) -> list[Meeting]:
    return list(Meeting.objects.visible_to(viewer).overdue_on(today).order_by("due_on"))


def invited_to(viewer: User, since: date) -> list[Meeting]:
    """Meetings from the day on that the viewer is asked to come to, what comes first on top."""
    mine = Attendance.objects.visible_to(viewer).filter(user=viewer, invited=True).values("meeting")
    rows = Meeting.objects.visible_to(viewer).planned().filter(pk__in=mine, meets_on__gte=since)
    return list(rows.order_by("meets_on", "meets_at"))


def invited(viewer: User, meeting: Meeting) -> list[Attendance]:
    rows = Attendance.objects.visible_to(viewer).filter(meeting=meeting, invited=True)
    return list(rows.select_related("person", "user", "agency").order_by("created_at"))
