"""Volunteers: who sees them, when their check falls due, and what they may not do without one."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.permissions import Permission, Role, roles_with
from kinfold.web.core.versions import StaleVersion
from kinfold.web.deadlines.models import Deadline
from kinfold.web.groups.actions.sessions import Told, change_session
from kinfold.web.groups.actions.volunteers import TOLD, add_volunteer, change_volunteer
from kinfold.web.groups.models import Session, Volunteer
from kinfold.web.record.tray import own_tray
from tests import factories
from tests.factories.days import LONG_AGO, NOW, TODAY
from tests.web.groups.conftest import MORNING, service

LAST_MONTH = TODAY - timedelta(days=30)
FOUR_YEARS_AGO = TODAY - timedelta(weeks=208)
NAME = "Osric Longwater-Featherstonehaugh"


@pytest.fixture
def volunteer(group):
    def made(by=None, **said) -> Volunteer:
        by = by or group.runs
        facts = {"name": NAME, "role": "Makes breakfast", "since": LONG_AGO, "until": None, "check_seen_on": LAST_MONTH,
                 "supervised_by": group.runs, "training": "First aid, 2024", **said}  # fmt: skip
        with group.as_app(by):
            return add_volunteer(service=group.service, by=by, at=NOW, **facts)

    return made


def changed(group, volunteer, by=None, version=None, **said):
    by = by or group.runs
    with group.as_app(by):
        return change_volunteer(volunteer=volunteer, version=version or volunteer.version, by=by, at=NOW, **said)


def clock_of(volunteer):
    return Deadline.objects.open().filter(kind="volunteer_check", about_id=volunteer.pk).first()


def test_a_page_of_another_service_sent_here_makes_a_volunteer_of_their_own(group, volunteer):
    first = volunteer()
    other = service("Other", team=group.runs.teams[0])
    with group.as_app(group.runs):
        facts = {name: getattr(first, name) for name in TOLD}
        made = add_volunteer(service=other, by=group.runs, at=NOW, key=first.pk, **facts)
    assert (made.service, made.pk == first.pk) == (other, False)


def test_a_check_that_was_seen_falls_due_again_for_the_supervisor_and_the_team(group, volunteer, colleague):
    made = volunteer()
    clock = clock_of(made)
    assert (clock.user, clock.team, clock.due_at) == (group.runs, group.service.team, made.check_due_at)
    assert made.due_on == LAST_MONTH + timedelta(weeks=156)
    with group.as_app(group.runs):
        (task,) = [row for row in own_tray(group.runs, NOW).coming if "DBS" in row.words]
        assert NAME in task.who
    with group.as_app(colleague):
        assert Deadline.objects.filter(pk=clock.pk).exists()
    with group.as_app(factories.worker()):
        assert not Deadline.objects.filter(pk=clock.pk).exists()


def test_seen_again_it_is_met_and_runs_anew_and_whoever_stops_is_on_no_clock(group, volunteer):
    made = volunteer(check_seen_on=FOUR_YEARS_AGO)
    assert not made.is_checked_on(TODAY)
    first = clock_of(made)
    made = changed(group, made, check_seen_on=TODAY)
    first.refresh_from_db()
    assert first.met_at == NOW
    assert made.is_checked_on(TODAY)
    assert clock_of(made).due_at == made.check_due_at > NOW
    made = changed(group, made, until=TODAY - timedelta(days=1))
    assert clock_of(made) is None
    made = changed(group, made, until=None)
    assert clock_of(made).due_at == made.check_due_at
    assert clock_of(changed(group, made, until=TODAY + timedelta(weeks=9))) is None  # stops before it is due again


def test_another_supervisor_has_the_clock(group, volunteer, colleague):
    made = changed(group, volunteer(), supervised_by=colleague)
    assert clock_of(made).user == colleague


def test_without_a_check_nothing_is_due_and_it_is_said_plainly(group, volunteer, browser_of):
    made = volunteer(check_seen_on=None)
    assert clock_of(made) is None
    for address in (f"/services/{group.service.pk}/group", f"/services/{group.service.pk}/volunteers"):
        assert "No current DBS check" in browser_of(group.runs).get(address).content.decode()


def test_a_check_holds_to_the_end_of_the_day_on_which_it_is_due(volunteer):
    made = volunteer()
    assert made.is_checked_on(made.due_on)
    assert not made.is_checked_on(made.due_on + timedelta(days=1))
    assert not made.is_checked_on(LAST_MONTH - timedelta(days=1))  # nobody had seen it yet


@pytest.mark.parametrize("seen", [None, FOUR_YEARS_AGO])
def test_a_volunteer_without_a_current_check_does_not_lead_alone(group, volunteer, seen):
    made = volunteer(check_seen_on=seen)
    with pytest.raises(ValidationError, match="without a current DBS check cannot lead a session alone"):
        group.meet(led_by=None, volunteer=made)
    session = group.meet(led_by=group.runs, volunteer=made)
    alone = Told(TODAY, MORNING, volunteer=made)
    with group.as_app(group.runs), pytest.raises(ValidationError, match="cannot lead a session alone"):
        change_session(session=session, told=alone, version=session.version, by=group.runs, at=NOW)


def test_one_with_a_check_leads_alone_and_that_stays_when_the_check_runs_out(group, volunteer):
    made = volunteer()
    session = group.meet(led_by=None, volunteer=made)
    Volunteer.objects.filter(pk=made.pk).update(check_seen_on=TODAY + timedelta(days=1))
    session.refresh_from_db()
    told = Told(TODAY, MORNING, volunteer=Volunteer.objects.get(), others=3)
    with group.as_app(group.runs):
        assert change_session(session=session, told=told, version=session.version, by=group.runs, at=NOW).others == 3


def test_whoever_volunteered_elsewhere_or_had_stopped_led_nothing_here(group, volunteer):
    stopped = volunteer(until=TODAY - timedelta(days=1))
    with pytest.raises(ValidationError, match="was a volunteer of this group on that day"):
        group.meet(volunteer=stopped)
    elsewhere = volunteer()
    elsewhere.service = service("Another", team=group.service.team)
    elsewhere.save()
    with pytest.raises(ValidationError, match="was a volunteer of this group on that day"):
        group.meet(volunteer=elsewhere)
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    ("said", "why_not"),
    [
        ({"name": " "}, "Enter the volunteer’s name"),
        ({"role": ""}, "Say what the volunteer does"),
        ({"until": LONG_AGO - timedelta(days=1)}, "must not be before the first"),
        ({"check_seen_on": TODAY + timedelta(days=1)}, "cannot be in the future"),
    ],
)
def test_what_a_volunteer_needs(volunteer, said, why_not):
    with pytest.raises(ValidationError, match=why_not):
        volunteer(**said)
    assert not Volunteer.objects.exists()


def test_the_supervisor_works_in_the_team_and_a_check_that_was_seen_stays_seen(group, volunteer):
    with pytest.raises(ValidationError, match="works in the team"):
        volunteer(supervised_by=factories.worker())
    with pytest.raises(ValidationError, match="stays seen"):
        changed(group, volunteer(), check_seen_on=None)


def test_the_page_sent_twice_is_one_and_two_editors_notice_each_other(group, volunteer, colleague):
    key = uuid4()
    made = volunteer(key=key)
    assert volunteer(key=key).pk == made.pk
    read = made.version
    changed(group, made, version=read, role="Leads")
    with pytest.raises(StaleVersion):
        changed(group, made, by=colleague, version=read, role="Washes up")


def test_only_the_team_and_those_who_keep_the_directory_see_volunteers(group, volunteer, browser_of):
    made = volunteer()
    team = group.runs.teams[0]
    outside = factories.worker(Role.SAFEGUARDING_LEAD)
    inside = factories.person_in_role(Role.SAFEGUARDING_LEAD, team=team)
    keeper = factories.worker(Role.BOARD_SUPPORT)
    social_worker = factories.worker(Role.SOCIAL_WORKER)
    page, one = f"/services/{group.service.pk}/volunteers", f"/services/volunteers/{made.pk}"
    for who, answer in ((inside, 200), (keeper, 200), (outside, 404), (social_worker, 403)):
        assert [browser_of(who).get(address).status_code for address in (page, one)] == [answer, answer]
    assert NAME in browser_of(inside).get(f"/services/{group.service.pk}/group").content.decode()
    for who in (outside, social_worker):
        seen = browser_of(who).get(f"/services/{group.service.pk}/group").content.decode()
        assert NAME not in seen
        assert "1 volunteer." in seen


def test_who_led_is_a_volunteer_to_others(group, volunteer, browser_of):
    group.meet(led_by=None, volunteer=volunteer())
    address = f"/services/{group.service.pk}/group"
    assert "a volunteer" in browser_of(factories.worker(Role.SOCIAL_WORKER)).get(address).content.decode()


def test_a_keeper_of_the_directory_writes_one_down_though_not_of_the_team(group, volunteer):
    keeper = factories.worker(Role.BOARD_SUPPORT)
    made = volunteer(by=keeper)
    assert clock_of(made).team == group.service.team
    with pytest.raises(ValidationError, match="look after its volunteers"):
        volunteer(by=factories.worker(Role.SAFEGUARDING_LEAD))


def test_neither_the_directory_nor_open_referral_names_a_volunteer(group, volunteer, client, browser_of):
    volunteer()
    everywhere = [
        client.get("/api/oruk/services"),
        client.get(f"/api/oruk/services/{group.service.pk}"),
        browser_of(group.runs).get(f"/services/{group.service.pk}"),
        browser_of(group.runs).get("/services/"),
    ]
    for answer in everywhere:
        assert answer.status_code == 200
        assert "Osric" not in answer.content.decode()


def test_whoever_keeps_the_directory_may_look_after_volunteers():
    """Else the rule of who sees them would name people who may not open the page."""
    assert set(roles_with(Permission.DIRECTORY_KEEP)) <= set(roles_with(Permission.VOLUNTEER_KEEP))
