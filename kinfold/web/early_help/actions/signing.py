"""The family signs its plan: each who may have a copy, by writing their name."""

from datetime import datetime

from django.db import transaction

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked
from kinfold.web.core.words import in_london
from kinfold.web.early_help import rules
from kinfold.web.early_help.models import FamilyLink, Plan, Signature
from kinfold.web.early_help.plan_access import require_plan
from kinfold.web.early_help.selectors.papers import paper_for
from kinfold.web.people.models import Person


@transaction.atomic
def sign_on_screen(*, plan: Plan, person: Person, written_name: str, by: User, at: datetime) -> Signature:
    """On the screen of a colleague who sits with them."""
    require_plan(by, Permission.PLAN_WRITE, plan)
    return _sign(plan, person, written_name, seen_by=by, on_screen_of=by, at=at)


@transaction.atomic
def sign_by_link(*, link: FamilyLink, written_name: str, at: datetime) -> Signature:
    """By the person's own link, which their code has opened."""
    return _sign(link.plan, link.person, written_name, seen_by=link.made_by, on_screen_of=None, at=at)


def _sign(
    plan: Plan, person: Person, written_name: str, *, seen_by: User, on_screen_of: User | None, at: datetime
) -> Signature:
    """Signed twice, the first stays."""
    plan = locked(plan)
    hold(rules.eh19_is_agreed, plan)
    hold(rules.eh4_plan_is_open, plan)
    hold(rules.eh39_writes_their_name, written_name)
    hold(rules.eh18_may_have_a_copy, paper_for(seen_by, plan, person.pk, in_london(at).date()) is not None)
    if (before := Signature.objects.filter(plan=plan, person=person).first()) is not None:
        return before
    made = Signature.objects.create(
        plan=plan, record_id=plan.record_id, person=person, written_name=" ".join(written_name.split()), signed_at=at,
        on_screen_of=on_screen_of,
    )  # fmt: skip
    events.record("early_help.plan_signed", by=on_screen_of, about=plan, people=(person.pk,))
    return made
