"""Returns: whose they are, when they are due, and how far each has come."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Prefetch

from kinfold.web.access.checks import require
from kinfold.web.access.models import Agency, Membership, User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.deadlines.models import Deadline
from kinfold.web.intake.deadline_kinds import RETURN
from kinfold.web.intake.models import Return, ReturnVersion, Upload


def contacts_of(agency: Agency) -> Sequence[Membership]:
    """Those who fill in the agency's returns, the longest in the part first."""
    return list(
        Membership.objects.filter(
            role__in=roles_with(Permission.RETURN_FILL),
            ended_on__isnull=True,
            team__agency=agency,
            user__is_active=True,
        )
        .select_related("user", "team")
        .order_by("started_on", "pk")
    )


def deadline_of(one: Return) -> Deadline | None:
    return Deadline.objects.filter(kind=RETURN.key, about_id=one.pk).order_by("-started_at").first()


def returns(viewer: User) -> list[Return]:
    """The newest quarter first, with the versions signed."""
    require(viewer, Permission.RETURN_READ)
    signed = ReturnVersion.objects.select_related("signed_off_by")
    return list(
        Return.objects.visible_to(viewer)
        .select_related("agency")
        .prefetch_related(Prefetch("versions", signed))
        .order_by("-period", "agency__name")
    )


def due_of(rows: Sequence[Return]) -> dict[UUID, Deadline]:
    found = Deadline.objects.filter(kind=RETURN.key, about_id__in=[row.pk for row in rows])
    return {row.about_id: row for row in found}


def one_return(viewer: User, pk: UUID) -> Return | None:
    require(viewer, Permission.RETURN_READ)
    return Return.objects.visible_to(viewer).select_related("agency").filter(pk=pk).first()


def versions_of(viewer: User, one: Return) -> list[ReturnVersion]:
    require(viewer, Permission.RETURN_READ, on=one)
    return list(one.versions.select_related("signed_off_by"))


def uploads_of(viewer: User, one: Return) -> list[Upload]:
    """The newest first."""
    require(viewer, Permission.RETURN_READ, on=one)
    return list(one.uploads.select_related("sent_by").defer("content"))


def upload(viewer: User, pk: UUID) -> Upload | None:
    require(viewer, Permission.RETURN_READ)
    return Upload.objects.visible_to(viewer).select_related("of__agency", "sent_by").filter(pk=pk).first()
