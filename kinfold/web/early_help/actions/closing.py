"""Ending help to a family with what came of it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.casework import actions as casework
from kinfold.web.casework.models import Episode
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.early_help.actions.after_help import promise_a_call
from kinfold.web.early_help.actions.agreeing import Dealt, end_plan
from kinfold.web.early_help.deadline_kinds import OVERSIGHT
from kinfold.web.early_help.plan_access import visible_plans
from kinfold.web.outcomes import actions as outcomes


@transaction.atomic
def close_help(
    *,
    episode: Episode,
    outcome: str,
    note: str,
    open_actions: Mapping[UUID, Dealt],
    by: User,
    at: datetime,
    ring_later: bool = False,
    version: int | None = None,
) -> Episode:
    """Every plan that the person may see ends with the help. One kept from them stays for those it is open to.

    ``ring_later``: the family agreed to be rung in three months.
    """
    require(by, Permission.EPISODE_CLOSE, on=episode)
    if episode.closed_on is None:
        for plan in visible_plans(by, episode=episode, closed_on__isnull=True):
            end_plan(plan=plan, outcome=outcome, by=by, at=at, open_actions=open_actions)
        deadlines.withdraw(OVERSIGHT, about=episode, at=at)
        outcomes.help_ends(episode, at=at)
        if ring_later:
            promise_a_call(episode, by=by, at=at)
    return casework.close_episode(
        episode=episode, outcome=outcome, on=in_london(at).date(), by=by, at=at, note=note, version=version
    )
