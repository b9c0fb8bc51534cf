"""What the hub told the person who contacted it."""

from typing import ClassVar

from django.db import models

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


@tracked
class Feedback(Row, Editable, RecordBound):
    """Drafted from the decisions, sent in one action; the public get an acknowledgement, the anonymous nothing."""

    contact = models.OneToOneField("mash.Contact", models.PROTECT, related_name="feedback")
    words = models.TextField(blank=True)
    acknowledgement_only = models.BooleanField(default=False)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")

    people_named = "SELECT array_agg(person_id) FROM mash_contactchild WHERE contact_id = ($1 ->> 'contact_id')::uuid"

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "contact acknowledgement_only sent_at sent_by", SPECIAL: "words"}

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="feedback_sender_has_moment",
                condition=models.Q(sent_by__isnull=True) | models.Q(sent_at__isnull=False),
                violation_error_message="Say when the feedback was sent",
            )
        ]
