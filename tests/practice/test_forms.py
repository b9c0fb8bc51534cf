"""The forms: what a Family Support Conversation and a review ask, and which answers will do."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from kinfold.practice import code_lists
from kinfold.practice.dated import NotInForce, PracticeDataFault
from kinfold.practice.forms import FORMS, Question, form, form_of, read_form

DAY = date(2026, 6, 1)
CONVERSATION = form("family_support_conversation", DAY)
REVIEW = form("plan_review", DAY)
DOMAINS = ["safety", "wellbeing", "school", "home", "relationships"]
VOICES = ("child", "parent", "professional")
SMALL = {"key": "small", "version": "1", "title": "Small", "intro": "", "source": "Local", "valid_from": DAY}


def with_question(**question):
    return read_form(SMALL | {"section": [{"key": "one", "title": "One", "question": [question]}]})


def test_the_conversation_asks_for_strengths_worries_and_change_in_that_order():
    titles = [section.title for section in CONVERSATION.sections]
    assert titles == [
        "Your family",
        "What is going well",
        "What worries you",
        "What needs to change",
        "Where things are today",
        "The child’s own words",
    ]


@pytest.mark.parametrize("definition", [CONVERSATION, REVIEW], ids=lambda definition: definition.key)
def test_each_voice_scores_each_domain_from_0_to_10(definition):
    scales = [question for question in definition.questions if question.kind == "scale"]
    assert [scale.domain for scale in scales] == DOMAINS
    assert all((scale.lowest, scale.highest, scale.voices) == (0, 10, VOICES) for scale in scales)
    assert all(scale.lowest_means and scale.highest_means for scale in scales)


def test_the_review_scores_as_the_conversation_does_so_that_progress_can_be_drawn():
    def scales(definition):
        return [question for question in definition.questions if question.kind == "scale"]

    assert scales(REVIEW) == scales(CONVERSATION)


@pytest.mark.parametrize("definition", [CONVERSATION, REVIEW], ids=lambda definition: definition.key)
def test_the_childs_own_words_are_asked_of_the_child(definition):
    assert definition.question("childs_words").kind == "words"
    assert definition.question("childs_words").voices == ("child",)


def test_a_family_agrees_before_it_takes_part():
    assert CONVERSATION.question("agrees_to_take_part").required


def test_a_review_ends_in_one_of_the_outcomes():
    outcome = REVIEW.question("outcome")
    assert outcome.required
    assert dict(outcome.choices) == code_lists.labels("review_outcome")


@pytest.mark.parametrize("definition", [CONVERSATION, REVIEW], ids=lambda definition: definition.key)
def test_the_forms_are_labelled_as_the_partnerships_to_replace(definition):
    assert "for the partnership to replace" in definition.source


@pytest.mark.parametrize(
    ("question", "answer", "problem"),
    [
        (Question("q", "text", "Why?"), None, None),
        (Question("q", "text", "Why?"), "", None),
        (Question("q", "text", "Why?", required=True), "", "Answer this question"),
        (Question("q", "text", "Why?"), "x" * 10_000, None),
        (Question("q", "words", "Why?"), "x" * 10_001, "Write 10,000 characters or fewer"),
        (Question("q", "text", "Why?"), 7, "Write your answer in words"),
        (Question("q", "scale", "How?", domain="home"), 0, None),
        (Question("q", "scale", "How?", domain="home"), 10, None),
        (Question("q", "scale", "How?", domain="home"), 11, "Choose a number from 0 to 10"),
        (Question("q", "scale", "How?", domain="home"), -1, "Choose a number from 0 to 10"),
        (Question("q", "scale", "How?", domain="home"), True, "Choose a number from 0 to 10"),
        (Question("q", "scale", "How?", domain="home"), "5", "Choose a number from 0 to 10"),
        (Question("q", "yes_no", "So?"), "yes", None),
        (Question("q", "yes_no", "So?"), "perhaps", "Choose yes or no"),
        (Question("q", "choice", "Which?", code_list="review_outcome"), "close", None),
        (Question("q", "choice", "Which?", code_list="review_outcome"), "party", "Choose one of the answers"),
        (Question("q", "choice", "Which?", code_list="review_outcome"), ["close"], "Choose one of the answers"),
    ],
)
def test_an_answer_that_will_not_do_gets_a_sentence(question, answer, problem):
    assert question.problem_with(answer) == problem


@pytest.mark.parametrize(
    ("question", "problem"),
    [
        ({"kind": "essay"}, "“essay” is not a kind of question"),
        ({"kind": "text", "voices": ["dog"]}, "dog is not in the code list voice"),
        ({"kind": "choice"}, "a choice, and nothing else, has a code list"),
        ({"kind": "text", "code_list": "voice"}, "a choice, and nothing else, has a code list"),
        ({"kind": "choice", "code_list": "colours"}, "there is no code list colours"),
        ({"kind": "scale"}, "a scale, and nothing else, has a domain"),
        ({"kind": "scale", "domain": "weather"}, "weather is not in the code list score_domain"),
        ({"kind": "scale", "domain": "home", "lowest": 10}, "runs upwards"),
    ],
)
def test_a_faulty_form_is_refused_when_it_is_loaded(question, problem):
    with pytest.raises(PracticeDataFault, match=f"Form small, question q: .*{problem}"):
        with_question(key="q", label="Q?", **question)


def test_a_question_is_asked_once():
    question = {"key": "q", "kind": "text", "label": "Q?"}
    with pytest.raises(PracticeDataFault, match="the question q is asked twice"):
        read_form(SMALL | {"section": [{"key": "one", "title": "One", "question": [question, question]}]})


def test_a_form_is_found_for_the_day_it_is_filled_in():
    with pytest.raises(NotInForce, match="No form “plan_review” is in force on 1 January 2001"):
        form("plan_review", date(2001, 1, 1))
    with pytest.raises(KeyError, match="no form called “plan”; there are family_support_conversation, plan_review"):
        form("plan", DAY)


def test_an_answer_finds_the_version_it_kept():
    assert form_of("plan_review", REVIEW.version) is REVIEW
    for key, version in (("plan_review", "0"), ("plan", "1")):
        with pytest.raises(KeyError, match=f"no version {version} of a form called “{key}”"):
            form_of(key, version)


def test_a_form_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        REVIEW.sections[0].questions[0].required = False
    with pytest.raises(TypeError):
        FORMS["plan_review"] = ()
