"""Contacts about a child and what was decided, as lines of the chronology."""

from datetime import date, datetime, time

from django.urls import reverse

from kinfold.practice import code_lists
from kinfold.web.access.checks import visible_records
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.casework.chronology import Entry
from kinfold.web.core.clock import LONDON
from kinfold.web.mash.models import ContactChild
from kinfold.web.people.models import Person
from kinfold.web.people.selectors import hidden_places


def entries(*, child: Person, viewer: User, since: date) -> list[Entry]:
    """One line a contact: the worries and the decision; a link for those whom the contact itself is open to."""
    start = datetime.combine(since, time(), LONDON)
    rows = (
        ContactChild.objects.visible_to(viewer)
        .filter(person=child, contact__received_at__gte=start, contact__recorded_in_error_at__isnull=True)
        .select_related("contact__agency", "decided_by")
        .prefetch_related("worries")
    )
    worries, decisions = code_lists.labels("worry"), code_lists.labels("contact_decision")
    places, openable = hidden_places(viewer, [child]), set()
    if viewer.may(Permission.CONTACT_BOARD):
        held = visible_records(viewer).filter(pk__in=[row.contact.record_id for row in rows])
        openable = set(held.values_list("pk", flat=True))
    return [
        Entry(
            row.contact.received_at,
            "Contact to the MASH: " + (", ".join(worries.get(each.worry, each.worry) for each in row.worries.all()) or
                                       "support"),
            text=f"Decided: {decisions.get(row.decision, row.decision)}" if row.decision else "Not yet decided",
            by=places.name(row.contact.agency),
            href=reverse("mash:contact", args=[row.contact_id]) if row.contact.record_id in openable else "",
            kind="Contact",
            tone="blue",
        )
        for row in rows
    ]  # fmt: skip
