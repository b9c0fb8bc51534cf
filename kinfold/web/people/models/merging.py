"""Which two records were found to be one person, by whom and why; and which two must never be."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Row, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL
from kinfold.web.people.models.persons import Person


class MergeQuerySet(Visible):
    def waiting(self) -> Self:
        """Asked for, and neither agreed nor declined by a second person yet."""
        return self.filter(merged_at__isnull=True, ended_at__isnull=True)

    def in_force(self) -> Self:
        return self.filter(merged_at__isnull=False, ended_at__isnull=True)


@tracked
class Merge(Row, RecordBound):
    """Somebody said that two records are one person. It is in force from ``merged_at``, which may be at once or when a
    second person agrees, until ``ended_at``; one that ends without having begun was declined."""

    duplicate = models.ForeignKey(Person, models.PROTECT, related_name="merges")
    into = models.ForeignKey(Person, models.PROTECT, related_name="merges_into")
    reason = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    merged_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    ended_reason = models.TextField(blank=True)

    objects = MergeQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "duplicate into asked_at asked_by agreed_at agreed_by merged_at ended_at ended_by",
        SPECIAL: "reason ended_reason",
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="merge_of_two", condition=~Q(duplicate=F("into"))),
            models.UniqueConstraint(
                name="merge_once_at_a_time", fields=["duplicate"], condition=Q(ended_at__isnull=True)
            ),
            paired("merge_agreed", "agreed_at", "agreed_by"),
            paired("merge_ended", "ended_at", "ended_by"),
        ]

    @property
    def waits(self) -> bool:
        return self.merged_at is None and self.ended_at is None

    @property
    def holds(self) -> bool:
        return self.merged_at is not None and self.ended_at is None


@tracked
class KeptApart(Row, RecordBound):
    """Two people who must never be taken for one. It has a sealed record of its own: that two people have anything to
    do with each other may be the very thing that nobody may know, as of a child before and after adoption."""

    one = models.ForeignKey(Person, models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, models.PROTECT, related_name="+")
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    ended_reason = models.TextField(blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "recorded_at recorded_by ended_at ended_by",
        SPECIAL: "one other reason ended_reason",
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="kept_apart_are_two", condition=~Q(one=F("other"))),
            paired("kept_apart_ended", "ended_at", "ended_by"),
        ]
