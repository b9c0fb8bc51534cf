"""Contacts that an agency sends many at once, by a file or from its own system: what came, and what failed and why."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Row
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


class Delivery(Row, RecordBound):
    """One file, or one call of the API. What was sent is kept until it is taken in, or could not be; then only its
    failed lines are, until what they tell has come, or for so many days."""

    class Way(models.TextChoices):
        FILE = "file", "As a file"
        API = "api", "From the agency’s own system"

    agency = models.ForeignKey("access.Agency", models.PROTECT, related_name="deliveries")
    way = models.CharField(max_length=10, choices=Way.choices)
    name = models.CharField(max_length=200, blank=True)  # of the file
    content = models.BinaryField(blank=True)
    sha256 = models.CharField(max_length=64)
    sent_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    taken_in_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)  # it could not be taken in, and must be sent again
    contacts = models.PositiveIntegerField(default=0)
    children = models.PositiveIntegerField(default=0)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "agency way name sha256 sent_by sent_at taken_in_at stopped_at contacts children",
        SPECIAL: "content",
    }

    class Meta:
        ordering: ClassVar = ["-sent_at"]
        indexes: ClassVar = [models.Index(name="delivery_by_time", fields=["-sent_at"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="delivered_once_at_a_time",
                fields=["agency", "sha256"],
                condition=Q(taken_in_at__isnull=True, stopped_at__isnull=True),
                violation_error_message="The same file is being taken in",
            ),
            models.CheckConstraint(
                name="delivery_has_one_end",
                condition=Q(taken_in_at__isnull=True) | Q(stopped_at__isnull=True),
                violation_error_message="A delivery was taken in, or it was not",
            ),
        ]


class DeliveredLine(Row, RecordBound):
    """One child of a delivery. ``said`` is kept of failed lines alone, so that they can be mended and sent again; its
    earlier versions are not, so that it can be forgotten."""

    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="lines")
    number = models.PositiveIntegerField()  # in the file, whose first line has the columns' names
    their_reference = models.CharField(max_length=60, blank=True)
    their_household = models.CharField(max_length=16, blank=True)
    contact = models.ForeignKey("mash.Contact", models.PROTECT, null=True, blank=True, related_name="+")
    received_before = models.CharField(max_length=20, blank=True)  # the reference it had then
    faults = models.JSONField(default=list, blank=True)  # [column, words] each
    said = models.JSONField(default=dict, blank=True)  # column ▶ what it said

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "delivery number their_reference their_household contact received_before",
        SPECIAL: "faults said",
    }

    class Meta:
        ordering: ClassVar = ["number"]
        indexes: ClassVar = [
            models.Index(name="failed_line_by_reference", fields=["their_reference"], condition=~Q(said={}))
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(name="delivered_line_once", fields=["delivery", "number"]),
            models.CheckConstraint(
                name="delivered_line_has_one_fate",
                condition=Q(contact__isnull=False, received_before="", faults=[])
                | (Q(contact__isnull=True, faults=[]) & ~Q(received_before=""))
                | (Q(contact__isnull=True, received_before="") & ~Q(faults=[])),
                violation_error_message="A line became a contact, had come before, or failed",
            ),
        ]
