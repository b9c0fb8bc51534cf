"""One signed version of a return, as its own pages show it."""

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.intake.models import Return, ReturnedFigure, ReturnVersion


def version(viewer: User, of: Return, number: int) -> ReturnVersion | None:
    require(viewer, Permission.RETURN_READ, on=of)
    return of.versions.select_related("signed_off_by").filter(number=number).first()


def figures_of(viewer: User, kept: ReturnVersion) -> list[ReturnedFigure]:
    """As they were signed: each indicator's whole first, then its groups."""
    require(viewer, Permission.RETURN_READ)
    return list(kept.figures.all())
