"""Whom to ring about the children in a contact: who helps them, and their schools and surgeries."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Q

from kinfold.practice import code_lists
from kinfold.web.access.models import Membership, User
from kinfold.web.access.permissions import Role
from kinfold.web.casework.selectors import Involved
from kinfold.web.people.models import Person, Schooling


@dataclass(frozen=True)
class Place:
    """``lead`` is the place's Designated Safeguarding Lead, where one has an account."""

    name: str
    phase: str
    lead: User | None


def once_each(involved: Iterable[Involved]) -> list[Involved]:
    """Somebody who plays two parts stands there once, with both."""
    together: dict[tuple[UUID | None, str, str], list[Involved]] = {}
    for one in involved:
        together.setdefault((one.user_id, one.name, one.agency), []).append(one)
    return [
        replace(parts[0], role_label=", ".join(dict.fromkeys(part.role_label for part in parts)))
        for parts in together.values()
    ]


def places_of(viewer: User, people: Iterable[Person], on: date) -> list[Place]:
    """Each once, however many brothers and sisters go there; a place that an address keeps secret is not among them."""
    rows = (
        Schooling.objects.visible_to(viewer)
        .filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on), person__in=list(people), started_on__lte=on)
        .select_related("setting")
        .order_by("setting__phase", "setting__name")
    )
    settings = {row.setting_id: row.setting for row in rows}.values()
    parts = Membership.objects.filter(
        user__agency__in=[setting.agency_id for setting in settings], role=Role.SAFEGUARDING_LEAD,
        ended_on__isnull=True, user__is_active=True,
    )  # fmt: skip
    leads = {part.user.agency_id: part.user for part in parts.select_related("user").order_by("-started_on")}
    phases = code_lists.labels("phase")
    return [
        Place(setting.name, phases.get(setting.phase, setting.phase), leads.get(setting.agency_id))
        for setting in settings
    ]
