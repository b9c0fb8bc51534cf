"""Somebody is away, and a colleague stands in for them: they see the same families for those days, and no longer."""

from datetime import date, datetime

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import Cover, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework import notice_kinds, rules, selectors
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked
from kinfold.web.notices import actions as notices


@transaction.atomic
def arrange_cover(
    *, away: User, cover: User, first_day: date, last_day: date, by: User, today: date, at: datetime
) -> Cover:
    """By the person themselves, or by a manager of theirs. Two colleagues may share the days; the same twice is one."""
    _require(away, by)
    hold(rules.cw32_cover_is_a_colleague, cover, list(selectors.who_can_cover(away)))
    hold(rules.cw33_days_follow, first_day, last_day, today)
    away = User.objects.select_for_update().get(pk=away.pk)
    days = {"first_day": first_day, "last_day": last_day}
    same = Cover.objects.filter(away=away, by=cover, ended_at__isnull=True, **days).first()
    if same is not None:
        return same
    made = Cover.objects.create(away=away, by=cover, **days, arranged_at=at, arranged_by=by)
    events.record("casework.cover_arranged", by=by, about=made, details={"away": str(away.pk), "by": str(cover.pk)})
    notices.notify(notice_kinds.COVER_ARRANGED, to=[one for one in (away, cover) if one.pk != by.pk])
    return made


@transaction.atomic
def end_cover(*, cover: Cover, by: User, at: datetime) -> Cover:
    """Before its time, at once; whoever stands in may end it too. Ended twice it ends once."""
    if by.pk != cover.by_id:
        _require(cover.away, by)
    cover = locked(cover)
    if cover.ended_at is not None:
        return cover
    cover.ended_at, cover.ended_by = at, by
    cover.save(update_fields=["ended_at", "ended_by"])
    events.record("casework.cover_ended", by=by, about=cover)
    notices.notify(notice_kinds.COVER_ENDED, to=[one for one in (cover.away, cover.by) if one.pk != by.pk])
    return cover


def _require(away: User, by: User) -> None:
    require(by, Permission.COVER_ARRANGE if away.pk == by.pk else Permission.LEAD_ASSIGN)
    if away.pk != by.pk:
        hold(rules.cw34_is_a_colleague_of_theirs, selectors.colleagues(by).filter(pk=away.pk).exists())
