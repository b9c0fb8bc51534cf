"""What else is known of an incident: the other homes it touched, and how often the police came before."""

from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import Exists, OuterRef, Q

from kinfold.practice import code_lists
from kinfold.web.access.models import User
from kinfold.web.core.clock import LONDON
from kinfold.web.local import selectors as local
from kinfold.web.mash.models import Contact, ContactChild, Incident
from kinfold.web.mash.selectors.history import months_before

_LIVES_IN_SECRET = Q(person__has_confidential_address=True)


@dataclass(frozen=True)
class IncidentShown:
    incident: Incident
    others: list[Contact]  # further homes under the same number
    earlier: list[Contact]  # at this home, or about these children, within the months; the newest first
    months: int

    @property
    def risk(self) -> str:
        return code_lists.labels("incident_risk").get(self.incident.risk, "")

    @property
    def times(self) -> int:
        """This one among them."""
        return len(self.earlier) + 1


def incident_of(viewer: User, contact: Contact) -> IncidentShown | None:
    """None where the contact tells of no incident. Counted are those that the viewer may see."""
    incident: Incident | None = getattr(contact, "incident", None)
    if incident is None:
        return None
    months = int(str(local.value("incident_repeat_months", incident.happened_on)))
    kept = Contact.objects.visible_to(viewer).filter(recorded_in_error_at__isnull=True).exclude(pk=contact.pk)
    kept = kept.select_related("incident").order_by("-incident__happened_on", "-received_at")
    people = list(contact.children.filter(person__isnull=False).values_list("person", flat=True))
    same = Q(children__person__in=people)
    if contact.their_household and not contact.children.filter(_LIVES_IN_SECRET).exists():
        # a home that must stay secret is found by nobody from another home's page
        secret = ContactChild.objects.filter(_LIVES_IN_SECRET, contact=OuterRef("pk"))
        same |= Q(~Exists(secret), agency=contact.agency_id, their_household=contact.their_household)
    since = months_before(datetime.combine(incident.happened_on, time(12), LONDON), months).date()
    other_incident = ~Q(incident__number=incident.number, incident__agency=incident.agency_id)
    earlier = kept.filter(
        same, other_incident, incident__happened_on__gt=since, incident__happened_on__lte=incident.happened_on,
        incident__domestic_abuse=incident.domestic_abuse,
    ).distinct()  # fmt: skip
    others = kept.filter(incident__number=incident.number, incident__agency=incident.agency_id).exclude(
        their_reference=contact.their_reference, their_household=contact.their_household
    )
    return IncidentShown(incident, list(others[:20]), list(earlier[:50]), months)


def parts_of(viewer: User, contact: Contact) -> list[Contact]:
    """What else its agency sent under the same number about the same home: before it, or later; the first one first."""
    if not contact.their_reference:
        return []
    same = Contact.objects.visible_to(viewer).filter(
        agency=contact.agency_id, their_reference=contact.their_reference, their_household=contact.their_household
    )
    return list(same.exclude(pk=contact.pk).order_by("their_part")[:20])
