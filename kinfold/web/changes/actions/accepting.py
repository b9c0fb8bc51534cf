"""A file of changes is accepted whole, then taken in beside the server."""

import hashlib
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Agency, Record, Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.changes import notice_kinds, tasks
from kinfold.web.changes.files.reading import lines_of
from kinfold.web.changes.models import ChangeFile
from kinfold.web.core.sheets import Unreadable
from kinfold.web.core.versions import one_at_a_time
from kinfold.web.notices.actions import notify

STUCK_AFTER = timedelta(minutes=10)  # the same file sent again then is tried again


@transaction.atomic
def accept(*, agency: Agency, name: str, content: bytes, by: User, at: datetime) -> ChangeFile:
    """Keeps what came and has it taken in; a file that cannot be read at all is refused, with why.

    The same file sent again while it waits, or within a minute, is the one that came. Whoever sends it, and their
    teams, see what became of it.
    """
    require(by, Permission.CHANGES_TAKE_IN)
    try:
        lines_of(content)
    except Unreadable as unreadable:
        raise ValidationError(str(unreadable)) from None
    sha256 = hashlib.sha256(content).hexdigest()
    one_at_a_time("changes.accept", agency.pk, sha256)
    if (under_way := _under_way(agency, sha256, by=by, at=at)) is not None:
        if at - under_way.sent_at > STUCK_AFTER:
            tasks.take_in_file.defer(file_id=str(under_way.pk), user_id=str(by.pk))
        return under_way
    record = grants.new_record(level=Record.Level.RESTRICTED, agency=by.agency)
    holders: list[User | Team] = [by, *by.teams]
    for holder in holders:
        grants.grant(record, to=holder, reason="Takes in files of changes", at=at, source_id=record.pk)
    file = ChangeFile.objects.create(
        record=record, agency=agency, name=name[:200], content=content, sha256=sha256, sent_by=by, sent_at=at
    )
    events.record("changes.sent", by=by, about=file, details={"agency": str(agency.pk), "bytes": len(content)})
    tasks.take_in_file.defer(file_id=str(file.pk), user_id=str(by.pk))
    return file


@transaction.atomic
def stop(*, file: ChangeFile, by: User, at: datetime) -> None:
    """Nothing of it could be taken in, however often it was tried. Whoever sent it is told."""
    require(by, Permission.CHANGES_TAKE_IN, on=file)
    stopped = ChangeFile.objects.filter(pk=file.pk, taken_in_at__isnull=True, stopped_at__isnull=True)
    if stopped.update(stopped_at=at, content=b""):
        events.record("changes.not_taken_in", by=by, about=file)
        notify(notice_kinds.NOT_TAKEN_IN, to=file.sent_by, about_id=file.pk)


def _under_way(agency: Agency, sha256: str, *, by: User, at: datetime) -> ChangeFile | None:
    """The same, sent just now or still waiting, whoever sent it: this sender may follow it too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT file, record FROM changes_under_way(%s, %s)", [agency.pk, sha256])
        found = cursor.fetchone()
    if found is None:
        return None
    file, record = found
    grants.grant(Record(pk=record), to=by, reason="Sent the same file", at=at, source_id=record)
    return ChangeFile.objects.get(pk=file)
