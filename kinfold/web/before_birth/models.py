"""What is prepared for a child who is expected: the midwife, the conversations that were held, the plan."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kinfold.practice import code_lists
from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL, PERSONAL, SPECIAL


@tracked
class ExpectedBirth(Row, Editable, RecordBound):
    """One child’s, from the day somebody begins to prepare. The due date is the person’s own ``expected_on``."""

    person = models.OneToOneField("people.Person", models.PROTECT, related_name="expected_birth")
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    midwife = models.CharField(max_length=200, blank=True)
    midwife_telephone = models.CharField(max_length=40, blank=True)
    hospital = models.CharField(max_length=200, blank=True)  # or at home
    plan = models.CharField(max_length=20, blank=True)  # code list birth_plan
    plan_words = models.TextField(blank=True)  # who does what at the birth and in the first days
    plan_on = models.DateField(null=True, blank=True)
    plan_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "person begun_at begun_by plan_on plan_by",
        PERSONAL: "midwife midwife_telephone",
        SPECIAL: "hospital plan plan_words",
    }

    class Meta:
        constraints: ClassVar = [
            paired("birth_plan_by_somebody", "plan_on", "plan_by"),
            models.CheckConstraint(
                name="birth_plan_is_complete",
                condition=Q(plan="", plan_on__isnull=True) | (~Q(plan="") & Q(plan_on__isnull=False)),
                violation_error_message="A plan needs its kind and its day",
            ),
        ]

    @property
    def plan_in_words(self) -> str:
        return code_lists.label("birth_plan", self.plan) if self.plan else ""


@tracked
class BirthTalk(Row, RecordBound):
    """A conversation with the family about keeping the baby safe. It is added to, never changed."""

    birth = models.ForeignKey(ExpectedBirth, models.PROTECT, related_name="talks")
    topic = models.CharField(max_length=20)  # code list birth_talk
    held_on = models.DateField()
    held_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    with_whom = ArrayField(models.CharField(max_length=20), default=list)  # code list birth_talk_with
    words = models.TextField(blank=True)
    recorded_at = models.DateTimeField()

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "birth topic held_on held_by recorded_at", SPECIAL: "with_whom words"}

    class Meta:
        ordering: ClassVar = ["held_on", "recorded_at"]

    @property
    def topic_in_words(self) -> str:
        return code_lists.label("birth_talk", self.topic)

    @property
    def with_whom_in_words(self) -> list[str]:
        labels = code_lists.labels("birth_talk_with")
        return [labels.get(one, one) for one in self.with_whom]
