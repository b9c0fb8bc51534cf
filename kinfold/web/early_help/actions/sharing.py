"""Deciding with the family, person by person, who may see a plan."""

from django.db import transaction

from kinfold.web.access.models import Agency, User
from kinfold.web.access.permissions import Permission
from kinfold.web.commitments.models import Commitment
from kinfold.web.core.rules import hold
from kinfold.web.early_help import rules
from kinfold.web.early_help.models import Plan
from kinfold.web.early_help.plan_access import require_plan
from kinfold.web.people.models import Person
from kinfold.web.sharing import actions as sharing
from kinfold.web.sharing.models import ShareWith


@transaction.atomic
def decide_sharing(
    *,
    plan: Plan,
    with_: Person | User | Agency,
    may_share: bool,
    by: User,
    reason: str = "",
    version: int | None = None,
) -> ShareWith:
    """A professional with an open action in the plan is not kept from it: first the action goes to somebody else."""
    require_plan(by, Permission.SHARING_DECIDE, plan)
    hold(rules.eh4_plan_is_open, plan)
    if not may_share and not isinstance(with_, Person):
        theirs = {"promiser_user": with_} if isinstance(with_, User) else {"promiser_user__agency": with_}
        hold(
            rules.eh10_has_no_action_in_the_plan,
            Commitment.objects.open().filter(about_id=plan.pk, **theirs).count(),
        )
    return sharing.decide_share(
        about=plan, with_=with_, may_share=may_share, by=by, reason=reason if not may_share else "", version=version
    )
