"""Links of people without an account: what every one has, and the one by which somebody replies once."""

from datetime import datetime
from typing import ClassVar

from django.db import models

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Row
from kinfold.web.core.sensitivity import INTERNAL
from kinfold.web.sharing.models.requests import AgencyRequest


class CodedLink(Row, RecordBound):
    """A link of somebody without an account. Neither it nor its code is kept as it was told."""

    token_hash = models.CharField(max_length=64, blank=True, db_index=True)
    code_hash = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    closed_at = models.DateTimeField(null=True, blank=True)  # a newer one took its place, or nobody waits any more

    sensitivity: ClassVar = {INTERNAL: "token_hash code_hash expires_at wrong_codes closed_at"}

    class Meta:
        abstract = True

    def has_expired(self, now: datetime) -> bool:
        return now >= self.expires_at


class ReplyLink(CodedLink):
    """``token_hash`` is empty until the e-mail goes: the link is made in the moment of sending, and stored nowhere."""

    request = models.ForeignKey(AgencyRequest, models.PROTECT, related_name="links")
    sent_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "request sent_at used_at"}

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="reply_link_one_in_use",
                fields=["request"],
                condition=models.Q(used_at__isnull=True, closed_at__isnull=True),
            )
        ]
