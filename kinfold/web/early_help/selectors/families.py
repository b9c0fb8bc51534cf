"""The families a person helps, their team's, those without a lead, and those whose help could start."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.casework import selectors as casework
from kinfold.web.casework.models import Episode, Involvement
from kinfold.web.casework.selectors import FamilyHelped
from kinfold.web.core.words import age
from kinfold.web.people.models import Family, FamilyMember, Person

MOST_FOUND = 50


@dataclass(frozen=True)
class FamilyRow:
    """One family as the list shows it."""

    episode_id: UUID
    name: str
    children: list[str]  # “Maya, 7”
    kinds: list[str]
    since: date
    tier: int | None
    lead: str | None
    my_parts: list[str]


@dataclass(frozen=True)
class FamiliesPage:
    whose: str
    mine: int
    rows: list[FamilyRow]
    without_lead: list[FamilyRow]
    shows_team: bool


def families_page(*, viewer: User, whose: str, words: str, today: date) -> FamiliesPage:
    """``whose`` is “mine” or “team”; a manager's opens with the team's, and carries the exception list."""
    oversees = viewer.may(Permission.TRAY_TEAM)
    mine = casework.families_of(viewer, today)
    shown = _of_teams(viewer, today) if whose == "team" and oversees else mine
    rows = [_row(family, today) for family in shown]
    unled = casework.episodes_without_lead(viewer, today) if oversees else []
    return FamiliesPage(
        whose=whose if oversees else "mine",
        mine=len(mine),
        rows=[row for row in rows if matches(words, row.name, *row.children)],
        without_lead=[_row(family, today) for family in unled],
        shows_team=oversees,
    )


def matches(words: str, *texts: str) -> bool:
    """Every word asked for begins a word of the texts."""
    there = [word for text in texts for word in text.casefold().replace("-", " ").split()]
    return all(any(word.startswith(asked) for word in there) for asked in words.casefold().replace("-", " ").split())


@dataclass(frozen=True)
class FamilyWithoutHelp:
    family: Family
    children: list[Person]


def families_without_help(*, viewer: User, words: str, today: date) -> list[FamilyWithoutHelp]:
    """Families the viewer or the viewer's team is involved with, that nobody helps by plan yet, by a child's name."""
    ours = Q(user=viewer) | Q(team__in=viewer.teams)
    part = Involvement.objects.current_on(today).filter(ours, person=OuterRef("pk"))
    known = Person.objects.visible_to(viewer).current().children(today).filter(Exists(part)).order_by("born_on")
    found = [person for person in known if matches(words, person.name, person.known_as)]
    members = FamilyMember.objects.visible_to(viewer).filter(person__in=found, ended_on__isnull=True)
    helped = Episode.objects.filter(family=OuterRef("family"), closed_on__isnull=True)
    together: dict[UUID, FamilyWithoutHelp] = {}
    by_id = {person.pk: person for person in found}
    for member in members.filter(~Exists(helped)).select_related("family")[: MOST_FOUND * 4]:
        row = together.setdefault(member.family_id, FamilyWithoutHelp(member.family, []))
        row.children.append(by_id[member.person_id])
    return sorted(together.values(), key=lambda row: row.family.name)[:MOST_FOUND]


def family_to_help(viewer: User, family_id: UUID) -> Family | None:
    return Family.objects.visible_to(viewer).filter(pk=family_id).first()


def _of_teams(viewer: User, today: date) -> list[FamilyHelped]:
    found = {row.episode.pk: row for team in viewer.teams for row in casework.families_of_team(viewer, team, today)}
    return sorted(found.values(), key=lambda row: row.episode.opened_on, reverse=True)


def _row(helped: FamilyHelped, today: date) -> FamilyRow:
    children = {status.person_id: status.person for status in helped.statuses}
    return FamilyRow(
        episode_id=helped.episode.pk,
        name=str(helped.family),
        children=[f"{child.name}, {age(child.born_on, today)}" if child.born_on else child.name
                  for child in children.values()],
        kinds=list(dict.fromkeys(status.get_kind_display() for status in helped.statuses)),
        since=min((status.started_on for status in helped.statuses), default=helped.episode.opened_on),
        tier=helped.tier,
        lead=helped.lead.name if helped.lead else None,
        my_parts=helped.my_roles,
    )  # fmt: skip
