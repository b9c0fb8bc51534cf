"""What becomes of requests as the contact moves on: the child is known, a decision is made, the parents know."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from kinfold.web.access.models import Grant, Record
from kinfold.web.people.models import Person
from kinfold.web.sharing.actions.requests import open_to_the_same
from kinfold.web.sharing.models import AgencyRequest


def child_is_known(about_id: UUID, person: Person, at: datetime) -> None:
    """The requests are about this person now; of a restricted child, only those who may see the child see them."""
    for request in AgencyRequest.objects.filter(about_id=about_id).select_related("record"):
        request.person = person
        request.save(update_fields=["person"])
        own = request.record
        if person.record.level != Record.Level.OPEN and own.level == Record.Level.OPEN:
            own.level = person.record.level
            own.save(update_fields=["level"])
            Grant.objects.filter(record=own, team__isnull=False, ended_at__isnull=True).update(ended_at=at)
            open_to_the_same(own, person.record, at)


def is_decided(about_id: UUID, at: datetime) -> None:
    """What is not answered by now was decided without; a reply that comes later is kept, and shown as such."""
    AgencyRequest.objects.open().filter(about_id=about_id).update(decided_without_at=at)


def is_undecided(about_id: UUID) -> None:
    """The decision was returned: what has still to come can be heard after all."""
    AgencyRequest.objects.open().filter(about_id=about_id).update(decided_without_at=None)


def parents_know(about_ids: Collection[UUID]) -> None:
    AgencyRequest.objects.filter(about_id__in=about_ids).update(parents_do_not_know=False)
