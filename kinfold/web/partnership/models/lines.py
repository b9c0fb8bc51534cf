"""What every level of a strategy has in common."""

from typing import Any, ClassVar

from django.db import models

from kinfold.web.core.models import Editable, Row
from kinfold.web.core.sensitivity import INTERNAL


class Standing(models.TextChoices):
    """Where something stands, in the words of a report."""

    NOT_STARTED = "not_started", "Not started"
    ON_TRACK = "on_track", "On track"
    AT_RISK = "at_risk", "At risk"
    OFF_TRACK = "off_track", "Off track"
    COMPLETE = "complete", "Complete"
    CLOSED = "closed", "Closed, kept as history"


class Line(Row, Editable):
    """A strategy, or a priority, objective or action of it. Its standing is the newest update's.

    ``measures`` are numbers in the strategy's own document, such as 1.2a; ``indicators`` are keys of further ones;
    ``spine`` are keys of the cross-cutting themes that it serves.
    """

    title: Any  # what it says: each level has words of its own

    owner_post = models.CharField("Owner", max_length=200, blank=True)
    board = models.ForeignKey("partnership.Board", models.PROTECT, null=True, blank=True, related_name="%(class)s_set")
    starts_on = models.DateField("From", null=True, blank=True)
    ends_on = models.DateField("Until", null=True, blank=True)
    status = models.CharField("Where it stands", max_length=20, choices=Standing, default=Standing.NOT_STARTED)
    note = models.TextField("Note", blank=True)
    updated_on = models.DateField("As at", null=True, blank=True)
    measures = models.JSONField("Measures of its document", default=list)
    indicators = models.JSONField("Further indicators", default=list)
    spine = models.JSONField("Themes of the spine", default=list)

    sensitivity: ClassVar = {
        INTERNAL: "owner_post board starts_on ends_on status note updated_on measures indicators spine"
    }

    class Meta:
        abstract = True
