"""A commitment: who said they would do what by when. On screen: “Actions”."""

from datetime import date
from typing import ClassVar

from django.db import models

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


class CommitmentQuerySet(Visible):
    def open(self) -> "CommitmentQuerySet":
        return self.filter(done_on__isnull=True, dropped_at__isnull=True)

    def overdue_on(self, today: date) -> "CommitmentQuerySet":
        return self.open().filter(due_on__lt=today)


@tracked
class Commitment(Row, Editable, RecordBound):
    """Promised by the family (a person) or by a service (a professional), towards a plan and perhaps one goal."""

    class PromisedBy(models.TextChoices):
        FAMILY = "family", "The family"
        SERVICE = "service", "A service"

    about_kind = models.CharField(max_length=80)
    about_id = models.UUIDField(db_index=True)
    goal_id = models.UUIDField(null=True, blank=True)
    promised_by = models.CharField(max_length=10, choices=PromisedBy.choices)
    promiser_person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    promiser_user = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="commitments")
    text = models.TextField()
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)  # not known of what was loaded; the day is
    done_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_reason = models.TextField(blank=True)

    objects = CommitmentQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "about_kind about_id goal_id promised_by promiser_person promiser_user due_on done_on done_at "
        "done_by dropped_at",
        SPECIAL: "text dropped_reason",
    }

    class Meta:
        constraints: ClassVar = [paired("commitment_done_is_complete", "done_at", "done_by")]
