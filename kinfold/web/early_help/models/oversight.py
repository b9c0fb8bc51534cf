"""Supervision and management oversight, recorded on the family's help: what was talked about, and what was decided."""

from typing import ClassVar

from django.db import models

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


@tracked
class Oversight(Row, RecordBound):
    """One talk about one family. It is added to, never changed."""

    episode = models.ForeignKey("casework.Episode", models.PROTECT, related_name="oversight")
    held_on = models.DateField()
    held_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")  # who oversees
    worker = models.ForeignKey(
        "access.User", models.PROTECT, null=True, blank=True, related_name="+"
    )  # whose work it is
    talked_about = models.TextField()
    decided = models.TextField()
    recorded_at = models.DateTimeField()

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "episode held_on held_by worker recorded_at",
        SPECIAL: "talked_about decided",
    }

    class Meta:
        ordering: ClassVar = ["-held_on", "-recorded_at"]
        indexes: ClassVar = [models.Index(name="oversight_of_episode", fields=["episode", "-held_on"])]
