"""A request for emergency access: who asked about whom and why, until when, and what the Guardian said."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Row, in_order, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL, PERSONAL, SPECIAL


@tracked
class EmergencyRequest(Row, RecordBound):
    """It has a restricted record of its own: open to whoever asked, to the Guardians' teams and to nobody else.

    A request that opened nothing has neither ``person`` nor ``ends_at``, whatever the reason.
    """

    class Outcome(models.TextChoices):
        JUSTIFIED = "justified", "Justified"
        NOT_JUSTIFIED = "not_justified", "Not justified"
        FOLLOW_UP = "follow_up", "To be followed up"

    asked_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    described_name = models.CharField(max_length=200)
    described_born_on = models.DateField()
    reason_code = models.CharField(max_length=40)  # code list emergency_reason
    reason = models.TextField()
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    ends_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    outcome_reasons = models.TextField(blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "asked_by asked_at reason_code person ends_at outcome reviewed_at reviewed_by",
        PERSONAL: "described_name described_born_on",
        SPECIAL: "reason outcome_reasons",
    }

    class Meta:
        constraints: ClassVar = [
            paired("emergency_reviewed", "reviewed_at", "reviewed_by"),
            in_order("emergency_in_order", "asked_at", "ends_at", "Access must end after it was asked for"),
            models.CheckConstraint(
                name="emergency_review_says_what",
                condition=Q(reviewed_at__isnull=True, outcome="")
                | (Q(reviewed_at__isnull=False) & ~Q(outcome="") & ~Q(outcome_reasons="")),
                violation_error_message="A review has an outcome, and reasons",
            ),
            models.CheckConstraint(
                name="emergency_opens_until",
                condition=Q(person__isnull=True, ends_at__isnull=True) | Q(person__isnull=False, ends_at__isnull=False),
                violation_error_message="Access to somebody ends at some time",
            ),
        ]
        indexes: ClassVar = [models.Index(name="emergency_by_time", fields=["-asked_at"])]

    def is_open_at(self, now: datetime) -> bool:
        return self.ends_at is not None and now < self.ends_at
