"""Who stands in for whom."""

from datetime import date

from kinfold.web.access.models import Cover, User


def covers_of(away: User, today: date) -> list[Cover]:
    """Who stands in for somebody today or later, the first of them on top."""
    found = Cover.objects.from_day(today).filter(away=away)
    return list(found.select_related("by", "arranged_by").order_by("first_day", "pk"))


def covered_by(viewer: User, today: date) -> list[Cover]:
    """For whom somebody stands in, today or later."""
    found = Cover.objects.from_day(today).filter(by=viewer)
    return list(found.select_related("away").order_by("first_day", "away__name"))
