"""A meeting: when it is due, when it was held, who was there, what it decided."""

from datetime import date
from typing import ClassVar

from django.db import models

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core import words
from kinfold.web.core.models import Editable, Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


class MeetingQuerySet(Visible):
    def planned(self) -> "MeetingQuerySet":
        return self.filter(held_on__isnull=True, cancelled_at__isnull=True)

    def overdue_on(self, today: date) -> "MeetingQuerySet":
        return self.planned().filter(due_on__lt=today)


@tracked
class Meeting(Row, Editable, RecordBound):
    kind = models.CharField(max_length=40)  # plan_review, board …
    about_kind = models.CharField(max_length=80)
    about_id = models.UUIDField(db_index=True)
    due_on = models.DateField(null=True, blank=True)
    meets_on = models.DateField(null=True, blank=True)  # the day that people were invited for
    meets_at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    held_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=40, blank=True)  # a code list of the kind's own
    notes = models.TextField(blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")

    objects = MeetingQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "kind about_kind about_id due_on meets_on meets_at held_on cancelled_at recorded_by",
        SPECIAL: "place outcome notes",
    }

    @property
    def meets_in_words(self) -> str:
        """When and where, once people were invited."""
        if self.meets_on is None:
            return ""
        at = f" at {words.clock_time(self.meets_at)}" if self.meets_at else ""
        return f"{words.day(self.meets_on)}{at}" + (f", {self.place}" if self.place else "")


@tracked
class Attendance(Row, RecordBound):
    """One person's, one agency's or one post's place at a meeting."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendances")
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    agency = models.ForeignKey("access.Agency", models.PROTECT, null=True, blank=True, related_name="+")
    post = models.CharField(max_length=200, blank=True)  # of somebody without an account here
    invited = models.BooleanField(default=True)
    attended = models.BooleanField(null=True, blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "meeting person user agency post invited attended"}

    @property
    def who(self) -> str:
        return str(self.person or self.user or self.agency or self.post)
