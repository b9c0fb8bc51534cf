"""Files of published figures that were loaded, and what is in them."""

from uuid import UUID

from django.db.models import Count

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.intake.models import PublishedFigure, PublishedRelease

MOST_SHOWN = 500


def releases(viewer: User) -> list[PublishedRelease]:
    """The newest first, each with how many figures it holds as `held`."""
    require(viewer, Permission.RETURN_OVERSEE)
    return list(PublishedRelease.objects.defer("content").annotate(held=Count("figures")))


def release(viewer: User, pk: UUID) -> PublishedRelease | None:
    require(viewer, Permission.RETURN_OVERSEE)
    return PublishedRelease.objects.defer("content").select_related("loaded_by").filter(pk=pk).first()


def figures_of(viewer: User, one: PublishedRelease) -> list[PublishedFigure]:
    """In the file's order, the first few hundred."""
    require(viewer, Permission.RETURN_OVERSEE)
    return list(one.figures.all()[:MOST_SHOWN])
