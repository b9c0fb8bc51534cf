"""Saying where a line of a strategy stands, and what shows it."""

from datetime import date

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.partnership import rules
from kinfold.web.partnership.models import Evidence, Line, StatusUpdate
from kinfold.web.partnership.models.history import level_of
from kinfold.web.partnership.standing import is_theirs


@transaction.atomic
def update(
    *,
    line: Line,
    status: str,
    note: str,
    owner_post: str,
    as_at: date,
    version: int,
    by: User,
    today: date,
) -> StatusUpdate:
    """The newest word stands on the line; every word stays. Saying the same again changes nothing."""
    require(by, Permission.STRATEGY_WRITE)
    hold(rules.pa4_is_theirs_to_update, is_theirs(by, line))
    hold(rules.pa1_says_where_it_stands, note)
    hold(rules.pa2_not_in_the_future, as_at, today)
    note, owner_post = note.strip(), owner_post.strip()
    said = {"status": status, "note": note, "owner_post": owner_post, "as_at": as_at}
    newest = StatusUpdate.objects.of(line).first()
    if newest is not None and all(getattr(newest, name) == value for name, value in said.items()):
        return newest
    hold(rules.pa3_not_before_the_last_word, as_at, locked(line).updated_on)
    line.status, line.note, line.owner_post, line.updated_on = status, note, owner_post, as_at
    save_version(line, expected=version, fields=["status", "note", "owner_post", "updated_on"])
    row = StatusUpdate.objects.create(**{level_of(line): line}, said_by=by, by_post=by.post, **said)
    events.record("strategy.action_updated", by=by, about=line, details={"status": status, "as_at": str(as_at)})
    return row


@transaction.atomic
def show(*, line: Line, title: str, kept_at: str, by: User, today: date) -> Evidence:
    """Adds a piece of evidence; the same piece twice is one."""
    require(by, Permission.STRATEGY_WRITE)
    hold(rules.pa4_is_theirs_to_update, is_theirs(by, line))
    hold(rules.pa5_says_what_it_is, title)
    said = {"title": title.strip(), "kept_at": kept_at.strip()}
    existing = Evidence.objects.of(line).filter(**said).first()
    if existing is not None:
        return existing
    row = Evidence.objects.create(**{level_of(line): line}, added_on=today, added_by=by, by_post=by.post, **said)
    events.record("strategy.evidence_added", by=by, about=line)
    return row
