"""Forms: saved as typed, voice by voice, complete when what must be answered is, and read as they were said."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible, Refused
from kinfold.web.access.permissions import Role
from kinfold.web.core.ids import new_id
from kinfold.web.core.versions import StaleVersion
from kinfold.web.questionnaires import actions, selectors
from kinfold.web.questionnaires.actions import AnswersRefused, Given
from kinfold.web.questionnaires.models import Answer, Response
from tests import factories
from tests.factories.days import NOW, TODAY

FORM = "family_support_conversation"
REQUIRED = (
    Given("strengths", "We eat together", "parent"),
    Given("worries", "He does not sleep", "parent"),
    Given("safety_now", "no"),
    Given("what_needs_to_change", "Sleep", "child"),
    Given("agrees_to_take_part", "yes", "parent"),
)


@pytest.fixture
def family():
    return factories.family(children=2)


@pytest.fixture
def conversation(family):
    return factories.conversation(factories.episode(family))


@pytest.fixture
def lead(family):
    return factories.worker(on=family)


@pytest.fixture
def response(as_app, conversation, lead):
    with as_app(lead):
        return actions.start(form_key=FORM, about=conversation, by=lead, on=TODAY)


def save(response, lead, *answers, version=None):
    return actions.save_answers(response=response, answers=answers, version=version or response.version, by=lead)


def test_a_conversation_has_one_form_in_the_version_of_its_day(as_app, conversation, lead, response):
    with as_app(lead):
        assert actions.start(form_key=FORM, about=conversation, by=lead, on=TODAY) == response

    assert response.form_version == "1"


def test_answers_are_kept_by_voice_and_person(as_app, family, lead, response):
    older, younger = family.children
    with as_app(lead):
        save(
            response, lead,
            Given("score_safety", 3, "child", older.pk), Given("score_safety", 8, "child", younger.pk),
            Given("strengths", "Nana", "child", older.pk), Given("safety_now", "no"),
        )  # fmt: skip

        by_key = {section.key: section for section in selectors.sections(lead, response)}

    (safety,) = [asked for asked in by_key["scores"].questions if asked.question.key == "score_safety"]
    said = [(answer.voice, answer.person_name, answer.shown) for answer in safety.answers]
    assert said == [
        ("child", older.name, "3 out of 10"), ("child", younger.name, "8 out of 10"), ("parent", None, ""),
        ("professional", None, ""),
    ]  # fmt: skip
    (unsafe,) = [asked for asked in by_key["worries"].questions if asked.question.key == "safety_now"]
    assert [answer.shown for answer in unsafe.answers] == ["No"]


def test_typing_on_changes_the_answer_and_emptying_takes_it_back(as_app, lead, response):
    with as_app(lead):
        saved = save(response, lead, Given("tried_before", "A", "parent"))
        saved = save(saved, lead, Given("tried_before", "A clock", "parent"))
        assert Answer.objects.get().text == "A clock"
        save(saved, lead, Given("tried_before", "", "parent"))

        sections = selectors.sections(lead, response)

    assert not any(asked.is_answered for section in sections for asked in section.questions)
    assert Answer.objects.count() == 1  # nothing is deleted


def test_two_people_typing_at_once_do_not_overwrite_each_other(as_app, lead, response):
    with as_app(lead):
        save(response, lead, Given("tried_before", "Theirs", "parent"), version=1)

        with pytest.raises(StaleVersion):
            save(response, lead, Given("tried_before", "Mine", "parent"), version=1)

        assert Answer.objects.get().text == "Theirs"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Given("score_safety", 11, "child"), "Choose a number from 0 to 10"),
        (Given("safety_now", "perhaps"), "Choose yes or no"),
        (Given("tried_before", "x" * 10_001, "parent"), "10,000 characters or fewer"),
        (Given("tried_before", "x", "child"), "does not ask that person"),
        (Given("no_such_question", "x"), "does not ask that"),
    ],
)
def test_an_answer_that_will_not_do_is_refused_and_none_is_saved(as_app, lead, response, answer, words):
    with as_app(lead):
        with pytest.raises(AnswersRefused) as refused:
            save(response, lead, answer, Given("first_step", "Kept?", "parent"))

        assert words in refused.value.problems[answer.key]
        assert Answer.objects.count() == 0
        assert Response.objects.get().version == 1


def test_a_form_is_complete_only_with_what_must_be_answered(as_app, lead, response):
    with as_app(lead):
        with pytest.raises(AnswersRefused) as refused:
            actions.complete(response=response, version=1, by=lead, at=NOW)
        assert {key[0] for key in refused.value.problems} == {given.question for given in REQUIRED}

        saved = save(response, lead, *REQUIRED)
        done = actions.complete(response=saved, version=saved.version, by=lead, at=NOW)
        assert actions.complete(response=saved, version=1, by=lead, at=NOW + timedelta(days=1)).completed_at == NOW

        with pytest.raises(ValidationError, match="This form is complete"):
            save(done, lead, Given("tried_before", "More", "parent"))


def test_words_of_the_world_are_kept_as_they_were_said(as_app, lead, response):
    said = "أحب أمي 💛\n=SUM(A1)"
    with as_app(lead):
        save(response, lead, Given("childs_words", said, "child"))

        assert Answer.objects.get().text == said


def test_scores_over_time_are_one_picture_a_domain(as_app, family, conversation, lead, response):
    older, younger = family.children
    review = new_id()
    with as_app(lead):
        saved = save(
            response, lead, *REQUIRED, Given("score_school", 2, "parent"),
            Given("score_school", 4, "child", older.pk), Given("score_school", 5, "child", younger.pk),
        )  # fmt: skip
        actions.complete(response=saved, version=saved.version, by=lead, at=NOW)
        Answer.objects.create(
            record=family.record, about_kind="meetings.meeting", about_id=review, question="school", voice="parent",
            score=7,
        )  # fmt: skip

        (school,) = selectors.progress(lead, {conversation.pk: TODAY, review: date(2024, 7, 24)})

    assert school["title"] == "School and learning"
    lines = {line["name"]: [point["score"] for point in line["points"]] for line in school["series"]}
    assert lines == {
        f"Child or young person: {older.name}": [4], f"Child or young person: {younger.name}": [5],
        "Parent or carer": [2, 7],
    }  # fmt: skip


def test_a_form_not_yet_complete_has_no_scores(as_app, conversation, lead, response):
    with as_app(lead):
        save(response, lead, Given("score_school", 2, "parent"))

        assert selectors.scores(lead, {conversation.pk: TODAY}) == []


def test_a_foreign_conversation_is_not_there(as_app, conversation, response):
    stranger = factories.worker()

    with as_app(stranger):
        with pytest.raises(NotVisible):
            actions.start(form_key=FORM, about=conversation, by=stranger, on=TODAY)
        with pytest.raises(NotVisible):
            save(response, stranger, Given("first_step", "x", "parent"))
        assert selectors.response_for(stranger, conversation, FORM) is None


def test_who_does_not_hold_conversations_cannot_start_one(as_app, family, conversation):
    pcso = factories.worker(Role.EARLY_HELP_PCSO, on=family)

    with as_app(pcso), pytest.raises(Refused):
        actions.start(form_key=FORM, about=conversation, by=pcso, on=TODAY)
