"""Writing a Family Support Plan, one for the family or one for a parent alone, and changing what it says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Record, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework import facts as casework
from kinfold.web.casework import rules as casework_rules
from kinfold.web.casework.models import Episode
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.core.words import in_london
from kinfold.web.early_help import facts, rules
from kinfold.web.early_help.models import Plan, PlanChild
from kinfold.web.early_help.plan_access import require_plan
from kinfold.web.people.models import FamilyMember, Person
from kinfold.web.sharing import actions as sharing


@dataclass(frozen=True)
class OwnPlan:
    """A plan for one parent alone: nobody opens it but whoever writes it and the colleagues named here."""

    parent: Person
    colleagues: tuple[User, ...] = ()


@transaction.atomic
def write_plan(
    *,
    episode: Episode,
    children: Iterable[Person],
    by: User,
    at: datetime,
    what_needs_to_change: str = "",
    own: OwnPlan | None = None,
) -> Plan:
    """Begins a plan. The same one begun twice, with nothing in it yet, is one plan."""
    require(by, Permission.PLAN_WRITE, on=episode)
    children, today = list(children), in_london(at).date()
    hold(casework_rules.cw3_episode_is_open, locked(episode))
    hold(rules.eh3_plan_is_for_a_child, children)
    title = f"Plan with {own.parent.name}"[:200] if own else "Family Support Plan"
    if same := _just_begun(episode, title, children):
        return same
    record = _record_of_its_own(own, by, at) if own else episode.record
    plan = Plan.objects.create(
        episode=episode, record=record, title=title, what_needs_to_change=what_needs_to_change.strip(),
        tier=facts.tier_of(episode, today), agency=by.agency, ward=facts.ward_of(children, today),
    )  # fmt: skip
    PlanChild.objects.bulk_create(PlanChild(plan=plan, person=child, record=record) for child in children)
    if own:
        _keep_to_the_named(plan, own, by, today)
    events.record(
        "early_help.plan_begun", by=by, about=plan, people=tuple(child.pk for child in children),
        details={"separate": own is not None},
    )  # fmt: skip
    return plan


@transaction.atomic
def change_plan(*, plan: Plan, title: str, what_needs_to_change: str, version: int, by: User) -> Plan:
    require_plan(by, Permission.PLAN_WRITE, plan)
    plan = locked(plan)
    hold(rules.eh4_plan_is_open, plan)
    plan.title, plan.what_needs_to_change = title.strip() or "Family Support Plan", what_needs_to_change.strip()
    save_version(plan, expected=version, fields=["title", "what_needs_to_change"])
    events.record("early_help.plan_changed", by=by, about=plan)
    return plan


def _just_begun(episode: Episode, title: str, children: list[Person]) -> Plan | None:
    empty = Plan.objects.filter(episode=episode, title=title, submitted_on__isnull=True, goals__isnull=True)
    wanted = {child.pk for child in children}
    return next((plan for plan in empty if set(plan.plan_children.values_list("person", flat=True)) == wanted), None)


def _record_of_its_own(own: OwnPlan, by: User, at: datetime) -> Record:
    record = grants.new_record(level=Record.Level.RESTRICTED, agency=by.agency)
    for one in {user.pk: user for user in (by, *own.colleagues)}.values():
        grants.grant(record, to=one, reason="Named in a plan with one parent alone", at=at, source_id=record.pk)
    return record


def _keep_to_the_named(plan: Plan, own: OwnPlan, by: User, today: date) -> None:
    """The other adults of the family are kept from it until somebody decides otherwise with the parent."""
    members = FamilyMember.objects.filter(family=plan.episode.family, ended_on__isnull=True).values("person")
    children = {child.pk for child in casework.children_of(plan.episode.family, today)}
    sharing.decide_share(about=plan, with_=own.parent, may_share=True, by=by)
    for person in Person.objects.filter(pk__in=members).current().exclude(pk__in={own.parent.pk, *children}):
        sharing.decide_share(
            about=plan, with_=person, may_share=False, by=by, reason="A plan with the other parent alone"
        )
