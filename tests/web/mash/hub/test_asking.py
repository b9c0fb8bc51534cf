"""The hub asks agencies: what they are told and asked, how they reply or refuse, and what their silence leaves."""

from datetime import timedelta

import pytest
from django.core import mail

from kinfold.web.access.checks import NotVisible, Refused
from kinfold.web.access.models import Record
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core.rules import RuleBroken
from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash.actions.agreeing import return_decision
from kinfold.web.mash.actions.asking import ask_agency
from kinfold.web.mash.actions.deciding import decide
from kinfold.web.mash.actions.matching import confirm_match
from kinfold.web.mash.actions.rating import parents_now_know, rate
from kinfold.web.mash.asked_chronology import entries
from kinfold.web.mash.models import Contact
from kinfold.web.notices.models import Notice
from kinfold.web.people.actions import make_confidential
from kinfold.web.people.models import Person
from kinfold.web.sharing import tasks
from kinfold.web.sharing.actions.replies import Reply, reply
from kinfold.web.sharing.actions.requests import chase, withdraw
from kinfold.web.sharing.models import AgencyRequest, Question, ReplyLink, ShareWith
from kinfold.web.sharing.recipients import Recipient
from kinfold.web.sharing.selectors.requests import asked_about, replies_by_agency
from tests import factories
from tests.factories.days import LONG_AGO, NOW
from tests.web.mash.hub.conftest import said

WHY = "The school saw a mark, and we must know whether he is safe."
SOON, LATE = NOW + timedelta(minutes=30), NOW + timedelta(hours=9)


@pytest.fixture
def nurse():
    return factories.worker(
        Role.EARLY_HELP_LEAD, team=factories.team("health", name="School nurses"), name="Ola Brandt"
    )


@pytest.fixture
def child(matched):
    child = matched()
    Contact.objects.filter(pk=child.contact_id).update(rating="amber")
    child.contact.refresh_from_db()
    return child


def ask(child, to, by, *, at=NOW, codes=("known", "worries"), **more):
    more = {"own_question": "", "why": WHY, "site": "https://kinfold.example"} | more
    to = Recipient(to.agency, user=to) if hasattr(to, "email") and hasattr(to, "roles") else to
    return ask_agency(child=child, to=to, codes=codes, by=by, at=at, **more)


def answers(request, *words):
    keys = request.questions.values_list("pk", flat=True)
    return Reply("shared", dict(zip(keys, words, strict=False)))


@pytest.fixture
def asked(as_app, child, nurse, decider):
    with as_app(decider):
        return ask(child, nurse, decider).request


def test_the_agency_is_told_who_and_why_and_no_place(asked, child, nurse):
    assert (asked.told_name, asked.told_born_on) == (child.person.name, child.person.born_on)
    assert asked.purpose == "safeguarding"
    assert "Children Act 2004" in asked.lawful_basis
    assert [each.code for each in asked.questions.all()] == ["known", "worries"]
    kept = " ".join(str(value) for value in AgencyRequest.objects.values().get(pk=asked.pk).values())
    address = child.person.addresses.get()
    assert not any(words in kept for words in (address.line_1, address.postcode, "Fratton"))
    assert not Notice.objects.filter(user=nurse, words__contains=child.person.forename).exists()


@pytest.mark.parametrize(("rating", "hours"), [("red", 2), ("amber", 6), ("green", 24)])
def test_the_rating_sets_when_the_reply_is_due(as_app, child, nurse, decider, rating, hours):
    Contact.objects.filter(pk=child.contact_id).update(rating=rating)
    with as_app(decider):
        asked = ask(child, nurse, decider).request
    clock = Deadline.objects.get(about_id=asked.pk)
    assert (clock.due_at, clock.user) == (NOW + timedelta(hours=hours), nurse)


def test_a_new_rating_moves_the_reply_and_counts_from_the_asking(as_app, asked, child, decider):
    with as_app(decider):
        rate(contact=child.contact, rating="red", reason="A second mark", by=decider, at=SOON)
    running = Deadline.objects.open().get(about_id=asked.pk)
    assert (running.rule, running.due_at) == ("agency_reply_red", NOW + timedelta(hours=2))


def test_nothing_is_asked_before_the_rating_or_after_the_decision(as_app, matched, nurse, decider, child):
    unrated = matched(who=1)
    with as_app(decider):
        with pytest.raises(RuleBroken, match="Rate this contact first"):
            ask(unrated, nurse, decider)
        decide(children=[child], said=said("advice"), by=decider, at=NOW)
        with pytest.raises(RuleBroken, match="already made"):
            ask(child, nurse, decider)


@pytest.mark.parametrize(
    ("more", "words"),
    [({"codes": ()}, "at least one thing"), ({"why": " "}, "Say why you ask")],
)
def test_what_is_asked_and_why_must_be_said(as_app, child, nurse, decider, more, words):
    with as_app(decider), pytest.raises(RuleBroken, match=words):
        ask(child, nurse, decider, **more)


def test_only_the_hub_asks(as_app, child, nurse, teacher):
    with as_app(teacher), pytest.raises(Refused):
        ask(child, nurse, teacher)


def test_a_second_worker_who_asks_the_same_person_learns_of_the_first(as_app, asked, child, nurse, manager):
    with as_app(manager), pytest.raises(RuleBroken, match="asked about this child already"):
        ask(child, nurse, manager)
    assert AgencyRequest.objects.count() == 1


def test_do_not_share_with_holds_for_the_agency_and_for_the_person(as_app, child, family, nurse, decider):
    plan = factories.plan(factories.episode(family))
    for holder in ({"agency": nurse.agency}, {"user": nurse}):
        row = ShareWith.objects.create(about_kind="early_help.plan", about_id=plan.pk, record=plan.record,
                                       may_share=False, decided_by=decider, **holder)  # fmt: skip
        with as_app(decider), pytest.raises(RuleBroken, match="not to be shared with them"):
            ask(child, nurse, decider)
        row.delete()


def test_the_asked_see_their_request_and_nothing_else_of_the_child(as_app, asked, child, nurse, decider):
    other = factories.worker(Role.EARLY_HELP_LEAD)
    with as_app(decider):
        ask(child, other, decider)
    with as_app(nurse):
        assert list(AgencyRequest.objects.all()) == [asked]
        assert Question.objects.count() == 2
        assert not Person.objects.exists()
        assert not Contact.objects.exists()
        assert list(Deadline.objects.values_list("about_id", flat=True)) == [asked.pk]
    with as_app(other):
        assert asked not in AgencyRequest.objects.all()


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


def test_that_parents_must_not_know_goes_with_the_request_until_they_do(as_app, matched, nurse, decider, browser_of):
    child = matched(parents_informed="no", not_told_reason="He may harm her.")
    Contact.objects.filter(pk=child.contact_id).update(rating="red")
    with as_app(decider):
        asked = ask(child, nurse, decider).request
    page = browser_of(nurse).get(f"/requests/{asked.pk}").content.decode()
    assert "Parents do not know: do not contact the family" in page
    with as_app(decider):
        parents_now_know(contact=child.contact, how="The school told them.", by=decider, at=SOON)
    assert "Parents do not know" not in browser_of(nurse).get(f"/requests/{asked.pk}").content.decode()


def test_an_unmatched_childs_request_follows_once_somebody_says_who_it_is(as_app, told, family, nurse, decider):
    child = told(described_forename="Ash", described_surname="Pellworth")
    Contact.objects.filter(pk=child.contact_id).update(rating="green")
    person = family.children[0]
    with as_app(decider):
        asked = ask(child, nurse, decider).request
        assert (asked.told_name, asked.person) == ("Ash Pellworth", None)
        confirm_match(child=child, person=person, by=decider, at=SOON)
    asked.refresh_from_db()
    assert asked.person == person


def test_a_restricted_childs_request_is_seen_by_those_who_may_see_the_child(as_app, child, nurse, decider, manager):
    Record.objects.filter(pk=child.record_id).update(level=Record.Level.RESTRICTED)
    factories.grant(child, decider)
    with as_app(decider):
        asked = ask(child, nurse, decider).request
    with as_app(manager):
        assert not AgencyRequest.objects.exists()
        assert not replies_by_agency(manager, NOW - timedelta(days=1), LATE)
    with as_app(nurse):
        assert AgencyRequest.objects.get() == asked


def test_a_secret_address_is_refused_in_the_question_the_reason_and_the_answer(
    as_app, family, asked, child, nurse, browser_of, decider
):
    address = child.person.addresses.get()
    keeper = factories.worker(Role.SOCIAL_WORKER)
    with as_app(keeper):
        make_confidential(person=child.person, reason="She hides.", seen_by=[keeper], by=keeper, at=NOW)
    typed = {"outcome": "shared", "answer_0": f"Yes, at {address.line_1}, {address.postcode}."}
    page = browser_of(nurse).post(f"/requests/{asked.pk}", typed)
    assert "must stay secret" in page.content.decode()
    asked.refresh_from_db()
    assert asked.replied_at is None
    other = factories.worker(Role.EARLY_HELP_LEAD)
    typed = {"whom": str(other.pk), "questions": ["known"], "why": f"They live at {address.line_1}"}
    page = browser_of(decider).post(f"/mash/contacts/child/{child.pk}/ask/{other.agency_id}", typed)
    assert "must stay secret" in page.content.decode()
    assert AgencyRequest.objects.count() == 1


def test_the_decision_screen_shows_asked_answered_and_silent(as_app, child, nurse, decider, browser_of):
    silent = factories.worker(Role.EARLY_HELP_LEAD, name="Quiet Person")
    with as_app(decider):
        first = ask(child, nurse, decider).request
        ask(child, silent, decider)
    with as_app(nurse):
        reply(request=first, said=answers(first, "We saw him on Monday."), by=nurse, at=SOON)
    page = browser_of(decider).get(f"/mash/contacts/child/{child.pk}/decision").content.decode()
    assert "2 asked, 1 answered, 1 silent." in page
    assert "We saw him on Monday." in page
    assert "Quiet Person" in page


def test_the_pages_ask_remind_and_take_back(child, nurse, decider, browser_of):
    browser = browser_of(decider)
    here = f"/mash/contacts/child/{child.pk}/ask"
    assert "Choose an agency" in browser.post(here, {"agency": ""}).content.decode()
    assert browser.post(here, {"agency": str(nurse.agency_id)})["Location"] == f"{here}/{nurse.agency_id}"
    wrong = browser.post(f"{here}/{nurse.agency_id}", {"whom": str(nurse.pk), "why": "Kept words"}).content.decode()
    assert "Choose at least one thing to ask" in wrong
    assert "Kept words" in wrong
    typed = {"whom": str(nurse.pk), "questions": ["known"], "own_question": "Was he seen on Friday?", "why": WHY}
    page = browser.post(f"{here}/{nurse.agency_id}", typed, follow=True).content.decode()
    assert "Ola Brandt is asked." in page
    asked = AgencyRequest.objects.get()
    assert "Was he seen on Friday?" in page
    assert "is reminded" in browser.post(f"/mash/requests/{asked.pk}/chase", follow=True).content.decode()
    page = browser.post(f"/mash/requests/{asked.pk}/take-back", {"because": "Known now"}, follow=True)
    assert "Taken back" in page.content.decode()


def test_the_manager_sees_how_agencies_reply(asked, manager, nurse, browser_of, decider, monkeypatch):
    monkeypatch.setattr(tasks.clock, "now", lambda: LATE)
    page = browser_of(manager).get("/mash/replies").content.decode()
    assert nurse.agency.name in page
    assert browser_of(decider).get("/mash/replies").status_code == 403


def test_the_asked_reply_from_their_tray(asked, nurse, browser_of):
    browser = browser_of(nurse)
    tray = browser.get("/work").content.decode()
    assert "Say what your agency knows" in tray
    assert f"Request {asked.reference}" in tray
    page = browser.get(f"/requests/{asked.pk}").content.decode()
    assert page.count("<textarea") == 3  # two questions and the reason for not sharing
    answer = browser.post(f"/requests/{asked.pk}", {"outcome": "shared", "answer_0": "Yes."}, follow=True)
    assert "The hub has your reply" in answer.content.decode()
    assert not mail.outbox
    assert not ReplyLink.objects.exists()
