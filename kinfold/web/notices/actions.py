"""Telling colleagues to come and look, on screen and by e-mail, and noting that they have."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.models import Team, User
from kinfold.web.notices import tasks
from kinfold.web.notices.kinds import NoticeKind
from kinfold.web.notices.models import Notice


@transaction.atomic
def notify(kind: NoticeKind, *, to: User | Team | Iterable[User], about_id: UUID | None = None) -> list[Notice]:
    """One notice each; called inside another action, so that it is sent only when that action holds.

    Somebody who has not yet read the same notice about the same thing is not told again.
    """
    if not isinstance(kind, NoticeKind):
        raise TypeError("A notice says only the words of a declared kind")
    people = {user.pk: user for user in _people(to) if user.is_active and not user.system}
    told = Notice.objects.filter(
        user__in=people, words=kind.words, url_name=kind.url_name, about_id=about_id, read_at__isnull=True
    )
    for user_id in told.values_list("user_id", flat=True):
        people.pop(user_id, None)
    notices = Notice.objects.bulk_create(
        Notice(user=user, words=kind.words, url_name=kind.url_name, about_id=about_id) for user in people.values()
    )
    for notice in notices:
        if people[notice.user_id].email:
            tasks.send_by_email.defer(notice_id=str(notice.pk))
    return notices


def mark_read(*, notice: Notice, by: User, at: datetime) -> None:
    """Only by the person it was for; reading it again changes nothing."""
    if notice.user_id != by.pk:
        raise NotVisible("This notice is for somebody else.")
    Notice.objects.filter(pk=notice.pk, read_at__isnull=True).update(read_at=at)


def mark_all_read(*, by: User, at: datetime) -> int:
    return Notice.objects.filter(user=by, read_at__isnull=True).update(read_at=at)


def _people(to: User | Team | Iterable[User]) -> Iterable[User]:
    if isinstance(to, User):
        return [to]
    if isinstance(to, Team):
        return User.objects.filter(memberships__team=to, memberships__ended_on__isnull=True)
    return to
