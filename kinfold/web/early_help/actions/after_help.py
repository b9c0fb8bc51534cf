"""Promising a family a call after its help has ended, and saying how things are then."""

from datetime import date, datetime, timedelta

from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework.facts import team_of
from kinfold.web.casework.models import Episode
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.early_help import rules
from kinfold.web.early_help.deadline_kinds import AFTER_HELP
from kinfold.web.early_help.models import AfterHelp

A_WHILE = timedelta(weeks=8)  # after the call is due, the file closes whether it was made or not


def promise_a_call(episode: Episode, *, by: User, at: datetime) -> AfterHelp:
    """Part of closing help, before the file closes to everybody else."""
    made = AfterHelp.objects.create(episode=episode, record_id=episode.record_id, promised_at=at, promised_by=by)
    clock = deadlines.start(AFTER_HELP, about=made, at=at, user=by, team=team_of(by))
    grants.grant(
        episode.record, to=by, reason="Rings the family after its help", at=at, source_id=made.pk,
        until=clock.due_at + A_WHILE,
    )  # fmt: skip
    return made


@transaction.atomic
def record_call(
    *, after: AfterHelp, contacted_on: date, going: str, words: str, by: User, at: datetime, version: int | None = None
) -> AfterHelp:
    """With this the file closes to whoever promised the call."""
    require(by, Permission.CONVERSATION_HOLD, on=after)
    held = locked(after)
    hold(rules.eh29_was_not_rung_yet, held)
    hold(rules.eh30_is_known_how_it_goes, going)
    hold(rules.eh31_was_rung_since, contacted_on, in_london(held.promised_at).date(), in_london(at).date())
    held.contacted_on, held.contacted_by, held.going, held.words = contacted_on, by, going, words.strip()
    save_version(held, expected=version, fields=["contacted_on", "contacted_by", "going", "words"])
    deadlines.meet(AFTER_HELP, about=held, at=at)
    events.record("early_help.rung_after_help", by=by, about=held, details={"going": going})
    grants.end_grants(held.pk, at=at)
    return held
