"""The rule of who sees a record stands thrice: in the policy, in the query and in the check. They answer alike."""

import random
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from kinfold.web.access.checks import NotVisible, can_see, require, visible_records
from kinfold.web.access.models import Cover, Grant, Membership, Record, User
from kinfold.web.access.permissions import ROLES, Permission, Role
from kinfold.web.casework.models import Conflict
from kinfold.web.core import clock
from kinfold.web.people.models import Person
from tests import factories
from tests.factories.days import LONG_AGO, LONG_AGO_AT


def drawn(seed):
    """A small partnership at random: roles, records of every level, grants old and new, covers, conflicts."""
    dice, now = random.Random(seed), timezone.now()
    teams = [factories.team() for _ in range(4)]
    users = [factories.person_in_role(dice.choice(list(Role)), team=dice.choice(teams)) for _ in range(9)]
    for user in users:
        for membership in user.memberships.all():
            if dice.random() < 0.2:
                Membership.objects.filter(pk=membership.pk).update(ended_on=now.date())
        if dice.random() < 0.4:
            role, team = dice.choice(list(Role)), dice.choice(teams)
            Membership.objects.get_or_create(user=user, team=team, role=role, defaults={"started_on": LONG_AGO})
        if dice.random() < 0.15:
            User.objects.filter(pk=user.pk).update(is_active=False)
    people = [factories.person(record=factories.record(dice.choice(Record.Level.values))) for _ in range(14)]
    ends = (None, None, now - timedelta(days=1), now + timedelta(days=1))
    for _ in range(40):
        holder = dice.choice([{"user": dice.choice(users)}, {"team": dice.choice(teams)}])
        Grant.objects.create(
            record=dice.choice(people).record,
            reason="Drawn",
            started_at=LONG_AGO_AT,
            ended_at=dice.choice(ends),
            **holder,
        )
    day = timedelta(days=1)
    for _ in range(8):
        away, by = dice.sample(users, 2)
        spans = ((now, now), (now - 9 * day, now - day), (now + day, now + day), (now - day, now + day))
        first, last = dice.choice(spans)
        ended = {"ended_at": now, "ended_by": away} if dice.random() < 0.2 else {}
        days = {"first_day": first.date(), "last_day": last.date()}
        Cover.objects.create(away=away, by=by, **days, **ended, arranged_at=now, arranged_by=away)
    for _ in range(8):
        known = {"user": dice.choice(users), "person": dice.choice(people), "how": "own_family"}
        ended = {"ended_at": now, "ended_by": users[0]} if dice.random() < 0.3 else {}
        if not Conflict.objects.filter(**known).exists():
            Conflict.objects.create(**known, **ended, declared_at=now, declared_by=users[0], record=factories.record())
    return [User.objects.get(pk=user.pk) for user in users], people


def sees(user, person):
    """The rule said once more, slowly, and only with what a person could read off the rows."""
    roles = [one for one in user.memberships.all() if one.ended_on is None]
    if not user.is_active or Conflict.objects.filter(user=user, person=person, ended_at__isnull=True).exists():
        return False
    if person.record.level == "open" and any(ROLES[Role(one.role)].whole_index for one in roles):
        return True
    covered = {
        cover.away_id
        for cover in Cover.objects.filter(by=user, ended_at__isnull=True, away__is_active=True)
        if cover.first_day <= clock.today() <= cover.last_day
    }
    if person.record.level == "open" and any(
        given.user_id in covered and given.ended_at is None for given in person.record.grants.all()
    ):
        return True
    return any(
        (given.ended_at is None or given.ended_at > timezone.now())
        and (given.user_id == user.pk or given.team_id in {one.team_id for one in roles})
        for given in person.record.grants.all()
    )


@pytest.mark.parametrize("seed", range(12))
def test_policy_query_check_and_plain_reading_answer_alike(as_app, seed):
    users, people = drawn(seed)
    for user in users:
        expected = {person.pk for person in people if sees(user, person)}
        queried = {person.pk for person in people if person.record in visible_records(user)}
        checked = {person.pk for person in people if can_see(user, person.record_id)}
        with as_app(user):
            held = set(Person.objects.values_list("pk", flat=True))
            shown = set(Person.objects.visible_to(user).values_list("pk", flat=True))
            asked = {person.pk for person in people if _function_says(person.record_id)}
        assert [queried, checked, held, shown, asked] == [expected] * 5


@pytest.mark.parametrize("seed", range(3))
def test_require_lets_through_exactly_those_who_see_the_record_and_hold_the_permission(as_app, seed):
    users, people = drawn(100 + seed)
    for user in users:
        if not user.may(Permission.PERSON_READ):
            continue
        for person in people:
            expected = sees(user, person)
            with as_app(user):
                assert _required(user, person) is expected


def _required(user, person):
    try:
        require(user, Permission.PERSON_READ, on=person)
    except NotVisible:
        return False
    return True


def _function_says(record_id):
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_may_see(%s)", [record_id])
        return cursor.fetchone()[0]
