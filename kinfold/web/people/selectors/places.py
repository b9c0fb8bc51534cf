"""What would lead to a confidential address: the school or surgery that somebody works at, hidden with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from kinfold.web.access.models import Agency, Team, User
from kinfold.web.people.models import Address, Person, Setting


@dataclass(frozen=True)
class HiddenPlaces:
    """Agencies that are a place in the city; empty where nobody's address is secret, or the viewer may see it."""

    agencies: frozenset[UUID] = frozenset()

    def hides(self, whose: Agency | Team | None) -> bool:
        if isinstance(whose, Team):
            return whose.agency_id in self.agencies
        return whose is not None and whose.pk in self.agencies

    def name(self, whose: Agency | Team | None) -> str:
        """Whose work it was, where that gives nothing away."""
        return whose.name if whose and not self.hides(whose) else ""


def hidden_places(viewer: User | None, people: Iterable[Person]) -> HiddenPlaces:
    """For pages about these people; for what a family itself may hold, with no ``viewer`` who may know where.

    No query while no address is secret.
    """
    secret = {person.pk for person in people if person.has_confidential_address}
    if not secret:
        return HiddenPlaces()
    if viewer is None:
        return HiddenPlaces(frozenset(Setting.objects.values_list("agency", flat=True)))
    known = Address.objects.visible_to(viewer).filter(person__in=secret, confidential=True)
    if secret <= set(known.values_list("person", flat=True)):
        return HiddenPlaces()
    places = Setting.objects.exclude(agency=viewer.agency_id).values_list("agency", flat=True)
    return HiddenPlaces(frozenset(places))


def kept_secret(people: Iterable[UUID]) -> set[UUID]:
    """Those of these people whose address is secret, from whomever."""
    return set(Person.objects.filter(pk__in=people, has_confidential_address=True).values_list("pk", flat=True))
