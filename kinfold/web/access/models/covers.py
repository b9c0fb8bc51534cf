"""Who stands in for a colleague who is away, from the morning of one day to the end of another."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kinfold.web.access.models.organisations import User
from kinfold.web.core.models import Row, in_order, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL


class CoverQuerySet(models.QuerySet["Cover"]):
    def on(self, day: date) -> "CoverQuerySet":
        return self.filter(ended_at__isnull=True, first_day__lte=day, last_day__gte=day, away__is_active=True)

    def from_day(self, day: date) -> "CoverQuerySet":
        """Those that last on the day, or come later."""
        return self.filter(ended_at__isnull=True, last_day__gte=day, away__is_active=True)


@tracked
class Cover(Row):
    """While it lasts, open records that are open to ``away`` by their own part are open to ``by`` too: no restricted or
    sealed one, and nothing that is open to them for some hours only."""

    away = models.ForeignKey(User, models.PROTECT, related_name="covers")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    first_day = models.DateField()
    last_day = models.DateField()
    arranged_at = models.DateTimeField()
    arranged_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)  # before its last day was over
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = CoverQuerySet.as_manager()

    sensitivity: ClassVar = {INTERNAL: "away by first_day last_day arranged_at arranged_by ended_at ended_by"}

    class Meta:
        constraints: ClassVar = [
            in_order("cover_in_order", "first_day", "last_day", "The last day must not be before the first"),
            paired("cover_ended", "ended_at", "ended_by"),
            models.CheckConstraint(name="cover_by_another", condition=~Q(away=F("by"))),
        ]
        indexes: ClassVar = [models.Index(name="cover_by_whom", fields=["by", "last_day"])]
