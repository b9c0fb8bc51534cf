"""Accounts as their administrator sees them: who works where, as what, and no child."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q

from kinfold.practice import code_lists
from kinfold.web.access.checks import require
from kinfold.web.access.models import Agency, Membership, SystemKey, Team, User
from kinfold.web.access.permissions import Permission

MOST_ROWS = 200


def accounts(viewer: User, *, words: str = "", closed: bool = False) -> list[User]:
    """People who sign in, whose name, post, address or agency holds the words; each with ``roles_now``."""
    require(viewer, Permission.ACCOUNTS_MANAGE)
    people = User.objects.filter(system=False, email__isnull=False, is_active=not closed)
    if words:
        people = people.filter(
            Q(name__icontains=words)
            | Q(post__icontains=words)
            | Q(email__icontains=words)
            | Q(agency__name__icontains=words)
        )
    held = Membership.objects.filter(ended_on__isnull=True).select_related("team")
    people = people.select_related("agency").prefetch_related(Prefetch("memberships", held, to_attr="roles_now"))
    return list(people.order_by("name", "pk")[:MOST_ROWS])


def account(viewer: User, pk: object) -> User | None:
    require(viewer, Permission.ACCOUNTS_MANAGE)
    return User.objects.filter(pk=str(pk), system=False).select_related("agency").first()


def roles_held(viewer: User, user: User) -> list[Membership]:
    """Every role, ended ones too, the newest first."""
    require(viewer, Permission.ACCOUNTS_MANAGE)
    return list(user.memberships.select_related("team").order_by("ended_on", "-started_on"))


def agencies() -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in Agency.objects.values_list("pk", "name")]


def teams_of(agency: Agency | None) -> list[tuple[str, str]]:
    """The teams of an agency; every team where the account has none."""
    teams = Team.objects.filter(agency=agency) if agency else Team.objects.all()
    return [(str(pk), name) for pk, name in teams.values_list("pk", "name")]


@dataclass(frozen=True)
class AgencyShown:
    agency: Agency
    kind: str  # in words
    teams: list[str]


def agencies_with_teams(viewer: User, *, words: str = "") -> list[AgencyShown]:
    """Agencies whose own name, or that of a team of theirs, holds the words."""
    require(viewer, Permission.ACCOUNTS_MANAGE)
    found = Agency.objects.prefetch_related("teams")
    if words:
        found = found.filter(Q(name__icontains=words) | Q(teams__name__icontains=words)).distinct()
    kinds = code_lists.labels("agency_kind")
    return [
        AgencyShown(agency, kinds.get(agency.kind, agency.kind), [team.name for team in agency.teams.all()])
        for agency in found
    ]


def systems_of(viewer: User, agency: Agency) -> list[SystemKey]:
    """The agency's systems, each by its newest key, those in use first."""
    require(viewer, Permission.ACCOUNTS_MANAGE)
    newest = SystemKey.objects.filter(user__agency=agency).order_by("user_id", "-made_at").distinct("user_id")
    rows = list(newest.select_related("user", "made_by", "ended_by"))
    return sorted(rows, key=lambda row: (row.ended_at is not None, row.user.name))
