"""Offering a family to another team, and taking the offer back: the sender holds the family until it is accepted."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import can_see, require
from kinfold.web.access.models import Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework import facts, notice_kinds, rules
from kinfold.web.casework.deadline_kinds import ACCEPT_CONTACT, ANSWER_HANDOVER, ANSWER_URGENTLY, LOOK_AT_HARM
from kinfold.web.casework.models import Episode, Handover, HandoverPerson
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.deadlines.kinds import DeadlineKind
from kinfold.web.notices import actions as notices
from kinfold.web.people.models import Family, Person

CLOCKS = {Handover.Kind.SIGNIFICANT_HARM: LOOK_AT_HARM, Handover.Kind.OPEN_CASE: ACCEPT_CONTACT}
NOTICES = {
    Handover.Kind.SIGNIFICANT_HARM: notice_kinds.HARM_HANDED_OVER,
    Handover.Kind.OPEN_CASE: notice_kinds.OPEN_CASE,
}


@transaction.atomic
def offer_handover(
    *,
    kind: str,
    people: Iterable[Person],
    to_team: Team,
    reason: str,
    by: User,
    at: datetime,
    family: Family | None = None,
    episode: Episode | None = None,
    to_status: str = "",
    to_user: User | None = None,
    contact_child_id: UUID | None = None,
    from_team: Team | None = None,
    urgent: bool = False,
    clock_from: datetime | None = None,
) -> Handover:
    """Opens the file to the receiving team so that it can answer, and puts the answer on the clock.

    ``clock_from`` is when the clock began, where that was before the offer.

    While an offer of the same kind about the same family waits with that team, it is that offer; but what is newly
    said about significant harm, or about another child, is told too.
    """
    people, family = list(people), family or (episode.family if episode else None)
    held = family or people[0]
    for one in {row.record_id: row for row in (held, *people)}.values():
        require(by, Permission.HANDOVER_OFFER, on=one)
    from_team = from_team or facts.team_of(by)
    hold(rules.cw12_goes_to_another_team, from_team, to_team)
    hold(rules.cw13_says_why, reason)
    hold(rules.cw14_harm_goes_to_the_hub, kind, to_team)
    hold(rules.cw18_status_fits_the_step, kind, to_status)
    hold(rules.cw22_help_begins_for_a_family, to_status, family)
    locked(held)
    waiting = Handover.objects.waiting().filter(kind=kind, to_team=to_team, contact_child_id=contact_child_id)
    waiting = waiting.filter(family=family) if family else waiting.filter(people__in=people)
    if kind == Handover.Kind.SIGNIFICANT_HARM:
        waiting = waiting.filter(reason=reason.strip())
    told_of = {person.pk for person in people}
    for same in waiting.prefetch_related("people"):
        if kind != Handover.Kind.SIGNIFICANT_HARM or told_of <= {person.pk for person in same.people.all()}:
            return same
    handover = Handover.objects.create(
        record_id=held.record_id, kind=kind, urgent=urgent, to_status=to_status, family=family, episode=episode,
        contact_child_id=contact_child_id, from_team=from_team, to_team=to_team, to_user=to_user,
        reason=reason.strip(), offered_at=at, offered_by=by,
    )  # fmt: skip
    HandoverPerson.objects.bulk_create(
        HandoverPerson(handover=handover, person=person, record_id=handover.record_id) for person in people
    )
    for record in facts.records_of(people, held.record):
        why = f"Handed over: {handover.get_kind_display().lower()}"
        grants.grant(record, to=to_team, reason=why, at=at, source_id=handover.pk)
        if to_user is not None:
            grants.grant(record, to=to_user, reason=why, at=at, source_id=handover.pk)
    hold(rules.cw31_does_not_know_the_family, to_user is None or can_see(to_user, held.record_id))
    deadlines.start(clock_of(handover), about=handover, at=clock_from or at, team=to_team, user=to_user)
    told = NOTICES.get(Handover.Kind(kind), notice_kinds.HANDED_OVER)
    notices.notify(told, to=to_user or to_team, about_id=handover.pk)
    events.record(
        "casework.handover_offered", by=by, about=handover, people=tuple(person.pk for person in people),
        details={"kind": kind, "to_team": str(to_team.pk)},
    )  # fmt: skip
    return handover


@transaction.atomic
def withdraw_handover(*, handover: Handover, by: User, at: datetime, version: int | None = None) -> Handover:
    """The sender changed their mind before an answer came; the receiving team no longer sees the file."""
    require(by, Permission.HANDOVER_OFFER, on=handover)
    handover = locked(handover)
    hold(rules.cw17_taken_back_by_the_sender, handover, by)
    hold(rules.cw15_harm_is_never_declined, handover)
    if handover.withdrawn_at is not None:
        return handover
    hold(rules.cw11_waits_for_an_answer, handover)
    handover.withdrawn_at = at
    save_version(handover, expected=version, fields=["withdrawn_at"])
    deadlines.withdraw(clock_of(handover), about=handover, at=at)
    events.record("casework.handover_withdrawn", by=by, about=handover)
    notices.notify(notice_kinds.TAKEN_BACK, to=handover.to_team)
    grants.end_grants(handover.pk, at=at)
    return handover


def clock_of(handover: Handover) -> DeadlineKind:
    return CLOCKS.get(Handover.Kind(handover.kind), ANSWER_URGENTLY if handover.urgent else ANSWER_HANDOVER)
