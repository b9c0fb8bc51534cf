"""A stage before the decision: what somebody in the hub thinks so far, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from kinfold.practice import thresholds
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.words import in_london
from kinfold.web.local import selectors as local
from kinfold.web.mash import hub_rules as rules
from kinfold.web.mash import staging
from kinfold.web.mash.actions.hub import locked_children
from kinfold.web.mash.models import ContactChild, Stage


@dataclass(frozen=True)
class SoFar:
    """What somebody thinks at a stage. ``enough``: the stages after it are not needed."""

    points_to: str
    tier: int | None
    rationale: str
    indicators: tuple[str, ...] = ()
    enough: bool = False


@transaction.atomic
def record_stage(
    *, children: Sequence[ContactChild], stage: str, said: SoFar, by: User, at: datetime, had_read: int | None = None
) -> list[Stage]:
    """The same for these children of one contact. Sent twice by the same person it is one.

    ``had_read`` is how many the writer saw of the first child; where a colleague has added one since, it is refused.
    """
    for child in children:
        require(by, Permission.CONTACT_RATE, on=child)
    held = {child.pk: child for child in locked_children(children)}
    made = {pk: list(child.stages.all()) for pk, child in held.items()}
    if all(_is_mine(rows, stage, said, by) for rows in made.values()):
        return [rows[-1] for rows in made.values()]
    today = in_london(at).date()
    tier = said.tier or 0
    document, wanted = thresholds.document(today), staging.wanted(today)
    hold(rules.hd4_decision_is_known, said.points_to)
    hold(rules.hd10_tier_is_chosen, tier)
    hold(rules.hd5_says_why, said.rationale)
    hold(rules.hd11_need_is_shown, said.tier, int(str(local.value("indicators_required_from_tier", today))),
         said.indicators)  # fmt: skip
    hold(rules.hd12_indicators_are_of_this_version, document, said.indicators)
    hold(rules.hd46_nobody_looked_meanwhile, had_read, len(made[children[0].pk]))
    for child in held.values():
        hold(rules.hd3_not_yet_decided, child)
        hold(rules.hd47_stages_come_in_turn, stage, wanted, [one.stage for one in made[child.pk]])
    added = [
        Stage(
            child=child, record_id=child.record_id, stage=stage, points_to=said.points_to, tier=tier,
            rationale=said.rationale.strip(), indicators_of_need=list(said.indicators), enough=said.enough,
            threshold_version=document.version if said.indicators else "", made_at=at, made_by=by,
        )
        for child in held.values()
    ]  # fmt: skip
    Stage.objects.bulk_create(added)
    for one in added:
        person = one.child.person_id
        events.record(
            "contact.stage_recorded", about=one.child, by=by, people=(person,) if person else (),
            details={"stage": stage, "points_to": said.points_to, "tier": said.tier},
        )  # fmt: skip
    return added


def _is_mine(made: Sequence[Stage], stage: str, said: SoFar, by: User) -> bool:
    if not made:
        return False
    last = made[-1]
    then = (last.made_by_id, last.stage, last.points_to, last.tier, last.rationale, last.enough)
    now = (by.pk, stage, said.points_to, said.tier, said.rationale.strip(), said.enough)
    return then == now and last.indicators_of_need == list(said.indicators)
