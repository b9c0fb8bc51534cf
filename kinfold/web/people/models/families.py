"""Families, who belongs to them when, and how people are related."""

from typing import ClassVar

from django.db import models

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, in_order, tracked
from kinfold.web.core.sensitivity import INTERNAL, PERSONAL
from kinfold.web.people.models.persons import Person


@tracked
class Family(Row, Editable, RecordBound):
    """The file that plans, meetings and conversations belong to; its record is the one its people share."""

    name = models.CharField(max_length=255, blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {PERSONAL: "name"}

    class Meta:
        verbose_name_plural = "families"

    def __str__(self) -> str:
        return f"{self.name} family" if self.name else "Family"


@tracked
class FamilyMember(Row, RecordBound):
    family = models.ForeignKey(Family, models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="family_memberships")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "family person started_on ended_on"}

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="family_member_once", fields=["family", "person"]),
            in_order("family_member_in_order", "started_on", "ended_on", "Leaving must follow joining"),
        ]


@tracked
class Relationship(Row, RecordBound):
    """``related`` is the ``kind`` of ``person``: the mother of, the step-parent of, the sibling of."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="relationships")
    related = models.ForeignKey(Person, models.PROTECT, related_name="related_to")
    kind = models.CharField(max_length=40)  # code list relationship
    parental_responsibility = models.BooleanField(default=False)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "person related started_on ended_on",
        PERSONAL: "kind parental_responsibility",
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="relationship_between_two",
                condition=~models.Q(person=models.F("related")),
                violation_error_message="A person cannot be related to themselves",
            ),
            in_order("relationship_in_order", "started_on", "ended_on", "A relationship must end after it began"),
        ]
