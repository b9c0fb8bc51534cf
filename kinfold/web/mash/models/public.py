"""A form that somebody without an account sent: once, however often the button was pressed."""

from typing import ClassVar

from django.db import models

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Row
from kinfold.web.core.sensitivity import INTERNAL


class PublicSending(Row, RecordBound):
    """``came_from`` is a hash of the sender’s network, another one each day: it counts forms, and finds nobody."""

    once = models.UUIDField(unique=True)  # of the page that was filled in
    contact = models.OneToOneField("mash.Contact", models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    came_from = models.CharField(max_length=64, blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "once contact sent_at came_from"}

    class Meta:
        indexes: ClassVar = [models.Index(name="public_sending_by_time", fields=["-sent_at"])]
