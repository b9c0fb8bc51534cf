"""Files of figures for the public: prepared by one person, published by another, and never taken back."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from kinfold.web.core.models import Editable, Row, paired
from kinfold.web.core.sensitivity import INTERNAL


class PublicFile(Row, Editable):
    """One release's figures as the public may see them. What was published before has a say in what the next hides."""

    class State(models.TextChoices):
        BEING_PREPARED = "being_prepared", "Being prepared"
        READY = "ready", "Ready to be read"
        PUBLISHED = "published", "Published"
        FAILED = "failed", "Could not be prepared"

    release = models.ForeignKey("insight.Release", models.PROTECT, related_name="+")
    state = models.CharField(max_length=14, choices=State, default=State.BEING_PREPARED)
    counts = models.CharField("How small numbers are kept", max_length=12)  # as the setting was
    prepared_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    follows = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    shown = models.PositiveIntegerField(default=0)
    hidden = models.PositiveIntegerField(default=0)
    content = models.BinaryField(default=bytes)
    sha256 = models.CharField(max_length=64, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")

    sensitivity: ClassVar = {
        INTERNAL: "release state counts prepared_by follows shown hidden content sha256 published_at published_by",
    }

    class Meta:
        ordering: ClassVar = ["-created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="public_file_one_at_a_time",
                fields=["state"],
                condition=Q(state="being_prepared"),
                violation_error_message="A file is being prepared already",
            ),
            paired("public_file_published_by_somebody", "published_at", "published_by"),
            models.CheckConstraint(
                name="public_file_second_person",
                condition=Q(published_by__isnull=True) | ~Q(published_by=models.F("prepared_by")),
                violation_error_message="Somebody else must publish what you prepared",
            ),
            models.CheckConstraint(
                name="public_file_whole",
                condition=Q(state__in=["being_prepared", "failed"], sha256="", published_at__isnull=True)
                | (Q(state="ready", published_at__isnull=True) & ~Q(sha256=""))
                | (Q(state="published", published_at__isnull=False) & ~Q(sha256="")),
                violation_error_message="A file that is ready is kept with its bytes and their hash",
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="stays_as_published",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__published_at__isnull=False),
            )
        ]
