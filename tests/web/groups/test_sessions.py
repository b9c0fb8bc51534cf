"""Sessions of a group: recorded once, changed by two, called off, and what is refused."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import Refused
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core.versions import StaleVersion
from kinfold.web.groups.actions.sessions import Told, change_session, record_session
from kinfold.web.groups.models import Attendance, Session
from kinfold.web.people.secret_text import SecretAddressWritten
from tests import factories
from tests.factories.days import NOW, TODAY
from tests.web.groups.conftest import MORNING, service

CAME, ABSENT = Attendance.How.CAME, Attendance.How.ABSENT


def test_a_session_has_its_register_and_how_many_others_came(group):
    group.add()
    session = group.meet(done="Bird boxes.", others=7, how={group.father: CAME})
    assert (session.others, session.done, session.leaders) == (7, "Bird boxes.", group.runs.name)
    mark = Attendance.objects.get()
    assert (mark.person, mark.how, mark.record_id) == (group.father, CAME, group.father.record_id)


def test_pressed_twice_it_is_one_and_another_at_the_same_time_is_refused(group, colleague):
    group.add()
    first = group.meet(others=2, how={group.father: CAME})
    assert group.meet(others=2, how={group.father: CAME}).pk == first.pk
    with pytest.raises(ValidationError, match="has a session at this time already"):
        group.meet(others=3, how={group.father: CAME})
    with pytest.raises(ValidationError, match="has a session at this time already"):
        group.meet(others=2, by=colleague)
    assert group.meet(at=time(8, 0), others=3).pk != first.pk
    assert Session.objects.count() == 2


@pytest.mark.parametrize(("days", "at"), [(1, MORNING), (0, time(23, 0))])
def test_a_session_is_recorded_once_it_has_begun(group, days, at):
    with pytest.raises(ValidationError, match="once it has begun"):
        group.meet(on=TODAY + timedelta(days=days), at=at)


def test_one_that_is_to_come_can_be_called_off_and_has_no_register(group):
    group.add()
    session = group.meet(on=TODAY + timedelta(days=7), cancelled_because="Half-term", how={group.father: CAME})
    assert session.cancelled
    assert session.leaders == ""
    assert not Attendance.objects.exists()


def test_what_somebody_came_to_was_held(group):
    group.add()
    session = group.meet(how={group.father: CAME})
    called_off = Told(TODAY, MORNING, cancelled_because="Snow")
    with group.as_app(group.runs):
        with pytest.raises(ValidationError, match="so it was held"):
            change_session(session=session, told=called_off, version=session.version, by=group.runs, at=NOW)
        stayed_away = Told(TODAY, MORNING, led_by=group.runs, how={group.father: ABSENT})
        session = change_session(session=session, told=stayed_away, version=session.version, by=group.runs, at=NOW)
        session = change_session(session=session, told=called_off, version=session.version, by=group.runs, at=NOW)
    assert session.cancelled_because == "Snow"


def test_two_who_change_it_at_once_notice_each_other_and_twice_the_same_is_once(group, colleague):
    group.add()
    session = group.meet(how={group.father: CAME})
    read = session.version
    mine = Told(TODAY, MORNING, led_by=group.runs, others=4, how={group.father: ABSENT})
    with group.as_app(group.runs):
        once = change_session(session=session, told=mine, version=read, by=group.runs, at=NOW)
        twice = change_session(session=session, told=mine, version=read, by=group.runs, at=NOW)
    assert once.version == twice.version == read + 1
    theirs = Told(TODAY, MORNING, led_by=colleague, others=9, how={group.father: CAME})
    with group.as_app(colleague), pytest.raises(StaleVersion):
        change_session(session=session, told=theirs, version=read, by=colleague, at=NOW)
    assert Attendance.objects.get().how == ABSENT


def test_only_the_team_that_runs_it_records_and_only_somebody_of_it_leads(group):
    other = factories.worker(on=group.family)
    with pytest.raises(ValidationError, match="Only the team that runs this group"):
        group.meet(by=other)
    with pytest.raises(ValidationError, match="works in the team"):
        group.meet(led_by=other)
    with pytest.raises(ValidationError, match="Say who led"):
        group.meet(led_by=None)
    social_worker = factories.person_in_role(Role.SOCIAL_WORKER, team=group.runs.teams[0])
    with pytest.raises(Refused):
        group.meet(by=social_worker)
    nobodys = service("No team")
    with group.as_app(group.runs), pytest.raises(ValidationError, match="Only the team that runs this group"):
        record_session(service=nobodys, told=Told(TODAY, MORNING, led_by=group.runs), by=group.runs, at=NOW)


def test_nothing_of_a_session_says_where_somebody_lives_whose_address_is_secret(group):
    sealed = factories.record("sealed")
    factories.address(group.father, line_1="14 Lantern Road", postcode="PO48RT", confidential=True, record=sealed)
    group.father.has_confidential_address = True
    group.father.save()
    group.add()
    with pytest.raises(SecretAddressWritten):
        group.meet(done="We fetched him from 14 Lantern Road.", how={group.father: CAME})
    assert not Session.objects.exists()
    refused = AuditEvent.objects.using("audit").get(action="refused.secret_address_written")
    assert refused.user_id == group.runs.pk
    assert "Lantern" not in str(refused.details)
