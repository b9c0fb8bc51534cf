"""The answer to the referrer: drafted from the decisions in kind words, sent once, due until then."""

import re

import pytest

from kinfold.practice.code_lists import code_list
from kinfold.web.core.rules import RuleBroken
from kinfold.web.core.versions import StaleVersion
from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash import feedback_words
from kinfold.web.mash.actions.deciding import decide
from kinfold.web.mash.actions.feedback import drafted, send_feedback
from kinfold.web.mash.models import ContactChild, Feedback
from kinfold.web.mash.outcome_flags import RAISED_BY, outcome_flags
from kinfold.web.mash.selectors.contacts import own_contact
from kinfold.web.notices.models import Notice
from tests.factories.days import NOW
from tests.web.mash.hub.conftest import said

TELEPHONE = "023 9200 0000"


@pytest.fixture
def advised(as_app, matched, decider):
    def decided(**fields):
        child = matched(described_forename="Robin", described_surname="Told", **fields)
        with as_app(decider):
            return decide(children=[child], said=said("advice"), by=decider, at=NOW)[0].contact

    return decided


def test_it_is_sent_once_and_the_deadline_is_met(as_app, advised, decider, teacher):
    contact = advised()
    with as_app(decider):
        send_feedback(contact=contact, words="Thank you.", by=decider, at=NOW)
        send_feedback(contact=contact, words="Thank you again.", by=decider, at=NOW)

    assert Feedback.objects.get().words == "Thank you."
    assert Deadline.objects.get(kind="feedback_to_referrer").met_at == NOW
    assert Notice.objects.get(user=teacher).words == "The MASH has answered a contact you sent"
    with as_app(teacher):
        told = own_contact(teacher, contact.pk)
        assert (told.stage.words, told.contact.feedback.words) == ("Answered", "Thank you.")


def test_anothers_answer_in_between_is_shown_not_overwritten(as_app, advised, decider, manager):
    contact = advised()
    with as_app(decider):
        send_feedback(contact=contact, words="Theirs.", by=decider, at=NOW)
    with as_app(manager), pytest.raises(StaleVersion):
        send_feedback(contact=contact, words="Mine.", by=manager, at=NOW)
    assert Feedback.objects.get().words == "Theirs."


def test_nothing_is_answered_before_every_child_is_decided(as_app, told, decider):
    with as_app(decider), pytest.raises(RuleBroken, match="Decide for every child"):
        send_feedback(contact=told().contact, words="Soon.", by=decider, at=NOW)


def test_somebody_anonymous_cannot_be_answered(as_app, advised, decider):
    contact = advised(anonymous=True)
    with as_app(decider):
        assert drafted(contact, TELEPHONE) == ""
        with pytest.raises(RuleBroken, match="nobody to answer"):
            send_feedback(contact=contact, words="Hello?", by=decider, at=NOW)
    assert not Deadline.objects.filter(kind="feedback_to_referrer").exists()


def test_the_public_are_thanked_and_told_nothing(as_app, advised, decider):
    contact = advised(from_public=True)
    with as_app(decider):
        words = drafted(contact, TELEPHONE)
        assert "Thank you" in words
        assert "Robin" not in words
        assert send_feedback(contact=contact, words=words, by=decider, at=NOW).acknowledgement_only


def test_the_draft_names_the_child_as_the_referrer_did(as_app, advised, decider, family):
    contact = advised()
    with as_app(decider):
        words = drafted(contact, TELEPHONE)
    assert "Robin" in words
    assert family.children[0].forename not in words
    assert contact.reference in words
    assert TELEPHONE in words


def test_the_draft_says_nothing_of_what_the_hub_wrote_or_knows(as_app, matched, decider):
    child = matched()
    with as_app(decider):
        decide(children=[child], said=said("advice", rationale="Father was in prison."), by=decider, at=NOW)
        assert "prison" not in drafted(child.contact, TELEPHONE)


def test_when_parents_do_not_know_the_referrer_is_asked_not_to_tell_them(as_app, advised, decider):
    contact = advised(parents_informed="no")
    with as_app(decider):
        assert feedback_words.NOT_YET in drafted(contact, TELEPHONE)


@pytest.mark.parametrize("decision", ["signposted", "other_authority"])
def test_a_decision_that_names_no_service_or_council_leaves_no_gap_in_the_answer(as_app, advised, decider, decision):
    contact = advised()
    ContactChild.objects.filter(contact=contact).update(decision=decision)
    with as_app(decider):
        words = drafted(contact, TELEPHONE)
    assert "another " in words
    assert not re.search(r"  | \.|to \.", words)


def test_every_decision_has_its_words_and_its_flags():
    decisions = {code.code for code in code_list("contact_decision")}
    for words in (feedback_words.WHAT, feedback_words.WHY, feedback_words.NEXT, RAISED_BY):
        assert set(words) == decisions


def test_the_flags_are_the_standards_with_every_key():
    flags = outcome_flags("strategy_discussion", ["missing"])
    assert set(flags) == {code.code for code in code_list("contact_outcome_flags")}
    assert [key for key, value in flags.items() if value == "Y"] == [
        "NEW_REFERRAL_FLAG", "CP_ENQUIRY_FLAG", "MISSING_FLAG",
    ]  # fmt: skip
