"""A board's own file: its meetings, decisions, promises and deadlines belong to it and open to those let in."""

from typing import ClassVar

from django.db import models

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL
from kinfold.web.partnership.models.boards import Board, Duty


@tracked
class Papers(Row, Editable, RecordBound):
    """One for each board that meets. Its record is restricted: a seat on the board, or supporting it, opens it."""

    board = models.OneToOneField(Board, models.PROTECT, related_name="papers")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "board"}


@tracked
class DueReport(Row, Editable, RecordBound):
    """One report of a board's forward plan. When it is due and was delivered is its deadline's to say."""

    duty = models.ForeignKey(Duty, models.PROTECT, related_name="reports")
    period = models.CharField(max_length=20)
    covers_from = models.DateField()
    covers_until = models.DateField()  # its last day

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "duty period covers_from covers_until"}

    class Meta:
        ordering: ClassVar = ["covers_until", "duty__number"]
        constraints: ClassVar = [models.UniqueConstraint(name="due_report_once", fields=["duty", "period"])]


@tracked
class Decision(Row, Editable, RecordBound):
    """What a board decided at a meeting; with a commitment where somebody is to do something about it."""

    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    text = models.TextField("What was decided")
    action = models.ForeignKey(
        "partnership.StrategyAction", models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    commitment = models.OneToOneField("commitments.Commitment", models.PROTECT, null=True, blank=True, related_name="+")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "meeting number action commitment", SPECIAL: "text"}

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(name="decision_once", fields=["meeting", "number"])]
