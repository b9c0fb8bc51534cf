"""Family Support Conversations: resumed, completed once, with the day's facts kept."""

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible, Refused
from kinfold.web.access.permissions import Role
from kinfold.web.early_help import actions
from kinfold.web.early_help.models import Conversation
from kinfold.web.local.models import LocalValue
from kinfold.web.questionnaires.actions import AnswersRefused, Given, save_answers
from kinfold.web.questionnaires.selectors import response_for
from tests import factories
from tests.factories.days import LONG_AGO, NOW, TODAY

REQUIRED = (
    Given("agrees_to_take_part", "yes", "parent"),
    Given("strengths", "We laugh a lot", "parent"),
    Given("worries", "Bedtimes", "parent"),
    Given("safety_now", "no"),
    Given("what_needs_to_change", "Calm evenings", "child"),
)


def talk(episode, by, answers=REQUIRED):
    conversation = actions.start_conversation(episode=episode, by=by, on=TODAY)
    response = response_for(by, conversation, "family_support_conversation")
    return conversation, save_answers(response=response, answers=answers, version=response.version, by=by)


def complete(conversation, response, by):
    return actions.complete_conversation(
        conversation=conversation, response=response, held_on=TODAY, version=response.version, by=by, at=NOW
    )


def test_starting_again_goes_on_with_the_conversation_that_was_begun(as_app, episode, lead):
    with as_app(lead):
        first = actions.start_conversation(episode=episode, by=lead, on=TODAY)
        assert actions.start_conversation(episode=episode, by=lead, on=TODAY) == first


def test_completing_keeps_the_day_the_ward_the_agency_and_that_it_counts_as_the_assessment(as_app, episode, lead):
    with as_app(lead):
        done = complete(*talk(episode, lead), lead)

    assert (done.completed_on, done.completed_by, done.tier) == (TODAY, lead, 3)
    assert (done.ward, done.agency, done.counts_as_assessment) == ("Fratton", lead.agency, True)


def test_what_counts_as_an_assessment_is_the_partnerships_setting(as_app, episode, lead):
    LocalValue.objects.create(
        key="conversation_counts_as_assessment", value=False, valid_from=LONG_AGO, set_by=lead, reason="x"
    )
    with as_app(lead):
        assert not complete(*talk(episode, lead), lead).counts_as_assessment


def test_at_tier_2_it_does_not_count_as_an_assessment(as_app, family):
    episode = factories.episode(family, "family_support")
    worker = factories.worker(on=episode)
    with as_app(worker):
        done = complete(*talk(episode, worker), worker)

    assert (done.tier, done.counts_as_assessment) == (2, False)


def test_what_must_be_answered_is_asked_for_and_nothing_is_completed(as_app, episode, lead):
    with as_app(lead):
        conversation, response = talk(episode, lead, REQUIRED[:2])
        with pytest.raises(AnswersRefused) as refused:
            complete(conversation, response, lead)

    assert ("worries", "", None) in refused.value.problems
    assert Conversation.objects.get().completed_on is None


def test_a_family_that_says_no_has_no_completed_conversation(as_app, episode, lead):
    with as_app(lead), pytest.raises(ValidationError, match="Help is their choice"):
        complete(*talk(episode, lead, (Given("agrees_to_take_part", "no", "parent"), *REQUIRED[1:])), lead)


def test_completing_twice_is_completing_once(as_app, episode, lead):
    with as_app(lead):
        conversation, response = talk(episode, lead)
        complete(conversation, response, lead)
        complete(conversation, response, lead)

    assert Conversation.objects.get().version == 2


def test_only_who_is_involved_and_may_holds_one(as_app, episode, stranger):
    pcso = factories.worker(Role.EARLY_HELP_PCSO, on=episode)
    with as_app(stranger), pytest.raises(NotVisible):
        actions.start_conversation(episode=episode, by=stranger, on=TODAY)
    with as_app(pcso), pytest.raises(Refused):
        actions.start_conversation(episode=episode, by=pcso, on=TODAY)
