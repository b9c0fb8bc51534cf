"""Starting and ending what a child is open to."""

from datetime import date

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework import facts, rules
from kinfold.web.casework.models import Episode, Referral, Status
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked
from kinfold.web.people.models import Person


@transaction.atomic
def start_status(
    *,
    episode: Episode,
    person: Person,
    kind: str,
    on: date,
    by: User,
    tier: int | None = None,
    team: Team | None = None,
    worker: User | None = None,
    reason: str = "",
    legal_basis: str = "",
    referral: Referral | None = None,
) -> Status:
    """Ward, team and agency are kept as they are on the day. A child who has the status keeps the one they have."""
    require(by, Permission.EPISODE_OPEN, on=episode)
    require(by, Permission.EPISODE_OPEN, on=person)
    hold(rules.cw2_statutory_help_is_social_cares, kind, by)
    return begin(
        locked(episode), [person], kind=kind, on=on, by=by, tier=tier, team=team, worker=worker, reason=reason,
        legal_basis=legal_basis, referral=referral,
    )[0]  # fmt: skip


@transaction.atomic
def end_status(*, status: Status, on: date, by: User, reason: str) -> Status:
    require(by, Permission.EPISODE_CLOSE, on=status)
    hold(rules.cw2_statutory_help_is_social_cares, status.kind, by)
    hold(rules.cw13_says_why, reason)
    status = locked(status)
    hold(rules.cw21_status_is_open, status)
    finish([status], on=on, by=by, reason=reason)
    return status


def begin(
    episode: Episode,
    people: list[Person],
    *,
    kind: str,
    on: date,
    by: User,
    tier: int | None = None,
    team: Team | None = None,
    worker: User | None = None,
    reason: str = "",
    legal_basis: str = "",
    referral: Referral | None = None,
) -> list[Status]:
    """For other actions of casework, which have asked whether the person may and hold the episode."""
    hold(rules.cw3_episode_is_open, episode)
    hold(rules.cw4_not_before_help_began, on, episode)
    hold(rules.cw1_begins_with_agreement, episode, kind)
    team = team or facts.team_of(by, kind)
    wards = facts.wards([person.pk for person in people], on)
    running = {
        row.person_id: row
        for row in Status.objects.filter(
            person__in=people, kind=kind, ended_on__isnull=True, recorded_in_error_at__isnull=True
        )
    }
    new = [
        Status(
            episode=episode,
            person=person,
            record_id=person.record_id,
            kind=kind,
            tier=tier or rules.TIER_OF[Status.Kind(kind)],
            started_on=on,
            team=team,
            agency=team.agency if team else by.agency,
            worker=worker,
            ward=wards.get(person.pk, ""),
            start_reason=reason,
            legal_basis=legal_basis,
            referral=referral,
        )
        for person in people
        if person.pk not in running
    ]
    Status.objects.bulk_create(new)
    for status in new:
        events.record("casework.status_started", by=by, about=status, people=(status.person_id,))
    running |= {status.person_id: status for status in new}
    return [running[person.pk] for person in people]


def finish(statuses: list[Status], *, on: date, by: User, reason: str) -> None:
    for status in statuses:
        status.ended_on, status.end_reason = max(on, status.started_on), reason
        events.record("casework.status_ended", by=by, about=status, people=(status.person_id,))
    Status.objects.bulk_update(statuses, ["ended_on", "end_reason"])
