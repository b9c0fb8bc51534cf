"""A deadline: what is due, since when, by when, for whom, and when it was met."""

from datetime import date, datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.practice.timescales import TIMESCALES, met_in_time
from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Row, in_order, tracked
from kinfold.web.core.sensitivity import INTERNAL
from kinfold.web.core.words import in_london


class DeadlineQuerySet(Visible):
    def open(self) -> "DeadlineQuerySet":
        return self.filter(met_at__isnull=True, withdrawn_at__isnull=True)

    def overdue_at(self, now: datetime) -> "DeadlineQuerySet":
        return self.open().filter(due_at__lt=now)


@tracked
class Deadline(Row, RecordBound):
    """``rule`` is the key of the timescale that set ``due_at``; the same value decides “on time” in the figures."""

    kind = models.CharField(max_length=60)  # a DeadlineKind's key
    rule = models.CharField(max_length=60)
    about_kind = models.CharField(max_length=80)
    about_id = models.UUIDField(db_index=True)
    subject = models.CharField(max_length=400, blank=True, db_default="")  # what it is of, where that is no person
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="deadlines")
    user = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="deadlines")
    team = models.ForeignKey("access.Team", models.PROTECT, null=True, blank=True, related_name="deadlines")
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    met_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = DeadlineQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "kind rule about_kind about_id subject person user team started_at due_at met_at withdrawn_at"
    }

    class Meta:
        constraints: ClassVar = [
            in_order("deadline_in_order", "started_at", "due_at", "A deadline cannot fall before its clock starts"),
            models.UniqueConstraint(
                name="deadline_once_open",
                fields=["kind", "about_id"],
                condition=Q(met_at__isnull=True, withdrawn_at__isnull=True),
                violation_error_message="This is already on the clock",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                name="deadline_open_by_user",
                fields=["user", "due_at"],
                condition=Q(met_at__isnull=True, withdrawn_at__isnull=True),
            ),
            models.Index(
                name="deadline_open_by_team",
                fields=["team", "due_at"],
                condition=Q(met_at__isnull=True, withdrawn_at__isnull=True),
            ),
        ]

    @property
    def due(self) -> date | datetime:
        """As a person reads it: the day itself for a rule in days, whose instant is the midnight that ends that day."""
        if TIMESCALES[self.rule].whole_days:
            return in_london(self.due_at - timedelta(microseconds=1)).date()
        return self.due_at

    def is_overdue_at(self, now: datetime) -> bool:
        return not met_in_time(TIMESCALES[self.rule], self.due_at, now)
