"""The job that tells the few who may see a restricted file that somebody may need it, while nobody waits."""

from django.db import connection, transaction
from procrastinate.contrib.django import app

from kinfold.web.access.checks import act_as
from kinfold.web.access.grants import grant
from kinfold.web.access.models import User
from kinfold.web.core import clock
from kinfold.web.emergency import notice_kinds
from kinfold.web.emergency.models import EmergencyRequest
from kinfold.web.notices.actions import notify


@app.task(name="emergency.tell_keepers")
def tell_keepers(request_id: str, guardian_id: str) -> None:
    """In a Guardian's name, whom alone the database answers. Keepers may read who asks and how to ring them; the asker
    is told nothing of it.
    """
    with transaction.atomic():
        act_as(User.objects.get(pk=guardian_id))
        request = EmergencyRequest.objects.select_related("record").get(pk=request_id)
        with connection.cursor() as cursor:
            cursor.execute("SELECT emergency_keepers(%s)", [request.pk])
            keepers = User.objects.filter(pk__in=[key for (key,) in cursor.fetchall()]).exclude(pk=request.asked_by_id)
        for keeper in keepers:
            grant(request.record, to=keeper, reason="May see the file that is asked for", at=clock.now(),
                  source_id=request.record_id)  # fmt: skip
        notify(notice_kinds.KEPT, to=keepers, about_id=request.pk)
