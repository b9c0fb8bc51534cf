"""Something to mind: its page, and its lines in the chronology."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from kinfold.web.access.models import User
from kinfold.web.casework.chronology import Entry
from kinfold.web.core.words import in_london
from kinfold.web.deadlines.selectors import open_for
from kinfold.web.people.models import Address, Caution, Person
from kinfold.web.record.deadline_kinds import CAUTION_REVIEW


@dataclass(frozen=True)
class CautionPage:
    caution: Caution
    said: list[Caution]  # this and what it renewed, the latest first
    following: Caution | None  # what was said when it was looked at again
    due: date | datetime | None


def caution_page(viewer: User, caution_id: UUID) -> CautionPage:
    seen = Caution.objects.visible_to(viewer).select_related("person", "address", "recorded_by", "ended_by")
    caution = seen.filter(pk=caution_id).first()
    if caution is None or not Person.objects.visible_to(viewer).filter(pk=caution.person_id).exists():
        raise Http404
    said = [caution]
    while said[-1].renews_id and (before := seen.filter(pk=said[-1].renews_id).first()):
        said.append(before)
    due = open_for([caution.pk], CAUTION_REVIEW).get(caution.pk)
    return CautionPage(caution, said, seen.filter(renews=caution).first(), due.due if due else None)


def homes_now(viewer: User, person: Person) -> list[Address]:
    return list(Address.objects.visible_to(viewer).filter(person=person, ended_on__isnull=True))


def entries(cautions: Iterable[Caution], since: date) -> list[Entry]:
    """When it was recorded, looked at again and ended. Why is on its own page: a chronology is read with the family."""
    found = []
    for row in cautions:
        its_page = reverse("record:caution", args=[row.pk])
        title = "Still to mind" if row.renews_id else "To mind"
        found.append(
            Entry(row.recorded_at, f"{title}: {row.words}", by=row.recorded_by.name, href=its_page, kind="To mind")
        )
        if row.ended_at and row.ended_by and not hasattr(row, "renewed_by"):
            title = f"No longer to mind: {row.words}"
            found.append(Entry(row.ended_at, title, by=row.ended_by.name, href=its_page, kind="To mind"))
    return [entry for entry in found if _day(entry) >= since]


def _day(entry: Entry) -> date:
    return in_london(entry.at).date() if isinstance(entry.at, datetime) else entry.at
