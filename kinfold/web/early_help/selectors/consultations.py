"""Consultations: the latest that the viewer may read, and how often each agency asked."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.http import Http404

from kinfold.web.access.models import User
from kinfold.web.early_help.models import Consultation

LATEST = 50


@dataclass(frozen=True)
class Asking:
    """Of one agency, since a day. ``spared``: they had meant to refer, and did not."""

    agency: str
    talks: int
    meetings: int
    intended: int
    spared: int
    after_all: int
    not_known: int
    latest: date


def asked_by_agency(since: date) -> list[Asking]:
    """Of all teams, those who asked most first; numbers alone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT agency, talks, meetings, intended, spared, after_all, not_known, latest "
            "FROM early_help_consultations(%s)",
            [since],
        )
        found = [Asking(*row) for row in cursor.fetchall()]
    return sorted(found, key=lambda one: (-(one.talks + one.meetings), one.agency))


def latest_consultations(viewer: User) -> list[Consultation]:
    rows = Consultation.objects.visible_to(viewer).filter(recorded_by__isnull=False)
    return list(rows.select_related("agency", "recorded_by")[:LATEST])


def consultation_of(viewer: User, consultation_id: UUID) -> Consultation:
    rows = Consultation.objects.visible_to(viewer).select_related("agency", "recorded_by")
    found = rows.filter(pk=consultation_id).first()
    if found is None:
        raise Http404
    return found
