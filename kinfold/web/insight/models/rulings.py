"""What people decided of how an indicator is read: new baselines, targets, changes of what is counted."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kinfold.web.core.models import Editable, Row, in_order, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL, PERSONAL


class RulingQuerySet(models.QuerySet["Ruling"]):
    def standing(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)


@tracked
class Ruling(Row, Editable):
    """One decision, from the quarter that begins on ``starts_on``; never made by the software.

    ``words`` are the reason for a new baseline, how is counted from then on, or the document that sets a target.
    """

    class Kind(models.TextChoices):
        TARGET = "target", "Target"
        BASELINE = "baseline", "New mean and limits"
        DEFINITION = "definition", "Change of what is counted"

    indicator = models.CharField(max_length=80)
    kind = models.CharField(max_length=12, choices=Kind)
    starts_on = models.DateField("From")
    reach_by = models.DateField("To be reached by", null=True, blank=True)  # a target's last day
    value = models.DecimalField("Target", max_digits=16, decimal_places=4, null=True, blank=True)
    tolerance = models.DecimalField("Tolerance", max_digits=16, decimal_places=4, null=True, blank=True)
    words = models.TextField("Words")
    decided_by = models.CharField("Decided by", max_length=200)
    decided_on = models.DateField("Decided on")
    recorded_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_because = models.TextField(blank=True)

    objects = RulingQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "indicator kind starts_on reach_by value tolerance words decided_by decided_on withdrawn_at "
        "withdrawn_because",
        PERSONAL: "recorded_by withdrawn_by",
    }

    class Meta:
        ordering: ClassVar = ["indicator", "-starts_on", "-created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="ruling_once",
                fields=["indicator", "kind", "starts_on"],
                condition=Q(withdrawn_at__isnull=True),
                violation_error_message="There is one from this quarter already",
            ),
            models.CheckConstraint(
                name="ruling_target_has_its_value",
                condition=Q(kind="target", value__isnull=False, tolerance__gte=0)
                | (~Q(kind="target") & Q(value__isnull=True, tolerance__isnull=True, reach_by__isnull=True)),
                violation_error_message="A target has a value and a tolerance of 0 or more",
            ),
            in_order("ruling_in_order", "starts_on", "reach_by", "A target must begin before it is to be reached"),
            paired("ruling_withdrawn_by_somebody", "withdrawn_at", "withdrawn_by"),
        ]
