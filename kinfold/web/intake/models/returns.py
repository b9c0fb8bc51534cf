"""An agency's return for a quarter while it is being filled in: what was typed, and the files that were sent."""

from typing import ClassVar

import pgtrigger
from django.db import models

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


@tracked
class Return(Row, RecordBound, Editable):
    """What one agency is asked for one quarter. Its record opens it to the agency's data contacts and to the analysts.

    `reopened_because` is why it is open again after it was signed off.
    """

    class State(models.TextChoices):
        OPEN = "open", "To fill in"
        SIGNED = "signed", "Signed off"
        REOPENED = "reopened", "Being revised"

    agency = models.ForeignKey("access.Agency", models.PROTECT, related_name="returns")
    period = models.CharField(max_length=20)  # a quarter's key
    state = models.CharField("State", max_length=12, choices=State, default=State.OPEN)
    reopened_because = models.TextField("Why it was opened again", blank=True)
    chased_on = models.DateField(null=True, blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "agency period state reopened_because chased_on"}

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="return_once",
                fields=["agency", "period"],
                violation_error_message="This agency has been asked for this quarter already",
            )
        ]

    @property
    def being_filled(self) -> bool:
        return self.state != Return.State.SIGNED


@tracked
class Answer(Row, RecordBound, Editable):
    """What was typed about one indicator, word for word, right or wrong, by the name of each box."""

    of = models.ForeignKey(Return, models.PROTECT, related_name="answers")
    indicator = models.CharField(max_length=80)
    typed = models.JSONField("What was typed", default=dict)
    note = models.TextField("Note", blank=True)
    typed_by = models.ForeignKey("access.User", models.PROTECT, related_name="+", verbose_name="Typed by")
    typed_at = models.DateTimeField("Typed")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "of indicator typed_by typed_at", SPECIAL: "typed note"}

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(name="answer_once", fields=["of", "indicator"])]


class Upload(Row, RecordBound):
    """A spreadsheet as it was sent, byte for byte. With faults nothing of it went into the return."""

    of = models.ForeignKey(Return, models.PROTECT, related_name="uploads")
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    faults = models.JSONField(default=list)  # {"cell", "words"} each
    sent_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "of name sha256 sent_by", SPECIAL: "content faults"}

    class Meta:
        ordering: ClassVar = ["-created_at"]
        triggers: ClassVar = [pgtrigger.Protect(name="stays_as_sent", operation=pgtrigger.Update | pgtrigger.Delete)]
