"""Telling colleagues to come and look, on screen and by e-mail, and noting that they have."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.models import Cover, Team, User
from kinfold.web.core import clock
from kinfold.web.notices import tasks
from kinfold.web.notices.kinds import NoticeKind
from kinfold.web.notices.models import EmailChoice, Notice

STANDS_IN = "For a colleague you stand in for: "


def notify(kind: NoticeKind, *, to: User | Team | Iterable[User], about_id: UUID | None = None) -> list[Notice]:
    """One notice each; called inside another action, so that it is sent only when that action holds.

    Somebody who has not yet read the same notice about the same thing is not told again. Whoever stands in for one of
    them today is told too.
    """
    return notify_each(kind, {about_id: _people(to)})


@transaction.atomic
def notify_each(kind: NoticeKind, to: Mapping[UUID | None, Iterable[User]]) -> list[Notice]:
    """What each is about ▶ whom to tell, as ``notify`` tells them; in a fixed number of questions for thousands."""
    if not isinstance(kind, NoticeKind):
        raise TypeError("A notice says only the words of a declared kind")
    asked = {about: [one for one in people if one.is_active and not one.system] for about, people in to.items()}
    everybody = {user.pk for people in asked.values() for user in people}
    covers: dict[UUID, list[User]] = {}
    for cover in Cover.objects.on(clock.today()).filter(away__in=everybody, by__is_active=True).select_related("by"):
        covers.setdefault(cover.away_id, []).append(cover.by)
    people: dict[UUID, User] = {}
    words: dict[tuple[UUID | None, UUID], str] = {}
    for about, users in asked.items():
        people |= {user.pk: user for user in users}
        words |= {(about, user.pk): kind.words for user in users}
        for standing_in in (one for user in users for one in covers.get(user.pk, ())):
            people.setdefault(standing_in.pk, standing_in)
            words.setdefault((about, standing_in.pk), STANDS_IN + kind.words)
    same = Q(about_id__in=[about for about in asked if about is not None])
    if None in asked:
        same |= Q(about_id__isnull=True)
    told = Notice.objects.filter(
        same, user__in=people, words__in=set(words.values()), url_name=kind.url_name, read_at__isnull=True
    )
    for about, user in told.values_list("about_id", "user"):
        words.pop((about, user), None)
    notices = Notice.objects.bulk_create(
        Notice(user=people[user], words=said, url_name=kind.url_name, about_id=about)
        for (about, user), said in words.items()
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
