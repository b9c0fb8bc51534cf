"""What somebody in the hub thought at a stage before the decision for a child, where local policy wants stages."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kinfold.practice import code_lists, thresholds
from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


@tracked
class Stage(Row, RecordBound):
    """One look at a child’s part in a contact: what should happen, at which tier of need, why, and what shows it.

    A stage may be looked at again; rows are added, never overwritten, and the latest of each stage stands. ``enough``
    says that the stages after it are not needed.
    """

    child = models.ForeignKey("mash.ContactChild", models.PROTECT, related_name="stages")
    stage = models.CharField(max_length=20)  # code list decision_stage
    points_to = models.CharField(max_length=30)  # code list contact_decision
    tier = models.PositiveSmallIntegerField()
    rationale = models.TextField()
    threshold_version = models.CharField(max_length=20, blank=True)
    indicators_of_need = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    enough = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "child stage threshold_version made_at made_by",
        SPECIAL: "points_to tier rationale indicators_of_need enough",
    }

    class Meta:
        ordering: ClassVar = ["made_at", "created_at"]

    @property
    def title(self) -> str:
        return code_lists.label("decision_stage", self.stage)

    @property
    def points_to_in_words(self) -> str:
        return code_lists.label("contact_decision", self.points_to)

    @property
    def signs(self) -> list[str]:
        """The indicators of need relied on, in the version of the Thresholds Document of the day."""
        if not self.indicators_of_need:
            return []
        known = {one.key: one.text for one in thresholds.document_of(self.threshold_version).indicators}
        return [known.get(key, key) for key in self.indicators_of_need]
