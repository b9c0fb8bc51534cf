"""Which families a manager's teams help, when each was last looked at, and when it is due again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Max

from kinfold.practice.timescales import due_on
from kinfold.web.access.models import User
from kinfold.web.casework import selectors as casework
from kinfold.web.casework.models import Episode
from kinfold.web.core.clock import LONDON
from kinfold.web.early_help.models import Oversight
from kinfold.web.local import selectors as local

A_QUARTER = timedelta(days=91)


@dataclass(frozen=True)
class Overseen:
    episode: Episode
    name: str
    lead: str | None
    last_on: date | None
    due_on: date


@dataclass(frozen=True)
class OversightPage:
    rows: list[Overseen]  # what is due first
    overdue: int
    held: int  # in the last quarter


def oversight_page(viewer: User, today: date) -> OversightPage:
    helped = {row.episode.pk: row for team in viewer.teams for row in casework.families_of_team(viewer, team, today)}
    held = Oversight.objects.visible_to(viewer).filter(episode__in=list(helped))
    last = dict(held.order_by().values_list("episode").annotate(last=Max("held_on")))
    rule = local.timescale("oversight", today)

    def due(row: casework.FamilyHelped) -> date:
        began = last.get(row.episode.pk) or min((one.started_on for one in row.statuses), default=row.episode.opened_on)
        return due_on(rule, datetime.combine(began, time(12), LONDON))

    rows = [
        Overseen(row.episode, str(row.family), row.lead.name if row.lead else None, last.get(key), due(row))
        for key, row in helped.items()
    ]
    return OversightPage(
        rows=sorted(rows, key=lambda one: (one.due_on, one.name)),
        overdue=sum(one.due_on < today for one in rows),
        held=held.filter(held_on__gt=today - A_QUARTER).count(),
    )


def oversight_of(viewer: User, episodes: Iterable[Episode]) -> list[Oversight]:
    rows = Oversight.objects.visible_to(viewer).filter(episode__in=list(episodes))
    return list(rows.select_related("held_by", "worker"))
