"""A notice tells a colleague to come and look; what there is to see stays behind the door."""

from typing import ClassVar

from django.db import models

from kinfold.web.core.models import Row
from kinfold.web.core.sensitivity import INTERNAL


class Notice(Row):
    """In-app notice. ``words`` never carry a name, a place or a worry: a link says where to look."""

    user = models.ForeignKey("access.User", models.PROTECT, related_name="notices")
    words = models.CharField(max_length=200)
    url_name = models.CharField(max_length=100)
    about_id = models.UUIDField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    e_mailed_at = models.DateTimeField(null=True, blank=True)

    sensitivity: ClassVar = {INTERNAL: "user words url_name about_id read_at e_mailed_at"}

    class Meta:
        indexes: ClassVar = [models.Index(name="notice_unread", fields=["user", "read_at", "-created_at"])]
