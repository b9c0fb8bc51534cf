"""The hub's jobs beside the web server."""

from django.db import connection, transaction
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import User
from kinfold.web.core import clock
from kinfold.web.local import selectors as local

TRIED_AGAIN = 3


@app.task(name="mash.take_in_delivery", retry=RetryStrategy(max_attempts=TRIED_AGAIN, wait=5), pass_context=True)
def take_in_delivery(context: JobContext, delivery_id: str, user_id: str) -> None:
    """In the name of whoever sent it; a job that is run again finds it taken in, and leaves it.

    Two files with the same numbers at once: the later one fails at the database, and finds them sent when tried again.
    What cannot be taken in at all is said to be so, that nobody waits for it.
    """
    from kinfold.web.mash.actions.delivering import stop, take_in
    from kinfold.web.mash.models import Delivery

    sender = User.objects.get(pk=user_id)
    try:
        with transaction.atomic():
            act_as(sender)
            take_in(delivery=Delivery.objects.get(pk=delivery_id), by=sender, at=clock.now())
    except Exception:
        if context.job.attempts >= TRIED_AGAIN:
            with transaction.atomic():
                act_as(sender)
                stop(delivery=Delivery.objects.get(pk=delivery_id), by=sender, at=clock.now())
        raise


@app.periodic(cron="0 5 * * *")
@app.task(name="mash.forget_failed_lines", lock="mash.forget_failed_lines")
def forget_failed_lines(timestamp: int) -> None:
    """They tell of children whom nobody helps by them any more: after so many days only that they failed is kept."""
    days = int(str(local.value("failed_lines_kept_days")))
    with connection.cursor() as cursor:
        cursor.execute("SELECT mash_forget_failed(make_interval(days => %s))", [days])
