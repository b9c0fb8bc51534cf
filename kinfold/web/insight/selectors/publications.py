"""Files of figures for the public, and who may see which."""

from typing import cast
from uuid import UUID

from django.db.models import QuerySet

from kinfold.indicators.engine.protection import PublicCounts
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.insight.models import PublicFile


def files(viewer: User) -> list[PublicFile]:
    """The newest first, without their bytes."""
    require(viewer, Permission.FIGURES_READ)
    return list(PublicFile.objects.select_related("release", "prepared_by", "published_by").defer("content"))


def file(viewer: User, pk: UUID) -> PublicFile | None:
    require(viewer, Permission.FIGURES_READ)
    return PublicFile.objects.select_related("release", "prepared_by", "published_by").filter(pk=pk).first()


def published() -> QuerySet[PublicFile]:
    """What the public has, in the order in which it came."""
    return PublicFile.objects.filter(state=PublicFile.State.PUBLISHED).order_by("published_at")


def counts_of(one: PublicFile) -> PublicCounts:
    return cast(PublicCounts, one.counts)
