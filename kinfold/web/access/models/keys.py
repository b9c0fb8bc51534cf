"""Keys by which an agency's own system speaks to Kinfold; a key is kept only as what it hashes to."""

from typing import ClassVar

from django.db import models

from kinfold.web.access.models.organisations import User
from kinfold.web.core.models import Row, paired
from kinfold.web.core.sensitivity import INTERNAL


class SystemKey(Row):
    """Of an account that is no person's, with the role of an agency's system. One is in use at a time."""

    user = models.ForeignKey(User, models.PROTECT, related_name="keys")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    last_used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    sensitivity: ClassVar = {INTERNAL: "user secret_hash made_at made_by last_used_at ended_at ended_by"}

    class Meta:
        constraints: ClassVar = [
            paired("system_key_end_is_complete", "ended_at", "ended_by"),
            models.UniqueConstraint(
                name="system_key_one_in_use", fields=["user"], condition=models.Q(ended_at__isnull=True)
            ),
        ]
