"""The first and the last day of help to a family."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from kinfold.practice import code_lists
from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework import rules
from kinfold.web.casework.actions import involvements, statuses
from kinfold.web.casework.models import Episode, Handover, Involvement, Status
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.people.models import Family


@transaction.atomic
def open_episode(*, family: Family, on: date, by: User, contact_id: UUID | None = None) -> Episode:
    """A family has one open episode at most: where it has one, that is the one."""
    require(by, Permission.EPISODE_OPEN, on=family)
    return begin(family, on=on, by=by, contact_id=contact_id)


@transaction.atomic
def close_episode(
    *, episode: Episode, outcome: str, on: date, by: User, at: datetime, note: str = "", version: int | None = None
) -> Episode:
    """Ends what goes on at Tiers 2 and 3 and each professional's part, and with these the sight of the file.

    Closing again what is closed changes nothing.
    """
    require(by, Permission.EPISODE_CLOSE, on=episode)
    episode = locked(episode)
    if episode.closed_on is not None:
        return episode
    hold(rules.cw8_outcome_is_known, outcome)
    hold(rules.cw4_not_before_help_began, on, episode)
    running = list(
        Status.objects.select_for_update().filter(
            episode=episode, ended_on__isnull=True, recorded_in_error_at__isnull=True
        )
    )
    hold(rules.cw6_no_statutory_help_goes_on, {status.kind for status in running})
    handovers = Handover.objects.filter(episode=episode)
    hold(rules.cw7_no_handover_waits, handovers.waiting().count())
    episode.closed_on, episode.outcome, episode.closing_note = on, outcome, note.strip()
    save_version(episode, expected=version, fields=["closed_on", "outcome", "closing_note"])
    statuses.finish(running, on=on, by=by, reason=outcome)
    parts = list(Involvement.objects.select_for_update().filter(episode=episode, ended_on__isnull=True))
    involvements.finish(parts, on=on, by=by, reason=code_lists.label("episode_outcome", outcome))
    events.record("casework.episode_closed", by=by, about=episode, details={"outcome": outcome})
    left = Involvement.objects.filter(episode=episode, change_reason=rules.LEFT)  # nobody has taken these over
    given_by = [*handovers.values_list("pk", flat=True), *left.values_list("pk", flat=True), *(one.pk for one in parts)]
    for source in given_by:
        grants.end_grants(source, at=at)
    return episode


def begin(family: Family, *, on: date, by: User, contact_id: UUID | None) -> Episode:
    """For other actions of casework, which have asked whether the person may."""
    locked(family)
    running = Episode.objects.filter(family=family, closed_on__isnull=True).first()
    if running is not None:
        return running
    episode = Episode.objects.create(family=family, record_id=family.record_id, opened_on=on, contact_id=contact_id)
    events.record("casework.episode_opened", by=by, about=episode)
    return episode
