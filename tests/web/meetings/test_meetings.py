"""Meetings: one planned at a time, held once, with who was there."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible, Refused
from kinfold.web.access.permissions import Role
from kinfold.web.core.versions import StaleVersion
from kinfold.web.meetings import actions, selectors
from kinfold.web.meetings.actions import Attending
from kinfold.web.meetings.models import Attendance, Meeting
from tests import factories
from tests.factories.days import NOW, TODAY


@pytest.fixture
def family():
    return factories.family()


@pytest.fixture
def plan(family):
    return factories.plan(factories.episode(family))


@pytest.fixture
def lead(family):
    return factories.worker(on=family)


def planned(plan, lead, due_on=TODAY):
    return actions.plan(kind="plan_review", about=plan, due_on=due_on, by=lead)


def held(meeting, by, **said):
    said = {"held_on": TODAY, "outcome": "continue", "attending": [Attending(by, attended=True)], "today": TODAY} | said
    return actions.hold(meeting=meeting, by=by, **said)


def test_one_meeting_of_a_kind_is_planned_at_a_time(as_app, plan, lead):
    with as_app(lead):
        first = planned(plan, lead)
        moved = planned(plan, lead, due_on=TODAY + timedelta(days=7))

        assert first == moved
        assert selectors.next_planned(lead, [plan.pk])[plan.pk].due_on == TODAY + timedelta(days=7)


def test_a_held_meeting_says_who_was_there(as_app, family, plan, lead):
    school = factories.agency("school")
    attending = [
        Attending(family.parent, attended=True), Attending(lead, attended=True), Attending(school, attended=False),
    ]  # fmt: skip
    with as_app(lead):
        held(planned(plan, lead), lead, attending=attending, notes="He sleeps better")

        (meeting,) = selectors.held(lead, [plan.pk])[plan.pk]

    assert (meeting.held_on, meeting.outcome, meeting.notes) == (TODAY, "continue", "He sleeps better")
    assert [place.attended for place in meeting.attendances.all() if place.agency == school] == [False]
    assert len(meeting.attendances.all()) == 3


def test_a_button_pressed_twice_holds_one_meeting(as_app, plan, lead):
    with as_app(lead):
        meeting = planned(plan, lead)
        held(meeting, lead, version=1)
        held(meeting, lead, version=1)

        assert Attendance.objects.count() == 1


def test_a_meeting_held_by_somebody_else_meanwhile_is_not_held_again(as_app, family, plan, lead):
    colleague = factories.worker(on=family)
    with as_app(lead):
        meeting = planned(plan, lead)
        held(meeting, lead)
    with as_app(colleague), pytest.raises(ValidationError, match="already held or cancelled"):
        held(meeting, colleague, outcome="close")


def test_a_meeting_moved_meanwhile_is_not_held_from_a_stale_page(as_app, plan, lead):
    with as_app(lead):
        meeting = planned(plan, lead)
        planned(plan, lead, due_on=TODAY + timedelta(days=7))

        with pytest.raises(StaleVersion):
            held(meeting, lead, version=1)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"held_on": TODAY + timedelta(days=1)}, "today or in the past"),
        ({"outcome": "celebrate"}, "what was decided"),
        ({"attending": []}, "who was there"),
    ],
)
def test_a_meeting_that_will_not_do_is_refused_in_words(as_app, plan, lead, said, words):
    with as_app(lead), pytest.raises(ValidationError, match=words):
        held(planned(plan, lead), lead, **said)


def test_a_cancelled_meeting_is_no_longer_due(as_app, plan, lead):
    with as_app(lead):
        meeting = planned(plan, lead, due_on=TODAY - timedelta(days=1))
        assert selectors.overdue(lead, TODAY) == [meeting]
        actions.cancel(meeting=meeting, by=lead, at=NOW)
        actions.cancel(meeting=meeting, by=lead, at=NOW)

        assert selectors.overdue(lead, TODAY) == []
        assert Meeting.objects.get().cancelled_at == NOW


def test_reviews_are_planned_by_who_may(as_app, family, plan):
    pcso, stranger = factories.worker(Role.EARLY_HELP_PCSO, on=family), factories.worker()

    with as_app(pcso), pytest.raises(Refused):
        planned(plan, pcso)
    with as_app(stranger), pytest.raises(NotVisible):
        planned(plan, stranger)
