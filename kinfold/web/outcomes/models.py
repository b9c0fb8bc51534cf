"""What a family needs by the ten headline outcomes, what was seen of it, and whether somebody else looked at that."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kinfold.practice import code_lists
from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


class NeedQuerySet(Visible):
    def standing(self) -> "NeedQuerySet":
        """Not said to have been a mistake."""
        return self.filter(dropped_on__isnull=True)


@tracked
class Need(Row, Editable, RecordBound):
    """One headline outcome that a family does not have yet, and what shows that it needs it."""

    episode = models.ForeignKey("casework.Episode", models.PROTECT, related_name="outcome_needs")
    outcome = models.CharField(max_length=4)  # code list supporting_families_outcome
    shown_by = models.TextField()
    found_on = models.DateField()
    found_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    dropped_on = models.DateField(null=True, blank=True)
    dropped_because = models.TextField(blank=True)

    objects = NeedQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "episode found_on found_by dropped_on",
        SPECIAL: "outcome shown_by dropped_because",
    }

    class Meta:
        ordering: ClassVar = ["found_on", "created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="need_once_at_a_time", fields=["episode", "outcome"], condition=Q(dropped_on__isnull=True),
                violation_error_message="This outcome is recorded for the family already",
            ),
        ]  # fmt: skip

    @property
    def title(self) -> str:
        return code_lists.label("supporting_families_outcome", self.outcome)


@tracked
class Seen(Row, RecordBound):
    """Something seen of a need: progress, reached, still so later, or slipped back, and the evidence. Only added to."""

    class Stage(models.TextChoices):
        PROGRESS = "progress", "Getting better"
        REACHED = "reached", "Reached"
        LASTING = "lasting", "It has lasted"
        SLIPPED = "slipped", "Slipped back"

    need = models.ForeignKey(Need, models.PROTECT, related_name="seen")
    stage = models.CharField(max_length=10, choices=Stage.choices)
    seen_on = models.DateField()
    evidence = models.TextField()
    source = models.CharField(max_length=200)  # who or what says so
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "need seen_on recorded_at recorded_by",
        SPECIAL: "stage evidence source",
    }

    class Meta:
        ordering: ClassVar = ["seen_on", "recorded_at", "created_at"]


@tracked
class Claim(Row, Editable, RecordBound):
    """That everything the family needed was reached and has lasted: put forward by one person, checked by another."""

    class Looked(models.TextChoices):
        ASSESSMENT = "assessment", "The whole family was assessed"
        PLAN = "plan", "Its plan covers every need"
        LEAD = "lead", "One person led the help"
        EVIDENCE = "evidence", "The evidence shows every outcome, and that it has lasted"

    episode = models.ForeignKey("casework.Episode", models.PROTECT, related_name="outcome_claims")
    put_forward_at = models.DateTimeField()
    put_forward_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    words = models.TextField()  # what changed for the family
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    agreed = models.BooleanField(null=True, blank=True)
    looked_at = ArrayField(models.CharField(max_length=20), default=list, blank=True)  # of Looked
    check_words = models.TextField(blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "episode put_forward_at put_forward_by checked_at checked_by agreed looked_at",
        SPECIAL: "words check_words",
    }

    class Meta:
        ordering: ClassVar = ["-put_forward_at"]
        constraints: ClassVar = [
            paired("claim_check_is_complete", "checked_at", "checked_by"),
            models.CheckConstraint(
                name="claim_checked_with_a_verdict",
                condition=Q(checked_at__isnull=True, agreed__isnull=True)
                | Q(checked_at__isnull=False, agreed__isnull=False),
                violation_error_message="A check agrees or returns",
            ),
            models.CheckConstraint(
                name="claim_checked_by_another",
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("put_forward_by")),
                violation_error_message="Somebody else must check it",
            ),
            models.UniqueConstraint(
                name="claim_one_at_a_time", fields=["episode"], condition=Q(agreed__isnull=True) | Q(agreed=True),
                violation_error_message="This family’s outcomes are put forward already",
            ),
        ]  # fmt: skip

    @property
    def looked_at_in_words(self) -> list[str]:
        return [self.Looked(one).label for one in self.looked_at]
