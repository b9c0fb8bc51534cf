"""Families that are helped: one's own, one's team's, and those at Tiers 3 and 4 whom nobody leads."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from kinfold.web.access.models import Team, User
from kinfold.web.casework import rules
from kinfold.web.casework.models import Episode, Involvement, Status
from kinfold.web.casework.selectors.people import role_labels
from kinfold.web.local import selectors as local
from kinfold.web.people.models import Family

MOST_ROWS = 500


@dataclass(frozen=True)
class FamilyHelped:
    """One open episode as a list shows it; ``my_roles`` are the viewer's own parts in it."""

    episode: Episode
    family: Family
    statuses: list[Status]
    tier: int | None
    lead: User | None
    my_roles: list[str]


def families_of(viewer: User, on: date) -> list[FamilyHelped]:
    """Families with open help in which the viewer plays a part."""
    mine = Involvement.objects.current_on(on).filter(episode=OuterRef("pk"), user=viewer)
    return _shown(_open(viewer).filter(Exists(mine)), viewer, on)


def families_of_team(viewer: User, team: Team, on: date) -> list[FamilyHelped]:
    """Families with open help in which the team, or somebody for it, plays a part."""
    ours = Involvement.objects.current_on(on).filter(episode=OuterRef("pk"), team=team)
    helping = Status.objects.current_on(on).filter(episode=OuterRef("pk"), team=team)
    return _shown(_open(viewer).filter(Exists(ours) | Exists(helping)), viewer, on)


def families_visible(viewer: User, on: date) -> list[FamilyHelped]:
    """Every family with open help that the viewer may see, the newest help first."""
    return _shown(_open(viewer), viewer, on)


def episodes_without_lead(viewer: User, on: date) -> list[FamilyHelped]:
    """The exception list: a child at Tier 3 or 4 (a setting) for whom nobody is lead professional.

    Who has left leads nobody. Professionals whom a file brought, and who never had an account, do lead.
    """
    lead = Involvement.objects.current_on(on).filter(person=OuterRef("person"), role=rules.LEAD, user__isnull=False)
    led = lead.filter(user__closed_at__isnull=True)
    unled = (
        Status.objects.current_on(on)
        .filter(episode=OuterRef("pk"), tier__gte=int(local.value("lead_professional_from_tier", on)))
        .filter(~Exists(led))
    )
    return _shown(_open(viewer).filter(Exists(unled)), viewer, on)


def _open(viewer: User) -> QuerySet[Episode]:
    return Episode.objects.visible_to(viewer).filter(closed_on__isnull=True)


def _shown(episodes: QuerySet[Episode], viewer: User, on: date) -> list[FamilyHelped]:
    """Three queries, however many families."""
    statuses = Status.objects.visible_to(viewer).current_on(on).select_related("person", "team")
    parts = Involvement.objects.visible_to(viewer).current_on(on).select_related("user")
    rows = (
        episodes.select_related("family")
        .prefetch_related(
            Prefetch("statuses", statuses.order_by("person__born_on"), to_attr="statuses_now"),
            Prefetch("involvements", parts, to_attr="parts_now"),
        )
        .order_by("-opened_on", "pk")[:MOST_ROWS]
    )
    labels = role_labels(on)
    return [
        FamilyHelped(
            episode=row,
            family=row.family,
            statuses=row.statuses_now,
            tier=max((status.tier for status in row.statuses_now), default=None),
            lead=next((part.user for part in row.parts_now if part.role == rules.LEAD and part.user), None),
            my_roles=sorted({labels.get(part.role, part.role) for part in row.parts_now if part.user_id == viewer.pk}),
        )
        for row in rows
    ]
