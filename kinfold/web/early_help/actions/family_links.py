"""A family's link to its plan: made with a code, opened by it, closed; and what the family says there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework.selectors import leads
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.early_help import rules
from kinfold.web.early_help.deadline_kinds import FAMILY_SAYS_WRONG, SEE_RECORD
from kinfold.web.early_help.models import FamilyLink, FamilySaid, Plan
from kinfold.web.early_help.plan_access import require_plan
from kinfold.web.early_help.selectors.papers import paper_for
from kinfold.web.local import selectors as local
from kinfold.web.people.models import Person
from kinfold.web.sharing.actions.links import opens
from kinfold.web.sharing.link_secrets import hashed, new_code, new_token

WRITTEN_DOWN = {
    FamilySaid.Kind.WRONG: "early_help.family_said_wrong",
    FamilySaid.Kind.SEE_RECORD: "early_help.family_said_see_record",
}
CLOCKS = {FamilySaid.Kind.WRONG: FAMILY_SAYS_WRONG, FamilySaid.Kind.SEE_RECORD: SEE_RECORD}


@dataclass(frozen=True)
class Told:
    """To be told to the person, now and never again: the link one way, the code another."""

    token: str
    code: str


@transaction.atomic
def make_link(*, plan: Plan, person: Person, by: User, at: datetime) -> tuple[FamilyLink, Told]:
    """For somebody who may have a copy. The one they had before opens nothing any more."""
    require_plan(by, Permission.PLAN_WRITE, plan)
    plan, today = locked(plan), in_london(at).date()
    hold(rules.eh19_is_agreed, plan)
    hold(rules.eh18_may_have_a_copy, paper_for(by, plan, person.pk, today) is not None)
    FamilyLink.objects.filter(plan=plan, person=person, closed_at__isnull=True).update(closed_at=at)
    told = Told(new_token(), new_code())
    days = int(str(local.value("family_link_days", today)))
    link = FamilyLink.objects.create(
        plan=plan, record_id=plan.record_id, person=person, made_by=by, made_at=at, token_hash=hashed(told.token),
        code_hash=hashed(told.code), expires_at=at + timedelta(days=days),
    )  # fmt: skip
    events.record("early_help.family_link_made", by=by, about=plan, people=(person.pk,))
    return link, told


@transaction.atomic
def close_link(*, link: FamilyLink, by: User, at: datetime) -> None:
    require_plan(by, Permission.PLAN_WRITE, link.plan)
    if FamilyLink.objects.filter(pk=link.pk, closed_at__isnull=True).update(closed_at=at):
        events.record("early_help.family_link_closed", by=by, about=link.plan, people=(link.person_id,))


@contextmanager
def held(token: str, *, asker: User | None) -> Iterator[FamilyLink | None]:
    """Within it the database answers as whoever made the link; afterwards as ``asker``. None where there is no link."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT link_id, made_by_id FROM early_help_family_link(%s)", [hashed(token)])
        found = cursor.fetchone()
    if found is None:
        yield None
        return
    act_as(User(pk=found[1]))
    try:
        rows = FamilyLink.objects.select_for_update(of=("self",)).select_related("plan__episode", "person", "made_by")
        yield rows.filter(pk=found[0]).first()  # none, too, where its maker may not see the file any more
    finally:
        act_as(asker)


def try_code(link: FamilyLink, typed: str, at: datetime) -> bool:
    if opens(link, typed, at):
        return True
    events.record("early_help.family_link_wrong_code", by=None, about=link.plan, people=(link.person_id,))
    return False


def opened(link: FamilyLink, at: datetime) -> None:
    """Every opening is written down."""
    FamilyLink.objects.filter(pk=link.pk).update(opened_at=at)
    events.record("early_help.family_link_opened", by=None, about=link.plan, people=(link.person_id,))


@transaction.atomic
def say(*, link: FamilyLink, kind: FamilySaid.Kind, words: str, at: datetime) -> FamilySaid:
    """Goes to the lead professional. The same again, while it waits, is one."""
    if kind == FamilySaid.Kind.WRONG:
        hold(rules.eh20_says_what_is_wrong, words)
    waiting = FamilySaid.objects.filter(plan=link.plan, person=link.person, kind=kind, answered_at__isnull=True)
    same = waiting.filter(words=words.strip()) if kind == FamilySaid.Kind.WRONG else waiting
    if (before := same.first()) is not None:
        return before
    hold(rules.eh25_not_very_much_waits, waiting.count())
    said = FamilySaid.objects.create(
        plan=link.plan, record_id=link.record_id, person=link.person, kind=kind, words=words.strip(), said_at=at
    )
    children = list(link.plan.plan_children.values_list("person", flat=True))
    lead = next(iter(leads(link.made_by, children, in_london(at).date()).values()), link.made_by)
    deadlines.start(CLOCKS[kind], about=said, at=at, user=lead)
    events.record(WRITTEN_DOWN[kind], by=None, about=said, people=(link.person_id,))
    return said


@transaction.atomic
def answer_family(*, said: FamilySaid, answer: str, by: User, at: datetime, version: int | None = None) -> FamilySaid:
    """What was done, for the family to read. It is answered once; what was said then stays."""
    require_plan(by, Permission.PLAN_WRITE, said.plan)
    hold(rules.eh21_says_what_was_done, answer)
    said = locked(said)
    if said.answered_by_id == by.pk and said.answer == answer.strip():  # pressed twice
        return said
    hold(rules.eh24_is_not_answered, said)
    said.answer, said.answered_at, said.answered_by = answer.strip(), at, by
    save_version(said, expected=version, fields=["answer", "answered_at", "answered_by"])
    deadlines.meet(CLOCKS[FamilySaid.Kind(said.kind)], about=said, at=at)
    events.record("early_help.family_answered", by=by, about=said, people=(said.person_id,))
    return said
