"""The link of somebody without an account: sent, opened by its code, used once, closed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.contrib.postgres.functions import TransactionNow
from django.db import connection

from kinfold.web.access import grants
from kinfold.web.access.checks import act_as
from kinfold.web.access.connecting import named_job
from kinfold.web.access.models import Grant, Record, User
from kinfold.web.audit import events
from kinfold.web.core.versions import locked
from kinfold.web.core.words import in_london
from kinfold.web.local import selectors as local
from kinfold.web.notices.actions import notify
from kinfold.web.sharing import notice_kinds, tasks
from kinfold.web.sharing.link_secrets import hashed, is_code, new_code
from kinfold.web.sharing.models import AgencyRequest, CodedLink, ReplyLink

READER = "Somebody who replies by a link"


def send(request: AgencyRequest, *, site: str, by: User, at: datetime) -> str:
    """Returns the code, to be told by telephone: it is in no e-mail, and kept nowhere."""
    close(request, at)
    code, days = new_code(), int(str(local.value("reply_link_days", in_london(at).date())))
    link = ReplyLink.objects.create(
        request=request, record_id=request.record_id, code_hash=hashed(code), expires_at=at + timedelta(days=days)
    )
    tasks.send_link.defer(link_id=str(link.pk), asker_id=str(by.pk), site=site)
    return code


def close(request: AgencyRequest, at: datetime) -> None:
    ReplyLink.objects.filter(request=request, used_at__isnull=True, closed_at__isnull=True).update(closed_at=at)


@contextmanager
def held(token: str, at: datetime, *, asker: User | None) -> Iterator[ReplyLink | None]:
    """Within it the database shows this one request and its record, and nothing else of anybody; afterwards what
    ``asker``, who may have an account after all, sees.

    The link is locked, so that two who send at once are one after the other. None where there is no such link.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT link_id, record_id FROM sharing_reply_link(%s)", [hashed(token)])
        found = cursor.fetchone()
    if found is None:
        yield None
        return
    link_id, record_id = found
    reader = named_job(READER)
    given = grants.grant(Record.objects.get(pk=record_id), to=reader, reason="Replies by a link", at=at)
    act_as(reader)
    try:
        yield locked(ReplyLink(pk=link_id))
    finally:
        act_as(asker)
        # By the database's clock, which row security asks: from the next transaction on, and in this one too.
        Grant.objects.filter(pk=given.pk).update(started_at=TransactionNow(), ended_at=TransactionNow())


def try_code(link: ReplyLink, typed: str, at: datetime) -> bool:
    """Whoever asked is told when the link is locked."""
    if opens(link, typed, at):
        return True
    if link.closed_at is not None:
        notify(notice_kinds.LINK_LOCKED, to=link.request.asked_by, about_id=link.request_id)
    events.record("sharing.wrong_code", by=None, about=link.request)
    return False


def opens(link: CodedLink, typed: str, at: datetime) -> bool:
    """Whether this is the link's code. Wrong ones are counted, whoever types them; after so many it is locked."""
    if is_code(typed, link.code_hash):
        return True
    link.wrong_codes += 1
    if tries_left(link, at) <= 0:
        link.closed_at = at
    link.save(update_fields=["wrong_codes", "closed_at"])
    return False


def tries_left(link: CodedLink, at: datetime) -> int:
    return int(str(local.value("reply_code_tries", in_london(at).date()))) - link.wrong_codes
