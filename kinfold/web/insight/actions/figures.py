"""Asking for the figures to be worked out again, once at a time."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.insight import computing
from kinfold.web.insight.models import Release


@transaction.atomic
def refresh(*, by: User, now: datetime, today: date) -> Release:
    """Starts the job, or answers with the one that is running: pressing twice does not count twice."""
    from kinfold.web.insight.tasks import work_out_figures

    require(by, Permission.FIGURES_COMPUTE)
    release, begun = begin(asked_by=by, now=now, today=today)
    if begun:
        events.record("figures.asked_for", by=by, about=release)
        work_out_figures.defer(release_id=str(release.pk))
    return release


@transaction.atomic
def begin(*, asked_by: User | None, now: datetime, today: date) -> tuple[Release, bool]:
    """A new release, or the one under way and False."""
    Release.objects.silent_at(now).update(
        state=Release.State.FAILED, finished_at=now, problem="It stopped without saying why."
    )
    running = Release.objects.filter(state=Release.State.UNDER_WAY).first()
    if running is not None:
        return running, False
    try:
        with transaction.atomic():
            as_at = computing.known_to(today)
            return Release.objects.create(asked_by=asked_by, heard_from_at=now, as_at=as_at), True
    except IntegrityError:  # somebody pressed at the same moment
        return Release.objects.get(state=Release.State.UNDER_WAY), False
