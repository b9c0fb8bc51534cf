"""Who works in a manager's teams or has left them, and the parts and handovers that each holds."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from kinfold.web.access.checks import require
from kinfold.web.access.models import Membership, Team, User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.casework import rules
from kinfold.web.casework.models import Handover, Involvement
from kinfold.web.casework.models.handovers import HandoverQuerySet
from kinfold.web.casework.models.involvements import InvolvementQuerySet


def colleagues(viewer: User) -> QuerySet[User]:
    """The people of the viewer's teams, and whoever worked there when their account closed; by name."""
    require(viewer, Permission.LEAD_ASSIGN)
    ours = Membership.objects.filter(team__in=viewer.teams, user=OuterRef("pk"))
    left = ours.filter(ended_on__gte=F("user__closed_at__date"))
    people = User.objects.filter(system=False).filter(
        Q(Exists(ours.filter(ended_on__isnull=True)), is_active=True) | Q(Exists(left), closed_at__isnull=False)
    )
    return people.select_related("agency").order_by("name", "pk")


def who_can_take_over(viewer: User, colleague: User) -> QuerySet[User]:
    """Those of the viewer's own teams who help families; the viewer too."""
    return _helpers_in(viewer.teams).exclude(pk=colleague.pk)


def who_can_cover(away: User) -> QuerySet[User]:
    """Those in the teams of whoever is away who help families."""
    return _helpers_in(away.teams).exclude(pk=away.pk)


def _helpers_in(teams: Collection[Team]) -> QuerySet[User]:
    able = Membership.objects.filter(
        team__in=teams, role__in=roles_with(Permission.EPISODE_READ), ended_on__isnull=True, user=OuterRef("pk")
    )
    return User.objects.filter(Exists(able), is_active=True, system=False).order_by("name", "pk")


def parts_held(viewer: User, colleagues: Collection[UUID]) -> InvolvementQuerySet:
    """Parts that go on, and those of leavers that nobody has taken over; no part in help that has ended."""
    led = Involvement.objects.filter(person=OuterRef("person"), role=rules.LEAD, ended_on__isnull=True)
    waits = Q(change_reason=rules.LEFT) & (~Q(role=rules.LEAD) | ~Exists(led))
    rows = Involvement.objects.visible_to(viewer).filter(user__in=colleagues)
    return rows.filter(Q(episode__isnull=True) | Q(episode__closed_on__isnull=True), Q(ended_on__isnull=True) | waits)


def handovers_held(viewer: User, colleagues: Collection[UUID]) -> HandoverQuerySet:
    """Offers that wait for the answer of one of these people by name."""
    return Handover.objects.visible_to(viewer).waiting().filter(to_user__in=colleagues)
