"""Who is involved with a family: beginning a part opens the family's file to them, ending it closes the file."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from kinfold.practice import code_lists
from kinfold.web.access import grants
from kinfold.web.access.checks import require, visible_records
from kinfold.web.access.models import Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework import facts, notice_kinds, rules
from kinfold.web.casework.models import Episode, Handover, Involvement
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked
from kinfold.web.notices import actions as notices
from kinfold.web.people.models import Person


@transaction.atomic
def involve(
    *,
    people: Iterable[Person],
    role: str,
    on: date,
    at: datetime,
    by: User,
    episode: Episode | None = None,
    user: User | None = None,
    team: Team | None = None,
) -> list[Involvement]:
    """One row a child. Somebody who already plays the part with a child goes on playing it."""
    people = list(people)
    for held in {person.record_id: person for person in people}.values():
        require(by, Permission.PLAN_WRITE, on=held)
    hold(rules.cw9_role_is_known, role)
    hold(rules.cw19_somebody_or_a_team, user, team)
    return begin(people, role=role, on=on, at=at, by=by, episode=episode, user=user, team=team)


@transaction.atomic
def name_lead(*, episode: Episode, user: User, on: date, by: User, at: datetime) -> list[Involvement]:
    """Each child of the family has this lead professional from the day; whoever led before no longer does.

    A manager names anybody; a professional may take the lead where nobody has it, or in accepting the family.
    """
    episode = locked(episode)
    former = list(
        Involvement.objects.select_for_update().filter(episode=episode, role=rules.LEAD, ended_on__isnull=True)
    )
    accepts = Handover.objects.filter(episode=episode, answered_by=by, accepted_at=at).exists()
    takes_up = user.pk == by.pk and (accepts or not former)
    require(by, Permission.EPISODE_OPEN if takes_up else Permission.LEAD_ASSIGN, on=episode)
    hold(rules.cw3_episode_is_open, episode)
    hold(rules.cw20_lead_is_a_current_colleague, user)
    children = facts.children_of(episode.family, on)
    elsewhere = Involvement.objects.filter(person__in=children, role=rules.LEAD, ended_on__isnull=True)
    leaving = {row.pk: row for row in (*former, *elsewhere.select_for_update()) if row.user_id != user.pk}
    finish(list(leaving.values()), on=on, by=by, reason="Another lead professional was named")
    named = begin(children, role=rules.LEAD, on=on, at=at, by=by, episode=episode, user=user, team=facts.team_of(user))
    left = list(Involvement.objects.filter(episode=episode, role=rules.LEAD, change_reason=rules.LEFT))
    Involvement.objects.filter(pk__in=[row.pk for row in left]).update(change_reason=rules.LEFT_PASSED_ON)
    if user.pk != by.pk:
        notices.notify(notice_kinds.NAMED_LEAD, to=user, about_id=episode.pk)
    replaced = {row.user_id for row in leaving.values() if row.user_id and row.user_id != by.pk}
    notices.notify(notice_kinds.NO_LONGER_LEAD, to=User.objects.filter(pk__in=replaced))
    close([*leaving.values(), *left], at)
    return named


@transaction.atomic
def end_involvement(*, involvement: Involvement, on: date, by: User, at: datetime, reason: str = "") -> Involvement:
    """One's own part anybody may end; another's only who names leads."""
    own = involvement.user_id == by.pk
    require(by, Permission.EPISODE_READ if own else Permission.LEAD_ASSIGN, on=involvement)
    involvement = locked(involvement)
    hold(rules.cw10_is_still_involved, involvement.ended_on)
    finish([involvement], on=on, by=by, reason=reason)
    close([involvement], at)
    return involvement


def begin(
    people: list[Person],
    *,
    role: str,
    on: date,
    at: datetime,
    by: User,
    episode: Episode | None,
    user: User | None,
    team: Team | None,
) -> list[Involvement]:
    """For other actions of casework, which have asked whether the person may."""
    playing = {
        row.person_id: row
        for row in Involvement.objects.filter(person__in=people, role=role, user=user, team=team, ended_on__isnull=True)
    }
    new = [
        Involvement(
            person=person, record_id=person.record_id, episode=episode, user=user, team=team, role=role, started_on=on
        )
        for person in people
        if person.pk not in playing
    ]
    Involvement.objects.bulk_create(new)
    holders = [holder for holder in (user, team if user is None or role in rules.OPENS_TO_TEAM else None) if holder]
    reason = f"Involved as {code_lists.labels('involvement_role')[role].lower()}"
    by_id, opened = {person.pk: person for person in people}, set()
    for involvement in new:
        records = facts.records_of([by_id[involvement.person_id]], *([episode.record] if episode else []))
        for held in records:
            opened.add(held.pk)
            for holder in holders:
                grants.grant(held, to=holder, reason=reason, at=at, source_id=involvement.pk)
        events.record("casework.involvement_started", by=by, about=involvement, people=(involvement.person_id,))
    if user is not None:
        hold(rules.cw31_does_not_know_the_family, visible_records(user).filter(pk__in=opened).count() == len(opened))
    playing |= {row.person_id: row for row in new}
    return [playing[person.pk] for person in people]


def finish(involvements: list[Involvement], *, on: date, by: User, reason: str) -> None:
    """The file stays open until the action ends, since it may itself have more to write in it."""
    for involvement in involvements:
        involvement.ended_on, involvement.change_reason = max(on, involvement.started_on), reason
        events.record("casework.involvement_ended", by=by, about=involvement, people=(involvement.person_id,))
    Involvement.objects.bulk_update(involvements, ["ended_on", "change_reason"])


def close(involvements: Iterable[Involvement], at: datetime) -> None:
    for involvement in involvements:
        grants.end_grants(involvement.pk, at=at)
