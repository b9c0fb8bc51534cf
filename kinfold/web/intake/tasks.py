"""The job that asks for ended quarters and chases late returns, every morning."""

from django.db import transaction
from procrastinate.contrib.django import app

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.core import clock
from kinfold.web.intake.actions import asking


@app.periodic(cron="30 6 * * *")
@app.task(name="intake.keep_up", lock="intake.keep_up")
def keep_up(timestamp: int) -> None:
    """In the name of one of those who oversee returns, whose rights it needs; a day without one passes by."""
    roles = roles_with(Permission.RETURN_OVERSEE)
    overseer = (
        User.objects.filter(is_active=True, memberships__role__in=roles, memberships__ended_on__isnull=True)
        .order_by("memberships__started_on", "pk")
        .first()
    )
    if overseer is None:
        return
    with transaction.atomic():
        act_as(overseer)
        asking.keep_up(by=overseer, now=clock.now(), today=clock.today())
