"""The people around a plan: the family's children and adults, and the professionals involved with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.casework import selectors as casework
from kinfold.web.early_help.models import Plan
from kinfold.web.people.models import Family, FamilyMember, Person
from kinfold.web.people.selectors import Head, heads
from kinfold.web.sharing.models import ShareWith


@dataclass(frozen=True)
class FamilyPeople:
    children: list[Person]  # the eldest first
    adults: list[Person]

    @property
    def everyone(self) -> list[Person]:
        return [*self.children, *self.adults]


def family_people(viewer: User, family: Family, today: date) -> FamilyPeople:
    """Who belongs to the family today, as far as the viewer may see."""
    current = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    members = FamilyMember.objects.visible_to(viewer).filter(current, family=family).values("person")
    people = Person.objects.visible_to(viewer).current().filter(pk__in=members).order_by("born_on", "pk")
    children = {person.pk for person in people.children(today)}
    everyone = list(people)
    return FamilyPeople(
        children=[person for person in everyone if person.pk in children],
        adults=[person for person in everyone if person.pk not in children],
    )


def people_of(viewer: User, plan: Plan, today: date) -> FamilyPeople:
    """The plan's children, and the family's adults from whom it is not kept."""
    everyone = family_people(viewer, plan.episode.family, today)
    children = set(plan.plan_children.values_list("person", flat=True))
    kept = set(ShareWith.objects.filter(about_id=plan.pk, may_share=False).values_list("person", flat=True))
    return FamilyPeople(
        children=[child for child in everyone.children if child.pk in children],
        adults=[adult for adult in everyone.adults if adult.pk not in kept],
    )


def heads_of(viewer: User, people: Sequence[Person], today: date) -> list[Head]:
    """How to talk with each of these people, in their order."""
    known = heads(viewer, people, today)
    return [known[person.pk] for person in people if person.pk in known]


@dataclass(frozen=True)
class Colleague:
    user: User
    part: str  # “Lead professional”, “School contact” …

    @property
    def label(self) -> str:
        return f"{self.user.name}, {self.part.lower()}" if self.part else self.user.name


def colleagues(viewer: User, people: Iterable[Person], today: date) -> list[Colleague]:
    """Everybody involved by name with any of these people, and the viewer, each once."""
    parts: dict[object, str] = {}
    for one in casework.involved(viewer, people, today):
        if one.user_id is not None:
            parts.setdefault(one.user_id, one.role_label)
    users = User.objects.filter(pk__in=[*parts, viewer.pk]).select_related("agency").in_bulk()
    parts.setdefault(viewer.pk, viewer.post)
    return [Colleague(users[pk], part) for pk, part in parts.items() if pk in users]


def possible_leads(viewer: User) -> list[User]:
    """Colleagues in the viewer's teams who can lead a family's help."""
    roles = roles_with(Permission.PLAN_WRITE)
    return list(
        User.objects.filter(
            is_active=True, memberships__ended_on__isnull=True, memberships__team__in=viewer.teams,
            memberships__role__in=roles,
        ).distinct().order_by("name")
    )  # fmt: skip
