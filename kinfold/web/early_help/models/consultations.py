"""Workers who thought together about a family with early help, so that it might be helped without a referral."""

from typing import ClassVar

from django.db import models

from kinfold.practice import code_lists
from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


@tracked
class Consultation(Row, Editable, RecordBound):
    """It should name nobody. In case its words do, its record is open to whoever held it and their team alone."""

    kind = models.CharField(max_length=30)  # code list consultation_kind
    held_on = models.DateField()
    agency = models.ForeignKey("access.Agency", models.PROTECT, related_name="consultations")  # of whoever asked
    post = models.CharField(max_length=100, blank=True)
    topic = models.CharField(max_length=40, blank=True)  # code list advice_topic
    question = models.TextField(blank=True)
    decided = models.TextField(blank=True)  # what they will try
    referral_intended = models.BooleanField(null=True, blank=True)
    referral_made = models.BooleanField(null=True, blank=True)  # empty: nobody knows yet
    recorded_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(null=True, blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "kind held_on agency post topic referral_intended referral_made recorded_by recorded_at",
        SPECIAL: "question decided",
    }

    class Meta:
        ordering: ClassVar = ["-held_on", "-recorded_at"]
        indexes: ClassVar = [models.Index(name="consultation_by_agency", fields=["agency", "-held_on"])]

    @property
    def kind_in_words(self) -> str:
        return code_lists.label("consultation_kind", self.kind)

    @property
    def topic_in_words(self) -> str:
        return code_lists.label("advice_topic", self.topic) if self.topic else ""

    @property
    def waits_for_an_answer(self) -> bool:
        """They meant to refer, and nobody has said whether they did."""
        return bool(self.referral_intended) and self.referral_made is None
