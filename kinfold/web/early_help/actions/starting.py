"""Recording that a family agreed, and starting family support for one that nobody helps yet."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.casework import actions as casework
from kinfold.web.casework import facts as casework_facts
from kinfold.web.casework import rules as casework_rules
from kinfold.web.casework.models import Episode, Handover, Status
from kinfold.web.core.rules import hold
from kinfold.web.core.words import in_london
from kinfold.web.early_help import rules
from kinfold.web.people.models import Family, FamilyMember, Person
from kinfold.web.sharing import actions as sharing
from kinfold.web.sharing.models import Agreement
from kinfold.web.sharing.selectors import has_agreed


@transaction.atomic
def start_family_support(
    *,
    family: Family,
    children: Iterable[Person],
    agreed_by: Person,
    given_how: str,
    given_on: date,
    by: User,
    at: datetime,
    today: date,
    note: str = "",
) -> Episode:
    """Opens help, records the agreement, begins Family Support (Tier 2) and makes whoever starts it the lead.

    Doing it again while it goes on changes nothing.
    """
    require(by, Permission.EPISODE_OPEN, on=family)
    children = list(children)
    members = set(FamilyMember.objects.filter(family=family, ended_on__isnull=True).values_list("person", flat=True))
    hold(casework_rules.cw5_children_are_in_the_family, {child.pk for child in children}, members)
    hold(rules.eh16_answered_by_the_family, members, agreed_by.pk)
    running = Status.objects.current_on(today).filter(person__in=children, kind=Status.Kind.FAMILY_SUPPORT)
    if {row.person_id for row in running} >= {child.pk for child in children} and (same := running.first()):
        return same.episode
    help_now = Status.objects.current_on(today).filter(person__in=children).values_list("kind", flat=True)
    hold(rules.eh15_family_has_no_help_yet, list(help_now))
    episode = casework.open_episode(family=family, on=today, by=by)
    record_agreement(
        episode=episode, person=agreed_by, purpose="family_support", agreed=True, given_how=given_how,
        given_on=given_on, note=note, by=by, today=today,
    )  # fmt: skip
    team = casework_facts.team_of(by)
    for child in children:
        casework.start_status(
            episode=episode, person=child, kind=Status.Kind.FAMILY_SUPPORT, on=today, by=by, team=team, worker=by,
            reason="school_asked" if team and team.service == "school" else "family_asked",
        )  # fmt: skip
    if not episode.involvements.filter(role=casework_rules.LEAD, ended_on__isnull=True).exists():
        casework.name_lead(episode=episode, user=by, on=today, by=by, at=at)
    return episode


@transaction.atomic
def record_agreement(
    *,
    episode: Episode,
    person: Person,
    purpose: str,
    agreed: bool,
    given_how: str,
    given_on: date,
    by: User,
    today: date,
    note: str = "",
) -> Agreement:
    """A yes begins at once the help that waited for it: the family was handed over, accepted, and has now agreed.

    A young child's yes is kept and begins nothing.
    """
    agreement = sharing.record_agreement(
        about=episode, person=person, purpose=purpose, agreed=agreed, given_how=given_how, given_on=given_on, by=by,
        note=note, today=today,
    )  # fmt: skip
    if agreed and by.may(Permission.EPISODE_OPEN) and has_agreed(episode, purpose):
        accepted = Handover.objects.filter(episode=episode, to_status=purpose, accepted_at__isnull=False)
        begun = Status.objects.filter(episode=episode, kind=purpose, recorded_in_error_at__isnull=True)
        for handover in accepted:
            assert handover.accepted_at is not None  # as filtered
            if not begun.filter(started_on__gte=in_london(handover.accepted_at).date()).exists():
                casework.begin_help(handover=handover, by=by, on=today)
    return agreement
