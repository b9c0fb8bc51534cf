"""The end of a shift: how the board stands and what the next one must know, written once and read by each."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Record, Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.mash import hub_notices
from kinfold.web.mash import hub_rules as rules
from kinfold.web.mash.actions.hub import hub_team
from kinfold.web.mash.models import ShiftNote, ShiftNoteRead
from kinfold.web.mash.selectors.shifts import standing
from kinfold.web.notices import actions as notices


@transaction.atomic
def leave_note(*, words: str, by: User, at: datetime) -> ShiftNote:
    """With the board as it stands. The same words again within the hour are one note."""
    require(by, Permission.CONTACT_BOARD)
    hold(rules.hd43_says_what_to_know, words)
    before = ShiftNote.objects.visible_to(by).filter(written_by=by, words=words.strip()).first()
    if before is not None and (at - before.written_at).total_seconds() < 3600:
        return before
    record = grants.new_record(level=Record.Level.RESTRICTED, agency=by.agency)
    team = hub_team(by)
    holders: list[User | Team] = [by, team] if team else [by]
    for holder in holders:
        grants.grant(record, to=holder, reason="Works in the hub", at=at, source_id=record.pk)
    note = ShiftNote.objects.create(
        record=record, words=words.strip(), written_at=at, written_by=by, standing=asdict(standing(by, at))
    )
    events.record("shift.note_left", by=by, about=note)
    if team is not None:
        notices.notify(hub_notices.SHIFT_NOTE, to=[one for one in _colleagues(team) if one.pk != by.pk])
    return note


@transaction.atomic
def read_note(*, note: ShiftNote, by: User, at: datetime) -> None:
    require(by, Permission.CONTACT_BOARD, on=note)
    _, first = ShiftNoteRead.objects.get_or_create(
        note=note, user=by, defaults={"record_id": note.record_id, "read_at": at}
    )
    if first:
        events.record("shift.note_read", by=by, about=note)


def _colleagues(team: Team) -> list[User]:
    return list(
        User.objects.filter(memberships__team=team, memberships__ended_on__isnull=True, is_active=True).distinct()
    )
