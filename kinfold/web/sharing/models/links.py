"""A link by which somebody without an account replies once; neither it nor its code is kept as it was sent."""

from datetime import datetime
from typing import ClassVar

from django.db import models

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Row
from kinfold.web.core.sensitivity import INTERNAL
from kinfold.web.sharing.models.requests import AgencyRequest


class ReplyLink(Row, RecordBound):
    """``token_hash`` is empty until the e-mail goes: the link is made in the moment of sending, and stored nowhere."""

    request = models.ForeignKey(AgencyRequest, models.PROTECT, related_name="links")
    token_hash = models.CharField(max_length=64, blank=True, db_index=True)
    code_hash = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)  # a newer one took its place, or nobody waits any more

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "request token_hash code_hash expires_at sent_at wrong_codes used_at closed_at"}

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="reply_link_one_in_use",
                fields=["request"],
                condition=models.Q(used_at__isnull=True, closed_at__isnull=True),
            )
        ]

    def has_expired(self, now: datetime) -> bool:
        return now >= self.expires_at
