"""A person's notices that they have not read."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from kinfold.web.access.models import User
from kinfold.web.notices.models import Notice

MOST_SHOWN = 50


@dataclass(frozen=True)
class NoticeShown:
    notice: Notice
    words: str
    at: datetime
    url: str


def unread(viewer: User) -> list[NoticeShown]:
    """The newest first."""
    rows = Notice.objects.filter(user=viewer, read_at__isnull=True).order_by("-created_at")[:MOST_SHOWN]
    return [NoticeShown(row, row.words, row.created_at, _url(row)) for row in rows]


def count_unread(viewer: User) -> int:
    return Notice.objects.filter(user=viewer, read_at__isnull=True).count()


def _url(notice: Notice) -> str:
    return reverse(notice.url_name, args=[notice.about_id] if notice.about_id else [])
