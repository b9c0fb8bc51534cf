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


class EmailChoice(Row):
    """How a person is told by e-mail of what is not urgent; who has chosen nothing gets one e-mail each morning."""

    class How(models.TextChoices):
        MORNING = "morning", "Once each morning, all together"
        AT_ONCE = "at_once", "At once, one by one"

    user = models.OneToOneField("access.User", models.PROTECT, related_name="email_choice")
    how = models.CharField(max_length=10, choices=How.choices)
    chosen_at = models.DateTimeField()

    sensitivity: ClassVar = {INTERNAL: "user how chosen_at"}


class CalendarFeed(Row):
    """One person's own address for a calendar program. It is kept only as what it hashes to."""

    user = models.ForeignKey("access.User", models.PROTECT, related_name="calendar_feeds")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)  # last
    ended_at = models.DateTimeField(null=True, blank=True)

    sensitivity: ClassVar = {INTERNAL: "user token_hash made_at read_at ended_at"}

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="calendar_feed_one_in_use", fields=["user"], condition=models.Q(ended_at__isnull=True)
            )
        ]
