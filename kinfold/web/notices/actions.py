"""Telling colleagues to come and look, on screen and by e-mail, and noting that they have."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.models import Cover, Team, User
from kinfold.web.core import clock
from kinfold.web.notices import tasks
from kinfold.web.notices.kinds import NoticeKind
from kinfold.web.notices.models import EmailChoice, Notice

STANDS_IN = "For a colleague you stand in for: "


@transaction.atomic
def notify(kind: NoticeKind, *, to: User | Team | Iterable[User], about_id: UUID | None = None) -> list[Notice]:
    """One notice each; called inside another action, so that it is sent only when that action holds.

    Somebody who has not yet read the same notice about the same thing is not told again. Whoever stands in for one of
    them today is told too.
    """
    if not isinstance(kind, NoticeKind):
        raise TypeError("A notice says only the words of a declared kind")
    people = {user.pk: user for user in _people(to) if user.is_active and not user.system}
    words = dict.fromkeys(people, kind.words)
    for cover in Cover.objects.on(clock.today()).filter(away__in=people, by__is_active=True).select_related("by"):
        people.setdefault(cover.by_id, cover.by)
        words.setdefault(cover.by_id, STANDS_IN + kind.words)
    told = Notice.objects.filter(
        user__in=people, words__in=set(words.values()), url_name=kind.url_name, about_id=about_id, read_at__isnull=True
    )
    for user_id in told.values_list("user_id", flat=True):
        people.pop(user_id, None)
    notices = Notice.objects.bulk_create(
        Notice(user=user, words=words[user.pk], url_name=kind.url_name, about_id=about_id) for user in people.values()
    )
    at_once = people if kind.urgent else _told_at_once(people)
    for notice in notices:
        if notice.user_id in at_once and people[notice.user_id].email:
            tasks.send_by_email.defer(notice_id=str(notice.pk))
    return notices


def choose_email(*, how: str, by: User, at: datetime) -> EmailChoice:
    return EmailChoice.objects.update_or_create(user=by, defaults={"how": how, "chosen_at": at})[0]


def _told_at_once(people: Iterable[UUID]) -> set[UUID]:
    chosen = EmailChoice.objects.filter(user__in=list(people), how=EmailChoice.How.AT_ONCE)
    return set(chosen.values_list("user", flat=True))


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
