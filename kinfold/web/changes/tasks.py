"""Files of changes are taken in beside the web server."""

from django.db import transaction
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import User
from kinfold.web.core import clock

TRIED_AGAIN = 3


@app.task(name="changes.take_in_file", retry=RetryStrategy(max_attempts=TRIED_AGAIN, wait=5), pass_context=True)
def take_in_file(context: JobContext, file_id: str, user_id: str) -> None:
    """In the name of whoever sent it; a job that is run again finds it taken in, and leaves it.

    What cannot be taken in at all is said to be so, that nobody waits for it.
    """
    from kinfold.web.changes.actions import stop, take_in
    from kinfold.web.changes.models import ChangeFile

    sender = User.objects.get(pk=user_id)
    try:
        with transaction.atomic():
            act_as(sender)
            take_in(file=ChangeFile.objects.get(pk=file_id), by=sender, at=clock.now())
    except Exception:
        if context.job.attempts >= TRIED_AGAIN:
            with transaction.atomic():
                act_as(sender)
                stop(file=ChangeFile.objects.get(pk=file_id), by=sender, at=clock.now())
        raise
