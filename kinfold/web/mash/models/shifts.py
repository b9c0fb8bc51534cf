"""What one shift leaves for the next, and who has read it."""

from typing import ClassVar

from django.db import models

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


@tracked
class ShiftNote(Row, RecordBound):
    """It may name children, so it has a restricted record of its own, open to the hub."""

    words = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    standing = models.JSONField(default=dict)  # how the board stood then: waiting, unrated, red, overdue

    objects = Visible.as_manager()

    sensitivity: ClassVar = {SPECIAL: "words", INTERNAL: "written_at written_by standing"}

    class Meta:
        ordering: ClassVar = ["-written_at"]


class ShiftNoteRead(Row, RecordBound):
    note = models.ForeignKey(ShiftNote, models.PROTECT, related_name="readers")
    user = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    read_at = models.DateTimeField()

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "note user read_at"}

    class Meta:
        ordering: ClassVar = ["read_at"]
        constraints: ClassVar = [models.UniqueConstraint(name="shift_note_read_once", fields=["note", "user"])]
