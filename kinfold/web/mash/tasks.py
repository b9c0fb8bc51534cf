"""The hub's jobs beside the web server."""

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import User
from kinfold.web.core import clock


@app.task(name="mash.take_in_delivery", retry=RetryStrategy(max_attempts=3, wait=5))
def take_in_delivery(delivery_id: str, user_id: str) -> None:
    """In the name of whoever sent it; a job that is run again finds it taken in, and leaves it.

    Two files with the same numbers at once: the later one fails at the database, and finds them sent when tried again.
    """
    from kinfold.web.mash.actions.delivering import take_in
    from kinfold.web.mash.models import Delivery

    sender = User.objects.get(pk=user_id)
    with transaction.atomic():
        act_as(sender)
        take_in(delivery=Delivery.objects.get(pk=delivery_id), by=sender, at=clock.now())
