"""A family's own link to its plan, and what it says there."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL, PERSONAL, SPECIAL
from kinfold.web.early_help.models.plans import Plan
from kinfold.web.sharing.models import CodedLink


class FamilyLink(CodedLink):
    """One person's, to one plan. It shows what a copy on paper would, as whoever made it may see it that day."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="family_links")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="family_links")
    made_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)  # last

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "plan person made_by made_at opened_at"}

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="family_link_one_in_use", fields=["plan", "person"], condition=Q(closed_at__isnull=True)
            )
        ]


@tracked
class FamilySaid(Row, Editable, RecordBound):
    """Something in the plan is wrong, or somebody asks to see their record; and what was answered."""

    class Kind(models.TextChoices):
        WRONG = "wrong", "Something is wrong"
        SEE_RECORD = "see_record", "Asks to see the record"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="said_by_family")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    words = models.TextField(blank=True)
    said_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.TextField(blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "plan person kind said_at answered_at answered_by", SPECIAL: "words answer"}

    class Meta:
        ordering: ClassVar = ["-said_at"]
        constraints: ClassVar = [paired("family_said_answer_is_complete", "answered_at", "answered_by")]


@tracked
class Signature(Row, RecordBound):
    """Somebody in the family signed their plan by writing their name: by their own link, or on a colleague's screen."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="signatures")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    written_name = models.CharField(max_length=200)
    signed_at = models.DateTimeField()
    on_screen_of = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "plan person signed_at on_screen_of", PERSONAL: "written_name"}

    class Meta:
        ordering: ClassVar = ["signed_at"]
        constraints: ClassVar = [models.UniqueConstraint(name="signed_once", fields=["plan", "person"])]
