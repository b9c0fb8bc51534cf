"""What the hub's actions share: which hub, and holding a contact's children still while they change."""

from collections.abc import Iterable
from uuid import UUID

from kinfold.web.access.models import Team, User
from kinfold.web.casework import facts
from kinfold.web.mash.models import Contact, ContactChild
from kinfold.web.people.models import Family, FamilyMember, Person


def hub_team(by: User) -> Team | None:
    """The hub that the person works in; for colleagues elsewhere, the partnership's."""
    own = facts.team_of(by, "mash")
    if own is not None and own.service == "mash":
        return own
    return Team.objects.filter(service="mash").order_by("created_at").first()


def locked_children(children: Iterable[ContactChild]) -> list[ContactChild]:
    """As they are now and held, always in the same order, so that two people wait for each other and no longer."""
    wanted = [child.pk for child in children]
    rows = ContactChild.objects.select_for_update(of=("self",)).filter(pk__in=wanted).order_by("pk")
    return list(rows.select_related("contact", "person"))


def children_of(contact: Contact) -> list[ContactChild]:
    return list(contact.children.select_related("person").order_by("created_at", "pk"))


def families_of(people: Iterable[Person]) -> dict[UUID, Family]:
    """Each person ▶ the family whose file they belong to now."""
    rows = FamilyMember.objects.filter(person__in=list(people), ended_on__isnull=True).select_related("family__record")
    return {row.person_id: row.family for row in rows.order_by("created_at")}
