"""The address that a person's calendar program reads: made, read and ended by them alone."""

import secrets
from datetime import datetime

from django.db import transaction
from django.utils.crypto import salted_hmac

from kinfold.web.access.models import User
from kinfold.web.audit import events
from kinfold.web.notices.models import CalendarFeed


def hashed(token: str) -> str:
    return salted_hmac("kinfold.notices.calendar", token, algorithm="sha256").hexdigest()


@transaction.atomic
def make_feed(*, by: User, at: datetime) -> str:
    """Its secret part, told once. The one before ends."""
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    end_feed(by=by, at=at)
    token = secrets.token_urlsafe(32)
    CalendarFeed.objects.create(user=by, token_hash=hashed(token), made_at=at)
    events.record("calendar.feed_made", by=by)
    return token


def end_feed(*, by: User, at: datetime) -> None:
    if CalendarFeed.objects.filter(user=by, ended_at__isnull=True).update(ended_at=at):
        events.record("calendar.feed_ended", by=by)


def feed_of(user: User) -> CalendarFeed | None:
    return CalendarFeed.objects.filter(user=user, ended_at__isnull=True).first()


def whose_feed(token: str, at: datetime) -> User | None:
    """Nobody's, once it has ended or the account is closed."""
    feed = CalendarFeed.objects.filter(token_hash=hashed(token), ended_at__isnull=True).select_related("user").first()
    if feed is None or not feed.user.is_active:
        return None
    CalendarFeed.objects.filter(pk=feed.pk).update(read_at=at)
    return feed.user
