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
