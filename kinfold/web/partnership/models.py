"""Boards, the priorities they answer for, and the actions of a priority with where each stands."""

from typing import ClassVar

from django.db import models

from kinfold.web.core.models import Editable, Row, tracked
from kinfold.web.core.sensitivity import INTERNAL


class Board(Row):
    """A group that answers for a priority. Its chair is a post: people come and go."""

    key = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    chair_post = models.CharField(max_length=200)
    circulation = models.JSONField(default=list)  # who receives its papers, one line each

    sensitivity: ClassVar = {INTERNAL: "key name chair_post circulation"}


class Priority(Row):
    """One priority of the partnership's strategy."""

    key = models.CharField(max_length=60, unique=True)
    number = models.PositiveSmallIntegerField()
    title = models.TextField()
    strategy = models.CharField(max_length=200)
    board = models.ForeignKey(Board, models.PROTECT, related_name="priorities")

    sensitivity: ClassVar = {INTERNAL: "key number title strategy board"}


class Standing(models.TextChoices):
    """Where an action stands, in the words of a report."""

    NOT_STARTED = "not_started", "Not started"
    ON_TRACK = "on_track", "On track"
    AT_RISK = "at_risk", "At risk"
    OFF_TRACK = "off_track", "Off track"
    COMPLETE = "complete", "Complete"


@tracked
class StrategyAction(Row, Editable):
    """One action of a priority. Its standing is the newest update's."""

    priority = models.ForeignKey(Priority, models.PROTECT, related_name="actions")
    number = models.CharField(max_length=10)
    action = models.TextField()
    owner_post = models.CharField("Owner", max_length=200)
    status = models.CharField("Where it stands", max_length=20, choices=Standing, default=Standing.NOT_STARTED)
    note = models.TextField("Note", blank=True)
    updated_on = models.DateField("As at", null=True, blank=True)

    sensitivity: ClassVar = {INTERNAL: "priority number action owner_post status note updated_on"}

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(name="action_once", fields=["priority", "number"])]


class ActionUpdate(Row):
    """What somebody said of an action on a day; kept for good, so that a board can see how it went."""

    action = models.ForeignKey(StrategyAction, models.PROTECT, related_name="updates")
    owner_post = models.CharField(max_length=200)
    status = models.CharField(max_length=20, choices=Standing)
    note = models.TextField(blank=True)
    as_at = models.DateField()
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")

    sensitivity: ClassVar = {INTERNAL: "action owner_post status note as_at said_by"}

    class Meta:
        ordering: ClassVar = ["-as_at", "-created_at"]
