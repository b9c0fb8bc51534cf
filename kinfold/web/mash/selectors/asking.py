"""Whom the hub may ask about a child, and which child a request is about."""

from collections.abc import Iterable
from datetime import datetime

from kinfold.web.access.models import Agency, User
from kinfold.web.casework.selectors import involved
from kinfold.web.core.words import in_london
from kinfold.web.mash.models import ContactChild
from kinfold.web.people.models import Schooling
from kinfold.web.people.selectors import hidden_places
from kinfold.web.sharing.models import AgencyRequest


def places_to_ask(viewer: User, child: ContactChild, now: datetime) -> list[Agency]:
    """Agencies of those who help the child, their school, and whoever told the hub; none that must stay secret."""
    today = in_london(now).date()
    near: Iterable[object] = [child.contact.agency_id]
    if child.person is not None:
        helpers = [one.user_id for one in involved(viewer, [child.person], today) if one.user_id]
        schools = Schooling.objects.visible_to(viewer).filter(person=child.person, ended_on__isnull=True)
        near = [
            *near, *schools.values_list("setting__agency", flat=True),
            *User.objects.filter(pk__in=helpers).values_list("agency", flat=True),
        ]  # fmt: skip
    places = hidden_places(viewer, [child.person] if child.person else [])
    found = Agency.objects.filter(pk__in={key for key in near if key})
    return [each for each in found if each.pk != viewer.agency_id and not places.hides(each)]


def child_asked_about(viewer: User, request: AgencyRequest) -> ContactChild | None:
    found = ContactChild.objects.visible_to(viewer).select_related("contact", "person")
    return found.filter(pk=request.about_id).first()
