"""Advice that the hub gave a professional who rang, about no child whom anybody could know from it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.practice import code_lists
from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


@tracked
class Advice(Row, RecordBound):
    """It should name nobody. In case its words do, it has a restricted record of its own, open to the hub alone.

    What had to become a contact keeps its words there, and none here."""

    agency = models.ForeignKey("access.Agency", models.PROTECT, related_name="+")
    post = models.CharField(max_length=100, blank=True)  # of whoever asked
    topic = models.CharField(max_length=40)  # code list advice_topic
    question = models.TextField(blank=True)
    advised = models.TextField(blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    draft_key = models.UUIDField(null=True, blank=True)  # of the contact form begun from it
    thrown_away_at = models.DateTimeField(null=True, blank=True)  # the form, before it was sent
    contact = models.OneToOneField("mash.Contact", models.PROTECT, null=True, blank=True, related_name="advice")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        SPECIAL: "question advised",
        INTERNAL: "agency post topic minutes given_at given_by draft_key thrown_away_at contact",
    }

    class Meta:
        ordering: ClassVar = ["-given_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="advice_or_contact",
                condition=Q(draft_key__isnull=False, question="", advised="")
                | (Q(draft_key__isnull=True) & ~Q(advised="")),
                violation_error_message="Advice has words, or it became a contact",
            )
        ]
        indexes: ClassVar = [models.Index(name="advice_by_time", fields=["-given_at"])]

    @property
    def topic_in_words(self) -> str:
        return code_lists.label("advice_topic", self.topic)
