"""The hub's decision for a child, or for several alike; and the second person that some decisions need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kinfold.practice import thresholds
from kinfold.web.access.checks import require
from kinfold.web.access.models import Team, User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import StaleVersion, save_version
from kinfold.web.core.words import in_london
from kinfold.web.local import selectors as local
from kinfold.web.mash import hub_notices, staging
from kinfold.web.mash import hub_rules as rules
from kinfold.web.mash.actions import effects, finishing, open_case
from kinfold.web.mash.actions.hub import hub_team, locked_children
from kinfold.web.mash.models import ContactChild
from kinfold.web.mash.outcome_flags import outcome_flags
from kinfold.web.mash.selectors.history import contacts_in_period
from kinfold.web.notices import actions as notices
from kinfold.web.sharing.actions import following

DECIDED = (
    "decision", "tier", "rationale", "signposted_to", "other_authority", "threshold_version", "indicators_of_need",
    "outcome_flags", "needs_agreement", "decided_at", "decided_by", "agreed_at", "agreed_by",
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """What a decision-maker chose and wrote. ``why_unmatched`` only where nobody could find out who the child is."""

    decision: str
    rationale: str
    tier: int | None = None
    indicators: tuple[str, ...] = ()
    signposted_to: str = ""
    other_authority: str = ""
    to_team: Team | None = None
    why_unmatched: str = ""


@transaction.atomic
def decide(
    *, children: Sequence[ContactChild], said: Said, by: User, at: datetime, versions: Mapping[UUID, int] | None = None
) -> list[ContactChild]:
    """The same decision for these children of one contact; siblings are handed over together.

    No further action may wait for a second person; nothing is set going before that, and the clock runs on. Sent
    twice by the same person it is one decision; somebody else's decision in between raises StaleVersion.
    """
    for child in children:
        require(by, Permission.CONTACT_DECIDE, on=child)
    held = locked_children(children)
    if held and all(_is_mine_already(child, said, by) for child in held):
        return held
    contact = held[0].contact
    settings = local.values(in_london(at).date())
    _hold_what_a_decision_must(said, settings, at)
    if wanted := staging.wanted(in_london(at).date()):
        for child in held:
            hold(rules.hd45_stages_are_made, staging.next_stage(wanted, child.stages.all()), said.decision)
    hold(rules.hd14_family_may_be_asked, contact, said.decision)
    hold(rules.hd25_is_rated, contact, said.decision)
    red = contact.rating == "red" or contact.ratings.filter(rating="red").exists()  # rated down since, it still was
    counts = contacts_in_period(
        [child.person_id for child in held if child.person_id],
        contact.received_at,
        int(str(settings["second_person_months"])),
    )
    for child in held:
        second = rules.needs_second_person(
            decision=said.decision,
            red=red,
            contacts_in_period=counts.get(child.person_id, 1) if child.person_id else 1,
            for_red=bool(settings["second_person_for_red"]),
            from_contact=int(str(settings["second_person_from_contact"])),
        )
        _record(child, said, second, by=by, at=at, version=(versions or {}).get(child.pk))
    if said.decision != "allocated_worker":
        for child in held:
            open_case.take_back(child, by=by, at=at)
    waiting = [child for child in held if child.awaits_agreement]
    if waiting:
        _ask_for_a_second_person(waiting[0], by)
    carry_out([child for child in held if child not in waiting], said.to_team, by=by, at=at)
    finishing.note_looked_at(contact, at)
    return held


def _hold_what_a_decision_must(said: Said, settings: Mapping[str, object], at: datetime) -> None:
    hold(rules.hd4_decision_is_known, said.decision)
    hold(rules.hd10_tier_is_chosen, said.tier)
    hold(rules.hd5_says_why, said.rationale)
    hold(rules.hd8_service_is_named, said.decision, said.signposted_to)
    hold(rules.hd9_council_is_named, said.decision, said.other_authority)
    hold(rules.hd13_team_takes_it_on, said.decision, said.to_team)
    hold(rules.hd11_need_is_shown, said.tier, int(str(settings["indicators_required_from_tier"])), said.indicators)
    hold(rules.hd12_indicators_are_of_this_version, thresholds.document(in_london(at).date()), said.indicators)


def _record(child: ContactChild, said: Said, second: bool, *, by: User, at: datetime, version: int | None) -> None:
    if child.decided_at is not None:  # two people decided at once: the second sees what the first did
        raise StaleVersion(current=child, mine=_as_it_would_be(child, said))
    hold(rules.hd6_matched_first, child, said.decision)
    hold(rules.hd7_unmatched_is_explained, child, said.why_unmatched)
    if said.decision == "allocated_worker":
        open_case.hold_has_worker(child, at)
    worries = list(child.worries.values_list("worry", flat=True))
    child.decision, child.tier, child.rationale = said.decision, said.tier, _reasons(child, said)
    child.signposted_to = said.signposted_to.strip() if said.decision == "signposted" else ""
    child.other_authority = said.other_authority.strip() if said.decision == "other_authority" else ""
    child.threshold_version = thresholds.document(in_london(at).date()).version if said.indicators else ""
    child.indicators_of_need = list(said.indicators)
    child.outcome_flags = outcome_flags(said.decision, worries)
    child.needs_agreement, child.agreed_at, child.agreed_by = second, None, None
    child.decided_at, child.decided_by = at, by
    save_version(child, expected=version, fields=DECIDED)
    following.is_decided(child.pk, at)
    events.record(
        "contact.decided", about=child, by=by, people=people_of([child]),
        details={"decision": said.decision, "tier": said.tier, "waits_for_second_person": second},
    )  # fmt: skip


def _as_it_would_be(child: ContactChild, said: Said) -> ContactChild:
    return ContactChild(
        pk=child.pk, contact=child.contact, decision=said.decision, tier=said.tier, rationale=said.rationale,
        signposted_to=said.signposted_to, other_authority=said.other_authority,
    )  # fmt: skip


def _reasons(child: ContactChild, said: Said) -> str:
    if child.person_id is not None:
        return said.rationale.strip()
    return f"{said.rationale.strip()}\n\nNot matched with anybody: {said.why_unmatched.strip()}"


def carry_out(children: list[ContactChild], to_team: Team | None, *, by: User, at: datetime) -> None:
    """Sets going what was decided. A contact passed to the allocated worker is complete when they accept it."""
    if not children:
        return
    effects.carry_out(children, to_team, by=by, at=at)
    for child in children:
        if child.decision != "allocated_worker":
            finishing.complete(child, by=by, at=at)
    finishing.expect_an_answer(children[0].contact, by=by)


def _ask_for_a_second_person(child: ContactChild, by: User) -> None:
    hub = hub_team(by)
    colleagues = User.objects.filter(
        memberships__team=hub, memberships__ended_on__isnull=True,
        memberships__role__in=roles_with(Permission.CONTACT_AGREE),
    )  # fmt: skip
    notices.notify(hub_notices.SECOND_PERSON, to=list(colleagues.exclude(pk=by.pk).distinct()), about_id=child.pk)


def _is_mine_already(child: ContactChild, said: Said, by: User) -> bool:
    return child.decided_by_id == by.pk and child.decision == said.decision and child.rationale == _reasons(child, said)


def people_of(children: Sequence[ContactChild]) -> tuple[UUID, ...]:
    return tuple(child.person_id for child in children if child.person_id)
