"""The hub asks an agency: what it is told and asked, when its reply is due, and who sees the request."""

from datetime import timedelta

import pytest

from kinfold.web.access.checks import Refused
from kinfold.web.access.models import Record
from kinfold.web.access.permissions import Role
from kinfold.web.core.rules import RuleBroken
from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash.actions.deciding import decide
from kinfold.web.mash.actions.matching import confirm_match
from kinfold.web.mash.actions.rating import rate
from kinfold.web.mash.models import Contact
from kinfold.web.notices.models import Notice
from kinfold.web.people.models import Person
from kinfold.web.sharing.models import AgencyRequest, Question, ShareWith
from kinfold.web.sharing.selectors.requests import replies_by_agency
from tests import factories
from tests.factories.days import NOW
from tests.web.mash.hub.asking.conftest import LATE, SOON, ask
from tests.web.mash.hub.conftest import said


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
