"""Who is on the list of children to keep an eye on, the one whose contact is due first before the others."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max
from django.http import Http404

from kinfold.web.access.models import User
from kinfold.web.deadlines.models import Deadline
from kinfold.web.early_help.deadline_kinds import WATCH_CONTACT
from kinfold.web.early_help.models import Watch


@dataclass(frozen=True)
class Watched:
    watch: Watch
    last_on: date | None
    due_at: datetime | None

    def is_over_on(self, today: date) -> bool:
        """Its end has passed and nobody has set another."""
        return self.watch.ends_by < today


def watched(viewer: User) -> list[Watched]:
    rows = list(
        Watch.objects.visible_to(viewer).open().select_related("person", "started_by").annotate(
            last_on=Max("contacts__contacted_on")
        )
    )  # fmt: skip
    running = Deadline.objects.open().filter(kind=WATCH_CONTACT.key, about_id__in=[row.pk for row in rows])
    due = dict(running.values_list("about_id", "due_at"))
    found = [Watched(row, row.last_on, due.get(row.pk)) for row in rows]
    return sorted(found, key=lambda one: (one.due_at is None, one.due_at, one.watch.ends_by))


def watch_of(viewer: User, watch_id: UUID) -> Watch:
    rows = Watch.objects.visible_to(viewer).select_related("person", "started_by", "ended_by")
    found = rows.filter(pk=watch_id).prefetch_related("contacts__recorded_by").first()
    if found is None:
        raise Http404
    return found
