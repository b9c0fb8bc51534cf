"""Answers to versioned forms; the forms themselves are practice's, by key and version."""

from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


@tracked
class Response(Row, Editable, RecordBound):
    """One filling-in of one version of a form, about something (a conversation, a review)."""

    form_key = models.CharField(max_length=60)
    form_version = models.CharField(max_length=20)
    about_kind = models.CharField(max_length=80)
    about_id = models.UUIDField(db_index=True)
    started_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    completed_at = models.DateTimeField(null=True, blank=True)
    completed_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "form_key form_version about_kind about_id started_by completed_at completed_by"}

    class Meta:
        constraints: ClassVar = [paired("response_completion_is_complete", "completed_at", "completed_by")]


@tracked
class Answer(Row, RecordBound):
    """One voice's answer to one question; a score is 0 to 10."""

    response = models.ForeignKey(Response, models.PROTECT, null=True, blank=True, related_name="answers")
    about_kind = models.CharField(max_length=80, blank=True)  # for scores that came from a file without their form
    about_id = models.UUIDField(null=True, blank=True, db_index=True)
    question = models.CharField(max_length=60)
    voice = models.CharField(max_length=20, blank=True)  # child, parent, professional
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField(blank=True)
    choice = models.CharField(max_length=60, blank=True)
    score = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(10)])

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "response about_kind about_id question voice person",
        SPECIAL: "text choice score",
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="answer_score_in_range",
                condition=models.Q(score__isnull=True) | models.Q(score__lte=10),
                violation_error_message="A score is a number from 0 to 10",
            ),
            models.UniqueConstraint(
                name="answer_once_a_voice",
                fields=["response", "question", "voice", "person"],
                nulls_distinct=False,
                condition=models.Q(response__isnull=False),
            ),
        ]
