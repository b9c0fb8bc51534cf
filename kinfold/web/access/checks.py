"""Asking whether a person may do a thing, in code; the database asks again in its own words."""

import json
from typing import Self
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import connection, models
from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.http import Http404

from kinfold.web.access.models import Grant, Record, RecordBound, User
from kinfold.web.access.permissions import Permission
from kinfold.web.access.wording import WORDS
from kinfold.web.audit import events


class Refused(PermissionDenied):
    """The person's roles do not hold this permission."""


class NotVisible(Http404):
    """The record is not the person's to see: answered as if it did not exist."""


def visible_records(user: User) -> models.QuerySet[Record]:
    """The records a person may see, by the same rule as the policy in the database; a closed account sees none."""
    if not user.is_active:
        return Record.objects.none()
    lasts = Q(ended_at__isnull=True) | Q(ended_at__gt=models.functions.Now())
    given = Grant.objects.filter(record=OuterRef("pk"))
    own = lasts & (Q(user=user) | Q(team__in=user.teams))
    covered = Q(user__in=RawSQL("SELECT unnest(access_covers_of(%s))", [user.pk]), ended_at__isnull=True)
    is_open = Q(level=Record.Level.OPEN)
    # Said so that the planner finds what was given first, and looks at the level of that alone.
    rule = Q(Exists(given.filter(own | covered))) & (is_open | Q(Exists(given.filter(own))))
    if user.whole_index:
        rule |= is_open
    conflicts = RawSQL("SELECT unnest(access_conflicts_of(%s))", [user.pk])
    return Record.objects.filter(rule).exclude(pk__in=conflicts)


def can_see(user: User, record_id: UUID) -> bool:
    return visible_records(user).filter(pk=record_id).exists()


def require(user: User, permission: Permission, *, on: RecordBound | Record | None = None) -> None:
    """Raises :class:`Refused` without the permission, :class:`NotVisible` for a record that is not theirs.

    ``on`` is a row with a ``record_id`` (or a record). Both refusals are written to the audit.
    """
    if not user.may(permission):
        events.refuse(f"refused.{permission}", by=user, about=on)
        raise Refused(_refusal(user, permission))
    if on is None:
        return
    record_id = on.pk if isinstance(on, Record) else on.record_id
    if not can_see(user, record_id):
        events.refuse(f"refused.{permission}", by=user, about=on)
        raise NotVisible("There is nothing here that you may see.")


def _refusal(user: User, permission: Permission) -> str:
    if not user.roles:
        return "Your account has no role yet, so there is nothing that it can open."
    return f"Your role does not let you {WORDS[permission]}."


def act_as(user: User | None, *, where: str | None = None) -> None:
    """Tells the database who asks, until the transaction ends; and history who changes what follows, ``where`` a page
    is asked for.

    pghistory's own middleware would say that in front of each statement, which then could not be prepared.
    """
    settings = {"app.user_id": str(user.pk) if user else ""}
    if where is not None:
        metadata = {"user": str(user.pk) if user else None, "url": where}
        settings |= {"pghistory.context_id": str(uuid4()), "pghistory.context_metadata": json.dumps(metadata)}
    told = ", ".join(["set_config(%s, %s, true)"] * len(settings))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {told}", [part for setting in settings.items() for part in setting])


def records_of(keys: list[UUID]) -> list[UUID]:
    """The records that rows of these keys belong to, whoever may see them: for the audit, never for a page."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT record_id FROM access_records_of(%s::uuid[]) AS found (record_id)", [keys])
        return [record_id for (record_id,) in cursor.fetchall()]


class Visible(models.QuerySet):
    """For tables bound to a record: the rows a person may see, with the application's own filter."""

    def visible_to(self, user: User) -> Self:
        if not user.is_active:
            return self.none()
        if user.records_they_see is None:  # a page asks a few dozen times, and wording the question takes a millisecond
            user.records_they_see = RawSQL(  # noqa: S611  Django's own words
                *visible_records(user).values("pk").query.sql_with_params()
            )
        return self.filter(record__in=user.records_they_see)
