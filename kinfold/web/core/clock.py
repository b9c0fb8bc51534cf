"""The one place where the application reads the time; everything below is handed it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """This instant, aware."""
    return timezone.now()


def today() -> date:
    """The date on the wall in Portsmouth."""
    return timezone.now().astimezone(LONDON).date()
