"""The audit: events without foreign keys, so that nothing can take them away."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils import timezone

from kinfold.web.core.ids import new_id
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


class AuditEvent(models.Model):
    """One thing that one person did, read, searched for, took out or was refused.

    The database refuses to change or delete a row; only those who hold ``audit.read`` see any.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField(default=timezone.now, db_index=True)
    action = models.CharField(max_length=80)
    refused = models.BooleanField(default=False)
    user_id = models.UUIDField(null=True)
    user_name = models.CharField(max_length=200, blank=True)
    agency_id = models.UUIDField(null=True)
    about_kind = models.CharField(max_length=80, blank=True)
    about_id = models.UUIDField(null=True)
    record_id = models.UUIDField(null=True)
    person_ids = ArrayField(models.UUIDField(), default=list, blank=True)
    request_id = models.CharField(max_length=40, blank=True)
    details = models.JSONField(default=dict, blank=True)

    sensitivity: ClassVar = {
        INTERNAL: "id at action refused user_id user_name agency_id about_kind about_id record_id request_id",
        SPECIAL: "person_ids details",
    }

    class Meta:
        indexes: ClassVar = [
            models.Index(name="audit_by_record", fields=["record_id", "-at"]),
            models.Index(name="audit_by_user", fields=["user_id", "-at"]),
            GinIndex(name="audit_by_person", fields=["person_ids"]),
        ]
