"""Setting the partnership's own values."""

from datetime import date

from django.db import transaction

from kinfold.practice.defaults import SETTINGS, Value
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.core.rules import RuleBroken, hold
from kinfold.web.local import rules, selectors
from kinfold.web.local.models import LocalValue


@transaction.atomic
def set_value(
    *, key: str, value: Value, valid_from: date, by: User, reason: str, today: date | None = None
) -> LocalValue:
    """A new value from a day on; the one before stays in the history. Saying the same again changes nothing."""
    require(by, Permission.SETTINGS_WRITE)
    hold(rules.lo3_is_known, key, SETTINGS)
    hold(rules.lo1_begins_today_or_later, valid_from, today or clock.today())
    hold(rules.lo2_says_why, reason)
    if problem := SETTINGS[key].problem_with(value):
        raise RuleBroken(problem, code="LO4")
    newest = LocalValue.objects.filter(key=key, valid_from=valid_from).order_by(*selectors.NEWEST_FIRST).first()
    if newest is not None and newest.value == value:
        return newest
    row = LocalValue.objects.create(key=key, value=value, valid_from=valid_from, set_by=by, reason=reason.strip())
    events.record(
        "local.setting_changed",
        by=by,
        about=row,
        details={"key": key, "value": value, "valid_from": valid_from.isoformat()},
    )
    return row
