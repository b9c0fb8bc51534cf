"""Whom in early help a school rings first."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.web.access.models.organisations import Agency, User
from kinfold.web.core.models import Row, tracked
from kinfold.web.core.sensitivity import INTERNAL


@tracked
class LinkCoordinator(Row):
    """One at a time for an agency; the next one ends the last."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="link_coordinators")
    user = models.ForeignKey(User, models.PROTECT, related_name="schools_linked")
    started_at = models.DateTimeField()
    named_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    sensitivity: ClassVar = {INTERNAL: "agency user started_at named_by ended_at"}

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="link_coordinator_one_at_a_time", fields=["agency"], condition=Q(ended_at__isnull=True),
                violation_error_message="Somebody is this agency’s link co-ordinator already",
            )
        ]  # fmt: skip
