"""A child whom early help keeps an eye on without a plan: why, until when, and each contact meanwhile."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


class WatchQuerySet(Visible):
    def open(self) -> "WatchQuerySet":
        return self.filter(ended_on__isnull=True)


@tracked
class Watch(Row, Editable, RecordBound):
    """It ends by a day that was set, or is set anew; the next contact is due by the deadline about this row."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="watches")
    reason = models.TextField()
    parents_know = models.BooleanField()
    why_not_told = models.TextField(blank=True)
    started_on = models.DateField()
    started_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    ends_by = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    ended_because = models.TextField(blank=True)

    objects = WatchQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "person started_on started_by ends_by ended_on ended_by",
        SPECIAL: "reason parents_know why_not_told ended_because",
    }

    class Meta:
        ordering: ClassVar = ["ends_by"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="watched_once_at_a_time", fields=["person"], condition=Q(ended_on__isnull=True),
                violation_error_message="This child is on the list already",
            ),
            models.CheckConstraint(
                name="watch_ends_with_a_reason",
                condition=Q(ended_on__isnull=True, ended_by__isnull=True, ended_because="")
                | (Q(ended_on__isnull=False, ended_by__isnull=False) & ~Q(ended_because="")),
                violation_error_message="Say why the child leaves the list",
            ),
            models.CheckConstraint(
                name="watch_in_order", condition=Q(ends_by__gt=F("started_on")),
                violation_error_message="The list needs an end after it began",
            ),
        ]  # fmt: skip


@tracked
class WatchContact(Row, RecordBound):
    """It is added to, never changed."""

    watch = models.ForeignKey(Watch, models.PROTECT, related_name="contacts")
    contacted_on = models.DateField()
    words = models.TextField()
    recorded_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "watch contacted_on recorded_by recorded_at", SPECIAL: "words"}

    class Meta:
        ordering: ClassVar = ["-contacted_on", "-recorded_at"]
