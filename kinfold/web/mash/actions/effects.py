"""What a decision sets going: help offered to a family, a referral to social care, the allocated worker told."""

from collections.abc import Sequence
from datetime import datetime

from kinfold.practice import code_lists
from kinfold.web.access import grants
from kinfold.web.access.models import Team, User
from kinfold.web.audit import events
from kinfold.web.casework import actions as casework
from kinfold.web.casework.models import Handover, HandoverPerson, Referral
from kinfold.web.core.words import in_london
from kinfold.web.mash import hub_notices
from kinfold.web.mash.actions import open_case
from kinfold.web.mash.actions.hub import families_of, hub_team
from kinfold.web.mash.hub_rules import HANDED_OVER
from kinfold.web.mash.models import ContactChild
from kinfold.web.notices import actions as notices
from kinfold.web.people import actions as people
from kinfold.web.people.models import Family
from kinfold.web.signposting.actions import tell_of_named

REFERRED = ("social_care", "strategy_discussion")


def carry_out(children: Sequence[ContactChild], to_team: Team | None, *, by: User, at: datetime) -> None:
    """For children of one contact who were decided alike."""
    decision = children[0].decision
    if decision == "allocated_worker":
        for child in children:
            open_case.pass_on(child, by=by, at=at)
    if decision == "signposted":
        for child in children:
            tell_of_named(name=child.signposted_to, about=child, people=[child.known], by=by, at=at)
    if decision not in HANDED_OVER or to_team is None:
        return
    if decision in REFERRED:
        for child in children:
            _refer(child, to_team, by=by, at=at)
    for family, together in _by_family(children, by=by, at=at):
        handover = _hand_over(family, together, to_team, by=by, at=at)
        if decision == "strategy_discussion":
            notices.notify(hub_notices.STRATEGY, to=to_team, about_id=handover.pk)


def _refer(child: ContactChild, team: Team, *, by: User, at: datetime) -> Referral:
    referral = Referral.objects.create(
        person=child.known, record_id=child.record_id, received_on=in_london(at).date(), team=team,
        source_code=child.contact.source_code, source_words=child.contact.source_words,
    )  # fmt: skip
    events.record("casework.referred", about=referral, by=by, people=(child.known.pk,))
    return referral


def _by_family(children: Sequence[ContactChild], *, by: User, at: datetime) -> list[tuple[Family, list[ContactChild]]]:
    """Siblings stay together. A child who is in no family's file gets one."""
    known = families_of(child.known for child in children)
    grouped: dict[Family, list[ContactChild]] = {}
    for child in children:
        family = known.get(child.known.pk)
        if family is None:
            family = people.create_family(name=child.known.surname, by=by, at=at)
            people.add_member(family=family, person=child.known, on=in_london(at).date(), by=by)
        grouped.setdefault(family, []).append(child)
    return list(grouped.items())


def _hand_over(family: Family, children: list[ContactChild], to_team: Team, *, by: User, at: datetime) -> Handover:
    """A sibling decided alike a little later joins the handover that still waits."""
    contact, to_status = children[0].contact, HANDED_OVER[children[0].decision][1]
    urgent = children[0].decision == "strategy_discussion"
    siblings = contact.children.values("pk")
    waiting = Handover.objects.waiting().filter(
        kind=Handover.Kind.START,
        family=family,
        to_team=to_team,
        to_status=to_status,
        contact_child_id__in=siblings,
        urgent=urgent,
    )
    if (joined := waiting.first()) is not None:
        return _join(joined, children, by=by, at=at)
    handover = casework.offer_handover(
        kind=Handover.Kind.START, family=family, people=[child.known for child in children], to_team=to_team,
        to_status=to_status, urgent=urgent, reason=_why(children), contact_child_id=children[0].pk,
        from_team=hub_team(by), by=by, at=at,
    )  # fmt: skip
    grants.grant(contact.record, to=to_team, reason="Reads what was told", at=at, source_id=handover.pk)
    return handover


def _join(handover: Handover, children: list[ContactChild], *, by: User, at: datetime) -> Handover:
    for child in children:
        HandoverPerson.objects.get_or_create(
            handover=handover, person=child.known, defaults={"record_id": handover.record_id}
        )
        grants.grant(
            child.known.record, to=handover.to_team, reason="Handed over: start help", at=at, source_id=handover.pk
        )
    events.record("casework.handover_joined", about=handover, by=by, people=tuple(child.known.pk for child in children))
    return handover


def _why(children: list[ContactChild]) -> str:
    """The decision and its reasons, each once, so that the family is not asked for it all again."""
    first = children[0]
    lead = "Urgent: an immediate strategy discussion is needed. " if first.decision == "strategy_discussion" else ""
    decided = code_lists.label("contact_decision", first.decision)
    return f"{lead}{decided}, contact {first.contact.reference}. {first.rationale}"
