"""Joining two records where the partnership wants a second person, and placing what was added meanwhile."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Model

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.local import selectors as local
from kinfold.web.mash.deadline_kinds import CONTACT_DECISION
from kinfold.web.mash.models import ChildWorry, ContactChild, Stage
from kinfold.web.notices import actions as notices
from kinfold.web.people import actions as people
from kinfold.web.people.models import Merge, Person
from kinfold.web.record.notices import MERGE_ANSWERED, MERGE_WAITS


@transaction.atomic
def ask_to_merge(*, duplicate: Person, into: Person, reason: str, by: User, at: datetime) -> Merge:
    """At once where one person is enough; else the asker's colleagues are told that another must look."""
    needs_second = bool(local.value("second_person_for_merge"))
    merge = people.ask_to_merge(duplicate=duplicate, into=into, reason=reason, needs_second=needs_second, by=by, at=at)
    if merge.waits:
        colleagues = User.objects.filter(
            memberships__team__in=by.teams, memberships__ended_on__isnull=True,
            memberships__role__in=roles_with(Permission.PERSON_CREATE),
        )  # fmt: skip
        notices.notify(MERGE_WAITS, to=list(colleagues.exclude(pk=by.pk).distinct()), about_id=merge.pk)
    return merge


@transaction.atomic
def agree_to_merge(*, merge: Merge, by: User, at: datetime) -> Merge:
    merge = people.agree_to_merge(merge=merge, by=by, at=at)
    notices.notify(MERGE_ANSWERED, to=merge.asked_by, about_id=merge.pk)
    return merge


@transaction.atomic
def decline_merge(*, merge: Merge, reason: str, by: User, at: datetime) -> Merge:
    merge = people.decline_merge(merge=merge, reason=reason, by=by, at=at)
    if merge.asked_by_id != by.pk:
        notices.notify(MERGE_ANSWERED, to=merge.asked_by, about_id=merge.pk)
    return merge


@transaction.atomic
def undo_merge(*, merge: Merge, reason: str, belongs_to_the_other: Iterable[Model], by: User, at: datetime) -> Merge:
    """Two people again, and what was added to one of them meanwhile is put with the other where somebody says so."""
    merge = people.undo_merge(merge=merge, reason=reason, by=by, at=at)
    place(merge=merge, rows=belongs_to_the_other, by=by)
    return merge


@transaction.atomic
def place(*, merge: Merge, rows: Iterable[Model], by: User) -> None:
    for row in rows:
        people.place(row=row, merge=merge, by=by)
        if isinstance(row, ContactChild):  # the worries, and what is due about it, go where the contact goes
            for follows in (ChildWorry, Stage):
                follows.objects.filter(child=row).update(record=row.record_id)
            deadlines.move(CONTACT_DECISION, about=row, record=row.record, person=merge.duplicate)
