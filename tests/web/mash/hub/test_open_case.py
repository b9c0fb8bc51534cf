"""A contact about a child whom somebody helps already goes to them, and stays on the board until they accept it."""

from datetime import timedelta

import pytest

from kinfold.web.access.permissions import Role
from kinfold.web.casework.models import Handover
from kinfold.web.core.rules import RuleBroken
from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash.actions.deciding import decide
from kinfold.web.mash.actions.matching import confirm_match
from kinfold.web.mash.actions.open_case import accept_contact, refuse_contact
from kinfold.web.mash.actions.rating import rate
from kinfold.web.mash.models import Contact
from kinfold.web.mash.selectors.board import board
from kinfold.web.notices.models import Notice
from tests import factories
from tests.factories.days import NOW
from tests.web.mash.hub.conftest import said


@pytest.fixture
def colleague(worker):
    return factories.worker(Role.EARLY_HELP_LEAD, team=worker.teams[0])


@pytest.fixture
def worker(family):
    user = factories.worker(Role.EARLY_HELP_LEAD)
    factories.lead(factories.episode(family, "early_help"), user)
    return user


@pytest.fixture
def passed_on(as_app, told, decider, family, worker):
    child = told()
    with as_app(decider):
        confirm_match(child=child, person=family.children[0], by=decider, at=NOW)
    return child


def section(viewer, key):
    return next(one.rows for one in board(viewer, NOW).sections if one.key == key)


def test_once_matched_it_goes_to_the_worker_and_their_team(passed_on, worker, colleague):
    handover = Handover.objects.get()
    assert (handover.kind, handover.to_user, handover.to_team) == ("open_case", worker, worker.teams[0])
    assert handover.contact_child_id == passed_on.pk
    assert Notice.objects.filter(user=worker, url_name="mash:open_case").count() == 1
    assert Deadline.objects.get(about_id=handover.pk).kind == "open_case"


def test_the_worker_has_it_on_the_clock_on_which_it_came(as_app, told, decider, family, worker):
    child = told(received_at=NOW - timedelta(days=1))
    with as_app(decider):
        confirm_match(child=child, person=family.children[0], by=decider, at=NOW)
    accept, decide_by = (Deadline.objects.get(about_id=pk) for pk in (Handover.objects.get().pk, child.pk))
    assert (accept.user, accept.due_at) == (worker, decide_by.due_at)


def test_it_waits_on_the_board_with_its_clock(as_app, passed_on, decider, worker):
    with as_app(decider):
        rows = section(decider, "accepting")
        assert [row.contact for row in rows] == [passed_on.contact]
        assert rows[0].waits_for == worker.name
        assert rows[0].due_at == Deadline.objects.get(about_id=passed_on.pk).due_at


def test_until_somebody_rates_it_it_stands_on_top_too(as_app, passed_on, decider, worker):
    with as_app(decider):
        assert [(row.contact, row.waits_for) for row in section(decider, "unrated")] == [
            (passed_on.contact, worker.name)
        ]
        rate(contact=passed_on.contact, rating="red", by=decider, at=NOW)
        assert not section(decider, "unrated")
        assert not section(decider, "deciding")
        assert section(decider, "accepting")


def test_the_clock_of_its_rating_runs_until_the_worker_accepts(as_app, passed_on, decider, worker):
    with as_app(decider):
        rate(contact=passed_on.contact, rating="red", by=decider, at=NOW)
        decide(children=[passed_on], said=said("allocated_worker"), by=decider, at=NOW)
    assert Deadline.objects.get(kind="rag_red").met_at is None
    with as_app(worker):
        accept_contact(handover=Handover.objects.get(), by=worker, at=NOW)
    assert Deadline.objects.get(kind="rag_red").met_at == NOW


def test_a_brother_whom_the_worker_may_not_see_still_waits_on_the_clock(as_app, passed_on, told, decider, worker):
    told(passed_on.contact)
    with as_app(decider):
        rate(contact=passed_on.contact, rating="red", by=decider, at=NOW)
    with as_app(worker):
        accept_contact(handover=Handover.objects.get(), by=worker, at=NOW)
    assert Deadline.objects.get(kind="rag_red").met_at is None


def test_the_worker_reads_what_was_said_and_accepts_and_only_then_it_is_decided(as_app, passed_on, worker, decider):
    handover = Handover.objects.get()
    with as_app(worker):
        assert Contact.objects.get().what_happened
        accept_contact(handover=handover, by=worker, at=NOW)
        accept_contact(handover=handover, by=worker, at=NOW)

    passed_on.refresh_from_db()
    assert (passed_on.decision, passed_on.decided_by) == ("allocated_worker", worker)
    assert passed_on.outcome_flags["EXISTING_REFERRAL_FLAG"] == "Y"
    assert Deadline.objects.get(about_id=passed_on.pk).met_at == NOW
    with as_app(decider):
        assert not section(decider, "accepting")
        assert [row.contact for row in section(decider, "answering")] == [passed_on.contact]


def test_a_colleague_of_the_team_may_accept_for_them(as_app, passed_on, colleague):
    with as_app(colleague):
        accept_contact(handover=Handover.objects.get(), by=colleague, at=NOW)
    passed_on.refresh_from_db()
    assert passed_on.decided_by == colleague


def test_deciding_that_it_goes_to_the_worker_does_not_stop_the_clock(as_app, passed_on, decider, worker):
    with as_app(decider):
        decide(children=[passed_on], said=said("allocated_worker"), by=decider, at=NOW)
        assert Handover.objects.count() == 1
        assert Deadline.objects.get(about_id=passed_on.pk).met_at is None
        assert section(decider, "accepting")
    with as_app(worker):
        accept_contact(handover=Handover.objects.get(), by=worker, at=NOW)
    passed_on.refresh_from_db()
    assert passed_on.decided_by == decider
    assert Deadline.objects.get(about_id=passed_on.pk).met_at == NOW


def test_when_the_hub_decides_otherwise_it_is_taken_back(as_app, passed_on, decider, worker, care_team):
    with as_app(decider):
        decide(children=[passed_on], said=said("advice"), by=decider, at=NOW)
    assert Handover.objects.get().withdrawn_at == NOW
    with as_app(worker):
        assert not Contact.objects.exists()
        with pytest.raises(RuleBroken, match="already answered or taken back"):
            accept_contact(handover=Handover.objects.get(), by=worker, at=NOW)


def test_not_theirs_goes_back_to_the_hub_with_the_reason(as_app, passed_on, decider, worker):
    with as_app(decider):
        decide(children=[passed_on], said=said("allocated_worker"), by=decider, at=NOW)
    with as_app(worker):
        refuse_contact(handover=Handover.objects.get(), reason="We closed last week.", by=worker, at=NOW)

    passed_on.refresh_from_db()
    assert (passed_on.decision, passed_on.returned_reason) == ("", "We closed last week.")
    assert Notice.objects.filter(user=decider, url_name="mash:contact_child").exists()
    with as_app(decider):
        assert section(decider, "unrated")


def test_the_social_worker_comes_before_the_lead_professional(as_app, told, decider, family, worker):
    social_worker = factories.worker(Role.SOCIAL_WORKER)
    factories.lead(family.episodes.get(), social_worker, role="allocated_social_worker")
    with as_app(decider):
        confirm_match(child=told(), person=family.children[0], by=decider, at=NOW)
    assert Handover.objects.get().to_user == social_worker


def test_a_child_nobody_helps_goes_to_nobody(as_app, told, decider, family):
    with as_app(decider):
        confirm_match(child=told(), person=family.children[0], by=decider, at=NOW)
    assert not Handover.objects.exists()
