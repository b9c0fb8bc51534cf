"""Family Support Conversations, Family Support Plans and their goals."""

from typing import ClassVar

from django.db import models

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, in_order, tracked
from kinfold.web.core.sensitivity import INTERNAL, LOCATION, SPECIAL


@tracked
class Conversation(Row, Editable, RecordBound):
    """A Family Support Conversation: strengths, worries, what needs to change, in each person's words."""

    episode = models.ForeignKey("casework.Episode", models.PROTECT, related_name="conversations")
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    held_on = models.DateField()
    completed_on = models.DateField(null=True, blank=True)
    completed_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    tier = models.PositiveSmallIntegerField()
    counts_as_assessment = models.BooleanField(default=False)  # the Early Help Assessment, as the setting says
    agency = models.ForeignKey("access.Agency", models.PROTECT, null=True, blank=True, related_name="+")
    ward = models.CharField(max_length=60, blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "episode person held_on completed_on completed_by counts_as_assessment agency",
        SPECIAL: "tier",
        LOCATION: "ward",
    }

    class Meta:
        constraints: ClassVar = [
            in_order(
                "conversation_in_order", "held_on", "completed_on", "A conversation is completed after it was held"
            ),
        ]


@tracked
class Plan(Row, Editable, RecordBound):
    """A Family Support Plan. Separated parents may have one each: a plan's record is its own when they do."""

    episode = models.ForeignKey("casework.Episode", models.PROTECT, related_name="plans")
    title = models.CharField(max_length=200, blank=True)
    what_needs_to_change = models.TextField(blank=True)
    tier = models.PositiveSmallIntegerField()
    submitted_on = models.DateField(null=True, blank=True)
    submitted_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    closed_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=40, blank=True)
    agency = models.ForeignKey("access.Agency", models.PROTECT, null=True, blank=True, related_name="+")
    ward = models.CharField(max_length=60, blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "episode title submitted_on submitted_by closed_on agency",
        SPECIAL: "what_needs_to_change tier outcome",
        LOCATION: "ward",
    }

    class Meta:
        constraints: ClassVar = [
            in_order("plan_in_order", "submitted_on", "closed_on", "A plan closes after it began"),
        ]


@tracked
class PlanChild(Row, RecordBound):
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="plan_children")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "plan person"}

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(name="plan_child_once", fields=["plan", "person"])]


@tracked
class Goal(Row, Editable, RecordBound):
    """Something the family wants to be true, in its own words."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="goals")
    title = models.TextField()
    started_on = models.DateField()
    reached_on = models.DateField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "plan started_on reached_on position", SPECIAL: "title"}

    class Meta:
        ordering: ClassVar = ["position", "created_at"]
        constraints: ClassVar = [
            in_order("goal_in_order", "started_on", "reached_on", "A goal is reached after it was set"),
        ]
