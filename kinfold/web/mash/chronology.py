"""Contacts about a child, what was decided, and what agencies were asked, as lines of the chronology."""

from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from kinfold.practice import code_lists
from kinfold.web.access.checks import visible_records
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.casework.chronology import Entry
from kinfold.web.casework.models import Handover
from kinfold.web.core import clock
from kinfold.web.core.clock import LONDON
from kinfold.web.mash import asked_chronology
from kinfold.web.mash.models import ContactChild
from kinfold.web.people.models import Person
from kinfold.web.people.selectors import hidden_places

PAGES = {Handover.Kind.START.value: "mash:handed_on", Handover.Kind.OPEN_CASE.value: "mash:open_case"}


def entries(*, child: Person, viewer: User, since: date) -> list[Entry]:
    """Contacts, and what agencies were asked and said."""
    asked = asked_chronology.entries(child=child, viewer=viewer, since=since, now=clock.now())
    return [*_contacts(child, viewer, since), *asked]


def _contacts(child: Person, viewer: User, since: date) -> list[Entry]:
    """One line a contact: the worries and the decision; a link for those whom the contact itself is open to."""
    start = datetime.combine(since, time(), LONDON)
    rows = (
        ContactChild.objects.visible_to(viewer)
        .filter(person=child, contact__received_at__gte=start, contact__recorded_in_error_at__isnull=True)
        .select_related("contact__agency", "decided_by", "word_to_school")
        .prefetch_related("worries")
    )
    worries, decisions = code_lists.labels("worry"), code_lists.labels("contact_decision")
    pages = _pages(viewer, child, list(rows)) if rows else {}
    places = hidden_places(viewer, [child])
    return [
        Entry(
            row.contact.received_at,
            "Contact to the MASH: " + (", ".join(worries.get(each.worry, each.worry) for each in row.worries.all()) or
                                       "support"),
            text=(f"Decided: {decisions.get(row.decision, row.decision)}" if row.decision else "Not yet decided")
            + _word_to_school(row),
            by=places.name(row.contact.agency),
            href=pages.get(row.contact_id, ""),
            kind="Contact",
            tone="blue",
        )
        for row in rows
    ]  # fmt: skip


def _word_to_school(row: ContactChild) -> str:
    """That the school knows, and nothing of which it is."""
    word = getattr(row, "word_to_school", None)
    if word is None or word.not_told_because:
        return ""
    return f". The school was told, {word.told_at.astimezone(LONDON):%-d %B}"


def _pages(viewer: User, child: Person, rows: list[ContactChild]) -> dict[UUID, str]:
    """Contact ▶ the page on which this viewer reads it: the hub's, or that of the team to which it was handed on."""
    if viewer.may(Permission.CONTACT_BOARD):
        held = visible_records(viewer).filter(pk__in=[row.contact.record_id for row in rows])
        openable = set(held.values_list("pk", flat=True))
        return {
            row.contact_id: reverse("mash:contact", args=[row.contact_id])
            for row in rows
            if row.contact.record_id in openable
        }
    to_us = Q(to_team__in=viewer.teams) | Q(to_user=viewer)
    handed = Handover.objects.visible_to(viewer).filter(to_us, people=child, kind__in=PAGES)
    carried = {one.contact_child_id: one for one in handed if one.contact_child_id is not None}
    about = ContactChild.objects.filter(pk__in=carried).values_list("pk", "contact")
    return {contact: reverse(PAGES[carried[pk].kind], args=[carried[pk].pk]) for pk, contact in about}
