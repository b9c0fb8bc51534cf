"""Supervision is recorded on the family's help, falls due again by rule, and is counted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import Refused
from kinfold.web.access.permissions import Role
from kinfold.web.deadlines.models import Deadline
from kinfold.web.early_help import actions, chronology
from kinfold.web.early_help.actions.oversight import record_oversight
from kinfold.web.early_help.models import Oversight
from kinfold.web.early_help.selectors.oversight import oversight_page
from tests import factories
from tests.factories.days import NOW, TODAY

SAID = {"talked_about": "Mornings are calmer.", "decided": "Carys rings the school by Friday."}


@pytest.fixture
def manager(episode, lead):
    """Of the team in which the lead works."""
    user = factories.worker(Role.EARLY_HELP_MANAGER, team=lead.teams[0], on=episode)
    episode.involvements.update(team=lead.teams[0])
    return user


def test_it_is_recorded_once_and_falls_due_again_in_six_weeks(as_app, episode, manager, lead):
    with as_app(manager):
        for _ in range(2):
            record_oversight(episode=episode, held_on=TODAY, by=manager, at=NOW, **SAID)
    made = Oversight.objects.get()
    assert (made.worker, made.held_by) == (lead, manager)
    due = Deadline.objects.get(kind="oversight")
    assert due.user == manager
    assert timedelta(weeks=6) <= due.due_at - NOW < timedelta(weeks=6, days=1)


def test_the_page_says_who_is_overdue_and_how_often_families_were_looked_at(as_app, episode, manager):
    with as_app(manager):
        before = oversight_page(manager, TODAY + timedelta(weeks=60))
        record_oversight(episode=episode, held_on=TODAY, by=manager, at=NOW, **SAID)
        after = oversight_page(manager, TODAY + timedelta(weeks=1))
    assert (before.overdue, before.rows[0].last_on, before.held) == (1, None, 0)
    assert (after.overdue, after.rows[0].last_on, after.held) == (0, TODAY, 1)


def test_whoever_helps_reads_it_and_only_a_manager_writes_it(as_app, episode, manager, lead, browser_of):
    with as_app(lead), pytest.raises(Refused):
        record_oversight(episode=episode, held_on=TODAY, by=lead, at=NOW, **SAID)
    with as_app(manager):
        record_oversight(episode=episode, held_on=TODAY, by=manager, at=NOW, **SAID)
        with pytest.raises(ValidationError):
            record_oversight(episode=episode, held_on=TODAY + timedelta(days=1), by=manager, at=NOW, **SAID)
    with as_app(lead):
        told = chronology.entries(child=episode.family.children[0], viewer=lead, since=TODAY)
    assert [one.text for one in told if one.kind == "Oversight"] == [SAID["decided"]]
    page = browser_of(lead).get(f"/early-help/episodes/{episode.pk}/oversight").content.decode()
    assert "Carys rings the school by Friday." in page
    assert 'name="decided"' not in page
    assert browser_of(lead).get("/early-help/oversight").status_code == 403


def test_nothing_is_due_once_the_help_has_ended(as_app, episode, manager, lead):
    with as_app(manager):
        record_oversight(episode=episode, held_on=TODAY, by=manager, at=NOW, **SAID)
    with as_app(lead):
        actions.close_help(
            episode=episode, outcome="goals_met", note="They are well.", open_actions={}, by=lead, at=NOW
        )
    assert Deadline.objects.get(kind="oversight").withdrawn_at == NOW


def test_one_recorded_late_does_not_set_the_clock_back(as_app, episode, manager):
    with as_app(manager):
        record_oversight(episode=episode, held_on=TODAY, by=manager, at=NOW, **SAID)
        due = Deadline.objects.get(kind="oversight", met_at__isnull=True).due_at
        record_oversight(episode=episode, held_on=TODAY - timedelta(weeks=20), by=manager, at=NOW, **SAID)
    assert Deadline.objects.get(kind="oversight", met_at__isnull=True).due_at == due
