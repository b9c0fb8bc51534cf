"""A professional leaves: their account closes, their parts end, and their managers learn that work waits."""

from datetime import date, datetime

from django.db import connection, transaction

from kinfold.web.access import actions as access
from kinfold.web.access.models import Membership, User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.audit import events
from kinfold.web.casework import notice_kinds, rules
from kinfold.web.casework.models import Involvement
from kinfold.web.notices import actions as notices


@transaction.atomic
def leave(*, user: User, on: date, by: User, at: datetime) -> User:
    """Whoever closes the account sees no child; what ends is found by the database.

    A team that stood in for the leaver still sees the file, so that their work can be passed on.
    """
    if not user.is_active:
        return access.close_account(user=user, on=on, by=by, at=at)
    teams = [team.pk for team in user.teams]
    user = access.close_account(user=user, on=on, by=by, at=at)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM casework_leave(%s, %s, %s)", [user.pk, on, rules.LEFT])
        ended = cursor.fetchall()
    for involvement_id, record_id, person_id in ended:
        part = Involvement(pk=involvement_id, record_id=record_id, person_id=person_id)
        events.record("casework.involvement_ended", by=by, about=part, people=(person_id,))
    managers = Membership.objects.filter(
        team__in=teams, ended_on__isnull=True, role__in=roles_with(Permission.LEAD_ASSIGN)
    )
    told = User.objects.filter(pk__in=managers.values("user"))
    notices.notify(notice_kinds.COLLEAGUE_LEFT, to=told, about_id=user.pk)
    return user
