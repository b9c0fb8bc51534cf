"""Who is involved with a family, as what, from when until when; an involvement opens the record to them."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import Cover, RecordBound
from kinfold.web.core.models import Row, in_order, tracked
from kinfold.web.core.sensitivity import INTERNAL


class InvolvementQuerySet(Visible):
    def with_cover(self, day: date) -> "InvolvementQuerySet":
        """Each row with ``away_until`` and ``cover_name``, where a colleague stands in on the day."""
        covers = Cover.objects.on(day).filter(away=OuterRef("user")).order_by("-last_day", "pk")
        return self.annotate(
            away_until=Subquery(covers.values("last_day")[:1]), cover_name=Subquery(covers.values("by__name")[:1])
        )

    def current_on(self, day: date) -> "InvolvementQuerySet":
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day), started_on__lte=day)


@tracked
class Involvement(Row, RecordBound):
    """One professional's part with one child; with a family it is a row a child, all within one ``episode``."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="involvements")
    episode = models.ForeignKey("casework.Episode", models.PROTECT, null=True, blank=True, related_name="involvements")
    user = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="involvements")
    team = models.ForeignKey("access.Team", models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=200)  # code list involvement_role: lead_professional …
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    change_reason = models.CharField(max_length=200, blank=True)
    referral = models.ForeignKey("casework.Referral", models.PROTECT, null=True, blank=True, related_name="+")

    objects = InvolvementQuerySet.as_manager()
    away_until: date | None = None  # and by whom they are covered, as `with_cover` finds
    cover_name: str | None = None

    def is_current_on(self, day: date) -> bool:
        """As the query of that name answers."""
        return self.started_on <= day and (self.ended_on is None or self.ended_on > day)

    sensitivity: ClassVar = {INTERNAL: "person episode user team role started_on ended_on change_reason referral"}

    class Meta:
        constraints: ClassVar = [
            in_order("involvement_in_order", "started_on", "ended_on", "An involvement must end after it started"),
            models.UniqueConstraint(
                name="involvement_one_lead_a_child",
                fields=["person"],
                condition=Q(role="lead_professional", ended_on__isnull=True),
                violation_error_message="The child already has a lead professional",
            ),
        ]
        indexes: ClassVar = [models.Index(name="involvement_by_user", fields=["user", "ended_on"])]
