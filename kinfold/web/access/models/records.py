"""Records, over which permissions are held, and the grants that open one to a person or a team."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.web.access.models.organisations import Agency, Team, User
from kinfold.web.core.models import Row, in_order, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


@tracked
class Record(Row):
    """What a permission is held over: a family's file, a contact, an address that must stay secret.

    *open*: hub and social care see it, others by grant. *restricted*: by grant alone. *sealed*: by grant alone,
    and no emergency opens it.
    """

    class Level(models.TextChoices):
        OPEN = "open", "Open"
        RESTRICTED = "restricted", "Restricted"
        SEALED = "sealed", "Sealed"

    level = models.CharField(max_length=12, choices=Level.choices, default=Level.OPEN)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+")

    sensitivity: ClassVar = {INTERNAL: "level agency"}


@tracked
class Grant(Row):
    """Opens one record to one person or one team, for a reason, until it ends."""

    record = models.ForeignKey(Record, models.PROTECT, related_name="grants")
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="grants")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="grants")
    reason = models.CharField(max_length=200)
    source_id = models.UUIDField(null=True, blank=True)  # the involvement, contact or decision that gave it
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    sensitivity: ClassVar = {INTERNAL: "record user team source_id started_at ended_at", SPECIAL: "reason"}

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="grant_to_one",
                condition=Q(user__isnull=False, team__isnull=True) | Q(user__isnull=True, team__isnull=False),
                violation_error_message="A grant is to one person or to one team",
            ),
            in_order("grant_in_order", "started_at", "ended_at", "A grant must end after it started"),
        ]
        indexes: ClassVar = [
            models.Index(name="grant_by_record", fields=["record", "ended_at"], include=["user", "team"]),
            models.Index(name="grant_by_user", fields=["user", "ended_at"], include=["record"]),
            models.Index(name="grant_by_team", fields=["team", "ended_at"], include=["record"]),
            models.Index(name="grant_by_source", fields=["source_id"]),
        ]


class RecordBound(models.Model):
    """A row that names a child: it belongs to a record, and the database shows it only to those who may see that."""

    record = models.ForeignKey("access.Record", models.PROTECT, related_name="+")

    sensitivity: ClassVar = {INTERNAL: "record"}

    class Meta:
        abstract = True
