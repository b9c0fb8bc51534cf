"""A contact about a child whom somebody already helps: it goes to that worker and their team, who accept it by name."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from kinfold.web.access import grants
from kinfold.web.access.checks import NotVisible, require
from kinfold.web.access.models import Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework import actions as casework
from kinfold.web.casework import notice_kinds
from kinfold.web.casework.models import Handover, Involvement
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import save_version
from kinfold.web.core.words import in_london
from kinfold.web.mash import hub_notices, hub_rules
from kinfold.web.mash.actions import finishing
from kinfold.web.mash.actions.hub import families_of, hub_team, locked_children
from kinfold.web.mash.models import ContactChild
from kinfold.web.mash.outcome_flags import outcome_flags
from kinfold.web.notices import actions as notices
from kinfold.web.people.models import Person
from kinfold.web.sharing.actions import following

ALLOCATED = ("allocated_social_worker", "lead_professional")
"""Who a contact goes to, the social worker first."""

ACCEPTED = "Accepted by the worker who already helps this family."


def allocated_to(person: Person, now: datetime) -> Involvement | None:
    """The part of the child's social worker, or else of their lead professional; only where a team stands behind it."""
    rows = Involvement.objects.current_on(in_london(now).date()).filter(person=person, role__in=ALLOCATED)
    rows = rows.select_related("user", "team__agency").order_by("-started_on")
    return min((row for row in rows if _team(row) is not None), key=lambda row: ALLOCATED.index(row.role), default=None)


def pass_on(child: ContactChild, *, by: User, at: datetime) -> Handover | None:
    """For the hub's own actions, once the match is confirmed. Passed on before, it is that handover."""
    part = allocated_to(child.person, at) if child.person else None
    team, hub = _team(part) if part else None, hub_team(by)
    if part is None or team is None or (hub is not None and team.pk == hub.pk):
        return None
    handover = casework.offer_handover(
        kind=Handover.Kind.OPEN_CASE, people=[child.known], family=families_of([child.known]).get(child.known.pk),
        to_team=team, to_user=part.user, from_team=hub, contact_child_id=child.pk, by=by, at=at,
        reason=f"Contact {child.contact.reference} with the MASH", clock_from=child.contact.received_at,
    )  # fmt: skip
    for holder in (team, part.user) if part.user else (team,):
        grants.grant(child.contact.record, to=holder, reason="Helps the child already", at=at, source_id=handover.pk)
    notices.notify(notice_kinds.OPEN_CASE, to=team, about_id=handover.pk)
    return handover


def take_back(child: ContactChild, *, by: User, at: datetime) -> None:
    """The hub matched or decided otherwise: nobody need accept what was passed on."""
    waiting = Handover.objects.waiting().filter(kind=Handover.Kind.OPEN_CASE, contact_child_id=child.pk)
    for handover in waiting:
        casework.withdraw_handover(handover=handover, by=by, at=at)


@transaction.atomic
def accept_contact(*, handover: Handover, by: User, at: datetime) -> list[ContactChild]:
    """A named person takes it on, and with that the decision is complete. Siblings passed to them come along."""
    require(by, Permission.CONTACT_ACCEPT, on=handover)
    taken = []
    for each in _with_siblings(handover):
        casework.accept_handover(handover=each, by=by, at=at)
        taken += [_decided_by_acceptance(one, by=by, at=at) for one in locked_children(_passed_on(each))]
    return taken


@transaction.atomic
def refuse_contact(*, handover: Handover, reason: str, by: User, at: datetime) -> Handover:
    """It is not theirs: the hub decides after all, and is told so."""
    require(by, Permission.CONTACT_ACCEPT, on=handover)
    passed = locked_children(_passed_on(handover))
    refused = casework.refuse_handover(handover=handover, reason=reason, by=by, at=at)
    for child in passed:
        if child.decision == "allocated_worker" and child.decided_at is not None:
            finishing.undecide(child, reason=reason, by=by, at=at)
    hub = refused.from_team
    if hub is not None:
        notices.notify(hub_notices.NOT_ACCEPTED, to=hub, about_id=refused.contact_child_id)
    return refused


def _decided_by_acceptance(child: ContactChild, *, by: User, at: datetime) -> ContactChild:
    if child.decided_at is None:
        worries = list(child.worries.values_list("worry", flat=True))
        child.decision, child.decided_at, child.decided_by = "allocated_worker", at, by
        child.rationale = ACCEPTED
        child.outcome_flags = outcome_flags(child.decision, worries)
        save_version(
            child, expected=None, fields=["decision", "decided_at", "decided_by", "rationale", "outcome_flags"]
        )
        following.is_decided(child.pk, at)
    finishing.complete(child, by=by, at=at)
    finishing.note_looked_at(child.contact, at)
    finishing.expect_an_answer(child.contact, by=by)
    events.record("contact.accepted", about=child, by=by, people=(child.known.pk,))
    return child


def _passed_on(handover: Handover) -> QuerySet[ContactChild]:
    """The child of the contact, alone; nobody where the handover is about no contact."""
    carried = handover.contact_child_id
    return ContactChild.objects.filter(pk=carried) if carried else ContactChild.objects.none()


def _with_siblings(handover: Handover) -> list[Handover]:
    """What waits with the same team from the same contact."""
    child = _passed_on(handover).first()
    if handover.kind != Handover.Kind.OPEN_CASE or child is None:
        raise NotVisible("There is nothing here that you may see.")
    siblings = ContactChild.objects.filter(contact=child.contact_id).exclude(pk=child.pk).values("pk")
    together = Handover.objects.waiting().filter(
        kind=Handover.Kind.OPEN_CASE, to_team=handover.to_team_id, contact_child_id__in=siblings
    )
    return [handover, *together]


def hold_has_worker(child: ContactChild, at: datetime) -> None:
    hold(hub_rules.hd22_has_an_allocated_worker, allocated_to(child.person, at) if child.person else None)


def _team(part: Involvement) -> Team | None:
    return part.team or (next(iter(part.user.teams), None) if part.user else None)
