"""Answering a handover: accepting takes the family on, refusing leaves it with the sender and tells both managers."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Record, Team, User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.audit import events
from kinfold.web.casework import notice_kinds, rules
from kinfold.web.casework.actions import episodes, statuses
from kinfold.web.casework.actions.handovers import clock_of
from kinfold.web.casework.models import Episode, Handover, Status
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.notices import actions as notices

HANDED_ON = (Handover.Kind.STEP_UP, Handover.Kind.STEP_DOWN, Handover.Kind.TRANSFER)
REFUSAL_IS_READ = timedelta(days=7)
REASONS = {
    Handover.Kind.START: "from_contact",
    Handover.Kind.STEP_UP: "step_up",
    Handover.Kind.STEP_DOWN: "step_down",
}


@dataclass(frozen=True)
class Accepted:
    """``waits_for_agreement``: the family is taken on, but help at Tiers 2 and 3 begins only when it has agreed."""

    handover: Handover
    episode: Episode | None
    started: list[Status] = field(default_factory=list)
    waits_for_agreement: bool = False


@transaction.atomic
def accept_handover(*, handover: Handover, by: User, at: datetime, version: int | None = None) -> Accepted:
    """Opens help where there was none, and begins the new status while the former one ends the same day.

    Accepting again what one has accepted changes nothing; a second person is told that it was answered.
    """
    handover = _for_answer(handover, by)
    if handover.accepted_at is not None and handover.answered_by_id == by.pk:
        return Accepted(handover, handover.episode)
    hold(rules.cw11_waits_for_an_answer, handover)
    hold(rules.cw2_statutory_help_is_social_cares, handover.to_status, by)
    on = in_london(at).date()
    if handover.to_status and handover.family:
        handover.episode = episodes.begin(handover.family, on=on, by=by, contact_id=None)
    handover.accepted_at, handover.answered_by = at, by
    save_version(handover, expected=version, fields=["episode", "accepted_at", "answered_by"])
    deadlines.meet(clock_of(handover), about=handover, at=at)
    events.record("casework.handover_accepted", by=by, about=handover)
    notices.notify(notice_kinds.ACCEPTED, to=handover.offered_by, about_id=handover.pk)
    _close_to_the_sender(handover, at)
    if handover.kind == Handover.Kind.TRANSFER:
        _pass_to_the_team(handover)
    if not handover.to_status or handover.episode is None:
        return Accepted(handover, handover.episode)
    if not rules.cw1_begins_with_agreement(handover.episode, handover.to_status):
        return Accepted(handover, handover.episode, waits_for_agreement=True)
    return Accepted(handover, handover.episode, started=_begin_help(handover, handover.episode, by=by, on=on))


@transaction.atomic
def begin_help(*, handover: Handover, by: User, on: date) -> list[Status]:
    """For a family taken on before it had agreed: now it has, so what was handed over begins."""
    require(by, Permission.EPISODE_OPEN, on=handover)
    handover = locked(handover)
    if handover.accepted_at is None or handover.episode is None:
        return []
    return _begin_help(handover, handover.episode, by=by, on=on)


@transaction.atomic
def refuse_handover(*, handover: Handover, reason: str, by: User, at: datetime, version: int | None = None) -> Handover:
    """The sender goes on holding the family; both teams' managers are told at once, the reason stays on the offer."""
    handover = _for_answer(handover, by)
    hold(rules.cw15_harm_is_never_declined, handover)
    hold(rules.cw13_says_why, reason)
    if handover.refused_at is not None and handover.answered_by_id == by.pk:
        return handover
    hold(rules.cw11_waits_for_an_answer, handover)
    handover.refused_at, handover.answered_by, handover.refusal_reason = at, by, reason.strip()
    save_version(handover, expected=version, fields=["refused_at", "answered_by", "refusal_reason"])
    deadlines.meet(clock_of(handover), about=handover, at=at)
    events.record("casework.handover_refused", by=by, about=handover)
    told = {user.pk: user for user in (*managers(handover.to_team), *managers(handover.from_team))}
    told[handover.offered_by_id] = handover.offered_by
    notices.notify(notice_kinds.REFUSED, to=list(told.values()), about_id=handover.pk)
    _close_to_the_receiver(handover, at)
    return handover


def managers(team: Team | None) -> list[User]:
    """Who oversees the team's work; where a team has no manager, everybody in it."""
    if team is None:
        return []
    people = User.objects.filter(memberships__team=team, memberships__ended_on__isnull=True, is_active=True)
    oversee = people.filter(memberships__role__in=roles_with(Permission.TRAY_TEAM)).distinct()
    return list(oversee) or list(people.distinct())


def _for_answer(handover: Handover, by: User) -> Handover:
    require(by, rules.PERMISSION_TO_ANSWER[Handover.Kind(handover.kind)], on=handover)
    handover = locked(handover)
    hold(rules.cw16_answered_by_the_receiver, handover, by)
    return handover


def _begin_help(handover: Handover, episode: Episode, *, by: User, on: date) -> list[Status]:
    """The new status and the end of what it takes the place of, on one day, so that a child is never without help."""
    episode, people = locked(episode), list(handover.people.all())
    started = statuses.begin(
        episode, people, kind=handover.to_status, on=on, by=by, team=handover.to_team,
        worker=handover.to_user, reason=REASONS.get(Handover.Kind(handover.kind), "other"),
    )  # fmt: skip
    if handover.kind in (Handover.Kind.STEP_UP, Handover.Kind.STEP_DOWN):
        former = Status.objects.select_for_update().filter(
            episode=episode, person__in=people, kind__in=rules.BY_AGREEMENT, ended_on__isnull=True,
            recorded_in_error_at__isnull=True,
        ).exclude(kind=handover.to_status)  # fmt: skip
        statuses.finish(list(former), on=on, by=by, reason=str(handover.kind))
    return started


def _pass_to_the_team(handover: Handover) -> None:
    """The same help goes on with the team that accepted. Agency and ward stay as they were when the help began."""
    Status.objects.filter(
        episode=handover.episode, person__in=handover.people.all(), kind__in=rules.BY_AGREEMENT,
        ended_on__isnull=True, recorded_in_error_at__isnull=True,
    ).update(team=handover.to_team, worker=handover.to_user)  # fmt: skip


def _close_to_the_sender(handover: Handover, at: datetime) -> None:
    """A team that was handed the family before no longer holds it; whoever is involved still sees the file."""
    if handover.kind not in HANDED_ON or handover.episode is None:
        return
    before = Handover.objects.filter(
        episode=handover.episode, to_team=handover.from_team, accepted_at__isnull=False
    ).exclude(pk=handover.pk)
    for source in before.values_list("pk", flat=True):
        grants.end_grants(source, at=at)


def _close_to_the_receiver(handover: Handover, at: datetime) -> None:
    """The team that refused no longer sees the file; its managers do for some days, to read why."""
    records = Record.objects.filter(grants__source_id=handover.pk).distinct()
    for record in records:
        for manager in managers(handover.to_team):
            grants.grant(record, to=manager, reason="Oversees a refused handover", at=at, until=at + REFUSAL_IS_READ)
    grants.end_grants(handover.pk, at=at)
