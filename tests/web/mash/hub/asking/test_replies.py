"""What agencies reply, that they will not, that they say nothing, and what comes after the decision."""

from datetime import timedelta

import pytest

from kinfold.web.access.checks import NotVisible, Refused
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core.rules import RuleBroken
from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash.actions.agreeing import return_decision
from kinfold.web.mash.actions.deciding import decide
from kinfold.web.mash.asked_chronology import entries
from kinfold.web.mash.models import Contact
from kinfold.web.notices.models import Notice
from kinfold.web.sharing import tasks
from kinfold.web.sharing.actions.replies import Reply, reply
from kinfold.web.sharing.actions.requests import chase, withdraw
from kinfold.web.sharing.selectors.requests import asked_about, replies_by_agency
from tests import factories
from tests.factories.days import LONG_AGO, NOW
from tests.web.mash.hub.asking.conftest import LATE, SOON, answers, ask
from tests.web.mash.hub.conftest import said


def test_a_reply_is_kept_and_told_and_stops_the_clock(as_app, asked, nurse, decider):
    with as_app(nurse):
        reply(request=asked, said=answers(asked, "Yes, since birth.", ""), by=nurse, at=SOON)
    asked.refresh_from_db()
    assert (asked.outcome, asked.replied_by, asked.replied_at) == ("shared", nurse, SOON)
    assert [each.answer for each in asked.questions.all()] == ["Yes, since birth.", ""]
    assert Deadline.objects.get(about_id=asked.pk).met_at == SOON
    assert Notice.objects.filter(user=decider, words__startswith="An agency has replied").exists()
    event = AuditEvent.objects.get(action="sharing.replied")
    assert (event.details["purpose"], event.details["outcome"]) == ("safeguarding", "shared")


def test_a_reply_sent_twice_is_one_and_another_is_refused(as_app, asked, nurse):
    with as_app(nurse):
        for _ in range(2):
            reply(request=asked, said=answers(asked, "Yes.", ""), by=nurse, at=SOON)
        with pytest.raises(RuleBroken, match="answered already"):
            reply(request=asked, said=answers(asked, "No.", ""), by=nurse, at=SOON)
    assert AuditEvent.objects.filter(action="sharing.replied").count() == 1


def test_nothing_known_is_an_answer_and_so_is_a_refusal_with_its_reason(as_app, asked, child, nurse, decider):
    with as_app(nurse):
        with pytest.raises(RuleBroken, match="at least one box"):
            reply(request=asked, said=answers(asked, " ", ""), by=nurse, at=SOON)
        with pytest.raises(RuleBroken, match="Say why you will not share"):
            reply(request=asked, said=Reply("declined"), by=nurse, at=SOON)
        reply(request=asked, said=Reply("declined", {}, "It is about somebody else’s health."), by=nurse, at=SOON)
    asked.refresh_from_db()
    assert (asked.outcome, asked.declined_because) == ("declined", "It is about somebody else’s health.")
    with as_app(decider):
        (one,) = asked_about(decider, [child.pk], LATE)[child.pk]
    assert (one.words, one.silent) == ("Did not share", False)
    assert AuditEvent.objects.filter(action="sharing.declined", person_ids=[child.person_id]).exists()


def test_nobody_else_replies(as_app, asked, decider):
    social_worker = factories.worker(Role.SOCIAL_WORKER)
    with as_app(social_worker), pytest.raises(NotVisible):
        reply(request=asked, said=Reply("nothing_known"), by=social_worker, at=SOON)
    with as_app(decider), pytest.raises(Refused):
        reply(request=asked, said=Reply("nothing_known"), by=decider, at=SOON)


def test_a_silence_is_counted_told_chased_and_leaves_a_line(as_app, asked, child, nurse, decider, manager, monkeypatch):
    monkeypatch.setattr(tasks.clock, "now", lambda: LATE)
    tasks.look_for_reply(str(asked.pk), str(decider.pk))
    assert Notice.objects.filter(user=decider, words="An agency has not replied in time", about_id=asked.pk).exists()
    assert Notice.objects.filter(user=nurse, words__startswith="A reply that you were asked").exists()
    with as_app(manager):
        (counted,) = replies_by_agency(manager, NOW - timedelta(days=1), LATE)
        assert (counted.asked, counted.silent, counted.late, counted.waiting) == (1, 1, 0, 0)
        lines = entries(child=child.person, viewer=manager, since=LONG_AGO, now=LATE)
    assert [line.title for line in lines] == [
        f"Asked: {nurse.name}, {nurse.agency}", f"No reply by the time it was due: {nurse.name}, {nurse.agency}",
    ]  # fmt: skip
    assert lines[1].at == NOW + timedelta(hours=6)


def test_a_look_before_the_reply_is_due_does_nothing(asked, decider, monkeypatch):
    monkeypatch.setattr(tasks.clock, "now", lambda: SOON)
    tasks.look_for_reply(str(asked.pk), str(decider.pk))
    asked.refresh_from_db()
    assert asked.times_chased == 0


def test_a_reply_after_the_decision_is_kept_and_told_and_changes_nothing(as_app, asked, child, nurse, decider, manager):
    with as_app(decider):
        decide(children=[child], said=said("advice"), by=decider, at=SOON)
    child.refresh_from_db()
    before = (child.decision, child.rationale, child.decided_at, child.version)
    with as_app(nurse):
        reply(request=asked, said=answers(asked, "We saw a burn.", ""), by=nurse, at=LATE)
    child.refresh_from_db()
    asked.refresh_from_db()
    assert (child.decision, child.rationale, child.decided_at, child.version) == before
    assert asked.replied_after_decision
    told = Notice.objects.filter(words__startswith="An agency replied after the decision")
    assert {notice.user for notice in told} == {decider, manager}
    with as_app(manager):
        lines = entries(child=child.person, viewer=manager, since=LONG_AGO, now=LATE)
    assert lines[-1].title.startswith("Replied, after the decision")


def test_a_returned_decision_can_still_hear_what_comes(as_app, child, nurse, decider, manager):
    Contact.objects.filter(pk=child.contact_id).update(rating="red")
    with as_app(decider):
        asked = ask(child, nurse, decider).request
        decide(children=[child], said=said("no_further_action"), by=decider, at=SOON)
    with as_app(manager):
        return_decision(child=child, reason="Wait for the nurse.", by=manager, at=SOON)
    with as_app(nurse):
        reply(request=asked, said=Reply("nothing_known"), by=nurse, at=LATE)
    asked.refresh_from_db()
    assert not asked.replied_after_decision


def test_a_request_taken_back_needs_no_reply_and_stays_in_the_file(as_app, asked, child, nurse, manager):
    with as_app(manager):
        with pytest.raises(RuleBroken, match="Say why"):
            withdraw(request=asked, because="", by=manager, at=SOON)
        for _ in range(2):
            withdraw(request=asked, because="The wrong child.", by=manager, at=SOON)
    with as_app(nurse), pytest.raises(RuleBroken, match="taken back"):
        reply(request=asked, said=Reply("nothing_known"), by=nurse, at=LATE)
    assert Deadline.objects.get(about_id=asked.pk).withdrawn_at == SOON
    assert Notice.objects.filter(user=nurse, words__startswith="You need not reply").count() == 1
    with as_app(manager):
        (one,) = asked_about(manager, [child.pk], LATE)[child.pk]
        assert (one.state, one.silent) == ("withdrawn", False)
        ask(child, nurse, manager)


def test_what_was_answered_is_neither_chased_nor_taken_back(as_app, asked, nurse, decider):
    with as_app(nurse):
        reply(request=asked, said=Reply("nothing_known"), by=nurse, at=SOON)
    with as_app(decider):
        with pytest.raises(RuleBroken, match="answered already"):
            chase(request=asked, site="https://kinfold.example", by=decider, at=SOON)
        with pytest.raises(RuleBroken, match="answered already"):
            withdraw(request=asked, because="No need", by=decider, at=SOON)
