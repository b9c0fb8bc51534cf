"""Saying where an action of the strategy stands."""

from datetime import date

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import save_version
from kinfold.web.partnership import rules
from kinfold.web.partnership.models import ActionUpdate, StrategyAction


@transaction.atomic
def update(
    *,
    action: StrategyAction,
    status: str,
    note: str,
    owner_post: str,
    as_at: date,
    version: int,
    by: User,
    today: date,
) -> ActionUpdate:
    """The newest word stands on the action; every word stays. Saying the same again changes nothing."""
    require(by, Permission.STRATEGY_WRITE)
    hold(rules.pa1_says_where_it_stands, note)
    hold(rules.pa2_not_in_the_future, as_at, today)
    note, owner_post = note.strip(), owner_post.strip()
    said = {"status": status, "note": note, "owner_post": owner_post, "as_at": as_at}
    newest = ActionUpdate.objects.filter(action=action).first()
    if newest is not None and all(getattr(newest, name) == value for name, value in said.items()):
        return newest
    hold(rules.pa3_not_before_the_last_word, as_at, StrategyAction.objects.get(pk=action.pk).updated_on)
    action.status, action.note, action.owner_post, action.updated_on = status, note, owner_post, as_at
    save_version(action, expected=version, fields=["status", "note", "owner_post", "updated_on"])
    row = ActionUpdate.objects.create(action=action, said_by=by, **said)
    events.record("strategy.action_updated", by=by, about=action, details={"status": status, "as_at": str(as_at)})
    return row
