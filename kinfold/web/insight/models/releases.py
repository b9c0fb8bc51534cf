"""Releases of figures: every indicator counted from one moment's records, and kept as it was counted."""

from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kinfold.web.core.models import Row
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL

SILENT_FOR = timedelta(minutes=30)
"""A computation that has said nothing for so long has ended without being able to say so."""


class ReleaseQuerySet(models.QuerySet["Release"]):
    def complete(self) -> Self:
        return self.filter(state=Release.State.COMPLETE)

    def newest(self) -> "Release | None":
        return self.complete().order_by("-finished_at").first()

    def silent_at(self, now: datetime) -> Self:
        return self.filter(state=Release.State.UNDER_WAY, heard_from_at__lt=now - SILENT_FOR)


class Release(Row):
    """One computation of every figure. Until it is complete, pages show the one before."""

    class State(models.TextChoices):
        UNDER_WAY = "under_way", "Being worked out"
        COMPLETE = "complete", "Complete"
        FAILED = "failed", "Did not finish"

    class Step(models.TextChoices):
        WAITING = "waiting", "Waiting to start"
        READING = "reading", "Reading the records"
        COUNTING = "counting", "Counting"
        LISTING = "listing", "Listing what was counted"
        KEEPING = "keeping", "Keeping the figures"

    state = models.CharField(max_length=12, choices=State, default=State.UNDER_WAY)
    step = models.CharField(max_length=12, choices=Step, default=Step.WAITING)
    asked_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    heard_from_at = models.DateTimeField()  # when it last said how far it is
    finished_at = models.DateTimeField(null=True, blank=True)
    as_at = models.DateField()  # the last day that the figures know of
    problem = models.TextField(blank=True)
    definitions = models.JSONField(default=dict)  # by indicator, the rule it was counted by
    changes = models.JSONField(default=dict)  # by indicator, how it was counted before, and until when

    objects = ReleaseQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "state step asked_by heard_from_at finished_at as_at problem definitions changes"
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="release_one_at_a_time",
                fields=["state"],
                condition=Q(state="under_way"),
                violation_error_message="The figures are being worked out already",
            ),
            models.CheckConstraint(
                name="release_finished_when_over",
                condition=Q(state="under_way", finished_at__isnull=True)
                | (~Q(state="under_way") & Q(finished_at__isnull=False)),
                violation_error_message="A release that is over says when it ended",
            ),
        ]
        indexes: ClassVar = [models.Index(name="release_newest", fields=["state", "-finished_at"])]


class FigureQuerySet(models.QuerySet["Figure"]):
    def of_the_whole(self) -> Self:
        return self.filter(by="")


class Figure(models.Model):
    """One figure of one release, as it was counted; ``hidden`` says from whom small numbers are kept.

    ``by`` and ``group`` are empty for the whole. Rows were written in the order in which a page shows them.
    """

    release = models.ForeignKey(Release, models.PROTECT, related_name="figures")
    indicator = models.CharField(max_length=80)
    period = models.CharField(max_length=20)
    by = models.CharField(max_length=20, blank=True)
    group = models.CharField(max_length=300, blank=True)
    numerator = models.IntegerField(null=True)
    denominator = models.IntegerField(null=True)
    value = models.FloatField(null=True)
    status = models.CharField(max_length=20)
    hidden = models.BooleanField(default=False)  # suppressed wherever small numbers are

    objects = FigureQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "id release indicator period by group status hidden",
        SPECIAL: "numerator denominator value",
    }

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="figure_once", fields=["release", "by", "indicator", "period", "group"])
        ]
