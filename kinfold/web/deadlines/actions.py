"""Starting and stopping clocks. Called inside another action, which has asked whether the person may."""

from collections.abc import Iterable
from datetime import datetime
from typing import cast

from django.db import transaction
from django.db.models import Model

from kinfold.practice.timescales import due_at
from kinfold.web.access.models import Record, RecordBound, Team, User
from kinfold.web.core.words import in_london
from kinfold.web.deadlines.kinds import DeadlineKind
from kinfold.web.deadlines.models import Deadline, DeadlineQuerySet
from kinfold.web.local import selectors as local
from kinfold.web.people.models import Person


@transaction.atomic
def start(
    kind: DeadlineKind,
    *,
    about: Model,
    at: datetime,
    record: Record | None = None,
    user: User | None = None,
    team: Team | None = None,
    person: Person | None = None,
    subject: str = "",
) -> Deadline:
    """Puts ``about`` on the clock; while it is, starting again gives the clock that runs.

    ``record`` opens the clock to people where ``about`` belongs to none. ``subject`` says what is due where no person
    is named: never a child or a family. Due by the timescale in force on the day the clock starts, as the partnership
    has set it.
    """
    running = _running(kind, about).first()
    if running is not None:
        return running
    return Deadline.objects.create(
        kind=kind.key,
        rule=kind.rule,
        about_kind=about._meta.label_lower,
        about_id=about.pk,
        subject=subject,
        record_id=record.pk if record else cast(RecordBound, about).record_id,
        person=person,
        user=user,
        team=team,
        started_at=at,
        due_at=due(kind.rule, at),
    )


def start_each(kind: DeadlineKind, *, about: Iterable[RecordBound], at: datetime, team: Team | None) -> None:
    """The same clock for many rows that are new, and on no clock yet."""
    due_at = due(kind.rule, at)
    Deadline.objects.bulk_create(
        Deadline(
            kind=kind.key, rule=kind.rule, about_kind=row._meta.label_lower, about_id=row.pk, record_id=row.record_id,
            team=team, started_at=at, due_at=due_at,
        )
        for row in about
    )  # fmt: skip


def due(rule: str, started_at: datetime) -> datetime:
    """The instant at which something that starts now by this rule falls due."""
    on = in_london(started_at).date()
    timescale = local.timescale(rule, on)
    return due_at(timescale, started_at, local.hub_hours(on) if timescale.unit == "hub_hours" else None)


def meet(kind: DeadlineKind, *, about: Model, at: datetime) -> bool:
    """Done, in time or late; False where nothing was on the clock."""
    return bool(_running(kind, about).update(met_at=at))


def withdraw(kind: DeadlineKind, *, about: Model, at: datetime) -> bool:
    """No longer asked for, so it counts neither as done nor as late."""
    return bool(_running(kind, about).update(withdrawn_at=at))


def reassign(kind: DeadlineKind, *, about: Model, user: User | None = None, team: Team | None = None) -> bool:
    """Gives what is due to another person, another team, or both; the clock goes on."""
    given = {"user": user, "team": team}
    return bool(_running(kind, about).update(**{name: holder for name, holder in given.items() if holder is not None}))


def give(deadlines: Iterable[Deadline], *, to: User, team: Team | None) -> None:
    """Rows that another action holds go to somebody else, and to their team where they do not work in the row's own."""
    for row in deadlines:
        row.user = to
        if row.team_id is not None and row.team_id not in {own.pk for own in to.teams}:
            row.team = team
        row.save(update_fields=["user", "team"])


def move(kind: DeadlineKind, *, about: Model, record: Record, person: Person) -> bool:
    """It is known now whom this is about: what is due goes with their file, and the clock goes on."""
    return bool(_running(kind, about).update(record=record, person=person))


def _running(kind: DeadlineKind, about: Model) -> DeadlineQuerySet:
    return Deadline.objects.open().filter(kind=kind.key, about_id=about.pk)
