"""Actions: what the family and services said they would do, promised once, done once, dropped with a reason."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinfold.web.access.checks import NotVisible, Refused
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.commitments import actions, selectors
from kinfold.web.commitments.models import Commitment
from kinfold.web.core.versions import StaleVersion
from tests import factories
from tests.factories.days import NOW, TODAY


@pytest.fixture
def family():
    return factories.family()


@pytest.fixture
def plan(family):
    return factories.plan(factories.episode(family), *family.children)


@pytest.fixture
def lead(family):
    return factories.worker(on=family)


def promise(plan, by, **said):
    said = {"text": "Bring him to breakfast club", "promised_by": "service"} | said
    return actions.promise(about=plan, by=by, **said)


def test_the_family_and_services_each_have_their_own_list(as_app, family, plan, lead):
    with as_app(lead):
        promise(plan, lead, promised_by="family", promiser=family.parent, text="Ring the school", due_on=TODAY)
        promise(plan, lead, promiser=lead, text="Find a place at the club")

        lists = selectors.of_plans(lead, [plan.pk])[plan.pk]

    assert [(item.text, item.who) for item in lists.family] == [("Ring the school", family.parent.name)]
    assert [(item.text, item.who) for item in lists.service] == [("Find a place at the club", lead.name)]


def test_a_button_pressed_twice_promises_once(as_app, plan, lead):
    with as_app(lead):
        assert promise(plan, lead) == promise(plan, lead)

    assert AuditEvent.objects.filter(action="commitments.promised").count() == 1


def test_the_same_words_due_another_day_are_another_promise(as_app, plan, lead):
    with as_app(lead):
        assert promise(plan, lead) != promise(plan, lead, due_on=TODAY)


@pytest.mark.parametrize(
    ("said", "words"),
    [({"text": "  "}, "what will be done"), ({"promised_by": "family", "promiser": "lead"}, "somebody in the family")],
)
def test_a_promise_that_will_not_do_is_refused_in_words(as_app, plan, lead, said, words):
    said = {name: lead if value == "lead" else value for name, value in said.items()}

    with as_app(lead), pytest.raises(ValidationError, match=words):
        promise(plan, lead, **said)


def test_done_is_kept_once_with_who_said_so(as_app, plan, lead):
    with as_app(lead):
        made = promise(plan, lead)
        actions.mark_done(commitment=made, done_on=TODAY, by=lead, at=NOW, version=1)
        actions.mark_done(commitment=made, done_on=TODAY - timedelta(days=1), by=lead, at=NOW, version=1)

    made.refresh_from_db()
    assert (made.done_on, made.done_by, made.version) == (TODAY, lead, 2)


def test_nothing_is_done_in_the_future(as_app, plan, lead):
    with as_app(lead), pytest.raises(ValidationError, match="today or in the past"):
        actions.mark_done(commitment=promise(plan, lead), done_on=TODAY + timedelta(days=1), by=lead, at=NOW)


def test_what_is_dropped_leaves_the_list_and_stays_in_the_file(as_app, plan, lead):
    with as_app(lead):
        made = promise(plan, lead)
        actions.drop(commitment=made, reason="The club has closed", by=lead, at=NOW)

        assert selectors.of_plans(lead, [plan.pk])[plan.pk].service == []
        assert Commitment.objects.get().dropped_reason == "The club has closed"
        with pytest.raises(ValidationError, match="already done or was dropped"):
            actions.mark_done(commitment=made, done_on=TODAY, by=lead, at=NOW)


def test_a_change_on_a_stale_page_is_shown_with_both_versions(as_app, plan, lead):
    with as_app(lead):
        made = promise(plan, lead)
        actions.change(commitment=made, text="Theirs", due_on=None, version=1, by=lead)

        with pytest.raises(StaleVersion) as stale:
            actions.change(commitment=made, text="Mine", due_on=TODAY, version=1, by=lead)

    assert (stale.value.current.text, stale.value.mine.text) == ("Theirs", "Mine")


def test_ones_own_actions_come_due_first(as_app, family, plan, lead):
    colleague = factories.worker(on=family)
    with as_app(lead):
        promise(plan, lead, promiser=lead, text="Later", due_on=TODAY + timedelta(days=9))
        promise(plan, lead, promiser=lead, text="Whenever")
        promise(plan, lead, promiser=lead, text="Sooner", due_on=TODAY)
        promise(plan, lead, promiser=colleague, text="Not mine")

        assert [item.text for item in selectors.mine(lead)] == ["Sooner", "Later", "Whenever"]


def test_a_pcso_marks_an_action_done_but_makes_none(as_app, family, plan, lead):
    pcso = factories.worker(Role.EARLY_HELP_PCSO, on=family)
    with as_app(lead):
        made = promise(plan, lead, promiser=pcso)

    with as_app(pcso):
        assert actions.mark_done(commitment=made, done_on=TODAY, by=pcso, at=NOW).done_by == pcso
        with pytest.raises(Refused):
            promise(plan, pcso)


def test_a_foreign_plan_is_not_there(as_app, plan):
    stranger = factories.worker()

    with as_app(stranger):
        with pytest.raises(NotVisible):
            promise(plan, stranger)
        assert selectors.of_plans(stranger, [plan.pk])[plan.pk].service == []


def test_many_plans_take_as_many_queries_as_one(as_app, family, lead):
    plans = [factories.plan(factories.episode(family, closed_on=TODAY)) for _ in range(4)]
    with as_app(lead):
        for plan in plans:
            promise(plan, lead, promised_by="family", promiser=family.parent)
        selectors.of_plans(lead, [])

        def queries(of):
            with CaptureQueriesContext(connection) as caught:
                selectors.of_plans(lead, [plan.pk for plan in of])
            return len(caught)

        assert queries(plans[:1]) == queries(plans)


def test_what_was_loaded_as_done_on_a_day_is_no_longer_to_be_done(as_app, plan, lead):
    """A dataset says the day and not the moment."""
    with as_app(lead):
        loaded = promise(plan, lead, promiser=lead, due_on=TODAY - timedelta(days=400))
        Commitment.objects.filter(pk=loaded.pk).update(done_on=TODAY - timedelta(days=410))
        assert selectors.mine(lead) == []
        assert not Commitment.objects.overdue_on(TODAY).exists()
        loaded.refresh_from_db()
        assert actions.mark_done(commitment=loaded, done_on=TODAY, by=lead, at=NOW).done_on < TODAY
        with pytest.raises(ValidationError):
            actions.change(commitment=loaded, text="Something else", due_on=TODAY, by=lead, version=loaded.version)
