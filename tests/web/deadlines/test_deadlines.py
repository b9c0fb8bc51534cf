"""Clocks: started once, due by the rule in force, met or withdrawn, and shown overdue first to whoever holds them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinfold.web.access.checks import Refused
from kinfold.web.access.permissions import Role
from kinfold.web.deadlines import actions, selectors
from kinfold.web.deadlines.kinds import DeadlineKind, by_key
from kinfold.web.deadlines.models import Deadline
from kinfold.web.local.actions import set_value
from tests import factories
from tests.factories.days import NOW, TODAY

DECIDE = DeadlineKind("decide", "contact_decision", "Decide on a contact", "local:setting")
LOOK = DeadlineKind("look", "rag_red", "Look at a red contact", "local:setting")
GREEN = DeadlineKind("green", "rag_green", "Look at a green contact", "local:setting")
KINDS = (DECIDE, LOOK, GREEN)


def test_a_decision_is_due_by_the_close_of_the_next_working_day(as_app):
    family = factories.family()
    worker = factories.worker(on=family)

    with as_app(worker):
        on_friday = actions.start(DECIDE, about=family, at=datetime(2024, 6, 14, 22, 0, tzinfo=UTC))

    assert on_friday.due_at == datetime(2024, 6, 17, 23, 0, tzinfo=UTC)  # the midnight that ends Monday in London


def test_a_rule_in_days_shows_its_day_and_is_not_late_until_that_day_is_over(as_app):
    family = factories.family()
    worker = factories.worker(on=family)
    with as_app(worker):
        started = actions.start(DECIDE, about=family, at=NOW, user=worker)

        assert started.due == date(2024, 6, 13)
        assert not started.is_overdue_at(started.due_at - timedelta(seconds=1))
        assert started.is_overdue_at(started.due_at)
        (row,) = selectors.tray(worker, NOW, KINDS)
        assert row.due == date(2024, 6, 13)


def test_the_partnerships_own_length_and_hours_set_the_clock(as_app):
    manager = factories.worker(Role.MASH_MANAGER)
    family = factories.family()
    with as_app(manager):
        for key, value in (("rag_green_length", 3), ("rag_green_clock", "hub_hours")):
            set_value(key=key, value=value, valid_from=TODAY, by=manager, reason="Tried out", today=TODAY)

        started = actions.start(GREEN, about=family, at=datetime(2024, 6, 12, 14, 30, tzinfo=UTC))

    # Open until 17:00 on Wednesday: an hour and a half; the rest from 8:30 on Thursday.
    assert started.due_at == datetime(2024, 6, 13, 9, 0, tzinfo=UTC)


def test_starting_twice_is_one_clock(as_app):
    family = factories.family()
    worker = factories.worker(on=family)

    with as_app(worker):
        first = actions.start(DECIDE, about=family, at=NOW)
        again = actions.start(DECIDE, about=family, at=NOW + timedelta(hours=1))

    assert first == again


def test_a_clock_is_met_once_and_may_then_start_again(as_app):
    family = factories.family()
    worker = factories.worker(on=family)

    with as_app(worker):
        actions.start(DECIDE, about=family, at=NOW)
        assert actions.meet(DECIDE, about=family, at=NOW)
        assert not actions.meet(DECIDE, about=family, at=NOW)
        actions.start(DECIDE, about=family, at=NOW)

    assert Deadline.objects.filter(about_id=family.pk).count() == 2


def test_a_withdrawn_clock_is_in_nobodys_tray(as_app):
    family = factories.family()
    worker = factories.worker(on=family)

    with as_app(worker):
        actions.start(DECIDE, about=family, at=NOW, user=worker)
        actions.withdraw(DECIDE, about=family, at=NOW)

        assert selectors.tray(worker, NOW, KINDS) == []


def test_the_tray_is_overdue_first_with_words_a_place_to_go_and_the_child(as_app):
    family = factories.family()
    child = family.children[0]
    worker = factories.worker(on=family)
    with as_app(worker):
        actions.start(DECIDE, about=family, at=NOW, user=worker)
        actions.start(LOOK, about=child, at=NOW - timedelta(hours=5), user=worker, person=child)

        late, later = selectors.tray(worker, NOW, KINDS)

    assert (late.words, late.overdue, late.person_name) == (LOOK.words, True, child.name)
    assert (later.words, later.overdue, later.person_name) == (DECIDE.words, False, None)
    assert later.url == f"/settings/{family.pk}"


def test_a_child_whose_file_is_closed_to_the_viewer_is_not_named(as_app):
    contact_file, child = factories.record(), factories.person()
    worker = factories.worker(on=contact_file)
    family = factories.family()
    actions.start(DECIDE, about=family, record=contact_file, at=NOW, user=worker, person=child)

    with as_app(worker):
        (row,) = selectors.tray(worker, NOW, KINDS)

    assert row.person_name is None


def test_work_on_a_file_that_is_closed_to_its_holder_is_not_shown(as_app):
    family = factories.family(level="restricted")
    worker = factories.worker(Role.MASH_DECISION_MAKER)
    actions.start(DECIDE, about=family, at=NOW, user=worker)

    with as_app(worker):
        assert selectors.tray(worker, NOW, KINDS) == []


def test_a_managers_team_tray_holds_the_teams_work_and_its_peoples(as_app):
    families = [factories.family() for _ in range(3)]
    manager = factories.worker(Role.EARLY_HELP_MANAGER)
    team = manager.teams[0]
    colleague, stranger = factories.worker(team=team), factories.worker()
    for family in families:
        factories.grant(family, team)
    actions.start(DECIDE, about=families[0], at=NOW, team=team)
    actions.start(DECIDE, about=families[1], at=NOW, user=colleague)
    actions.start(DECIDE, about=families[2], at=NOW, user=stranger)

    with as_app(manager):
        rows = selectors.team_tray(manager, team, NOW, KINDS)

    assert {row.about_id for row in rows} == {families[0].pk, families[1].pk}
    assert [row.holder_name for row in rows if row.about_id == families[1].pk] == [colleague.name]


def test_another_teams_tray_is_empty_and_without_the_permission_refused(as_app):
    manager, lead = factories.worker(Role.EARLY_HELP_MANAGER), factories.worker()

    with as_app(manager):
        assert selectors.team_tray(manager, lead.teams[0], NOW, KINDS) == []
    with as_app(lead), pytest.raises(Refused):
        selectors.team_tray(lead, lead.teams[0], NOW, KINDS)


def test_work_given_to_a_colleague_moves_to_their_tray(as_app):
    family = factories.family()
    first, second = factories.worker(on=family), factories.worker(on=family)
    with as_app(first):
        actions.start(DECIDE, about=family, at=NOW, user=first)
        actions.reassign(DECIDE, about=family, user=second)

        assert selectors.tray(first, NOW, KINDS) == []
    with as_app(second):
        assert len(selectors.tray(second, NOW, KINDS)) == 1


def test_a_tray_takes_the_same_queries_however_full_it_is(as_app):
    worker = factories.worker()

    def queries_for(more: int) -> int:
        for _ in range(more):
            child = factories.person()
            factories.grant(child, worker)
            actions.start(DECIDE, about=child, at=NOW, user=worker, person=child)
        with as_app(worker), CaptureQueriesContext(connection) as queries:
            selectors.tray(worker, NOW, KINDS)
        return len(queries)

    queries_for(1)  # who the worker is, is asked once

    assert queries_for(1) == queries_for(8)


def test_the_first_clock_to_run_out_is_the_one_a_board_shows(as_app):
    family = factories.family()
    worker = factories.worker(on=family)
    with as_app(worker):
        actions.start(DECIDE, about=family, at=NOW)
        look = actions.start(LOOK, about=family, at=NOW)

        assert selectors.open_for([family.pk]) == {family.pk: look}
        assert selectors.open_for([family.pk], DECIDE)[family.pk].kind == "decide"


def test_a_kind_names_a_rule_that_exists_and_is_declared_once():
    with pytest.raises(ValueError, match="no timescale"):
        DeadlineKind("x", "no_such_rule", "Words", "home")
    with pytest.raises(ValueError, match="declared twice"):
        by_key([DECIDE, DeadlineKind("decide", "rag_red", "Else", "home")])
