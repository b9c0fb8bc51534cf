"""Which colleagues know a family themselves."""

from django.db.models import F

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.casework.models import Conflict

MOST_ROWS = 200


def conflicts(viewer: User) -> list[Conflict]:
    """What the viewer said, and what they oversee; those that last first, the latest of them at the top."""
    require(viewer, Permission.CONFLICT_DECLARE)
    found = Conflict.objects.visible_to(viewer).select_related("user", "declared_by", "ended_by")
    return list(found.order_by(F("ended_at").desc(nulls_first=True), "-declared_at")[:MOST_ROWS])
