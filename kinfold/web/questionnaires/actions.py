"""Filling in a form: started once, saved as it is typed, completed when what must be answered is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from kinfold.practice.forms import FormDefinition, Question, form
from kinfold.web.access.checks import require
from kinfold.web.access.models import Record, RecordBound, User
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.questionnaires import rules
from kinfold.web.questionnaires.definitions import form_of, value_of
from kinfold.web.questionnaires.models import Answer, Response

Key = tuple[str, str, UUID | None]


@dataclass(frozen=True)
class Given:
    """What one voice said to one question; None or an empty text takes the answer back."""

    question: str
    value: str | int | None
    voice: str = ""
    person_id: UUID | None = None

    @property
    def key(self) -> Key:
        return (self.question, self.voice, self.person_id)


class AnswersRefused(Exception):
    """``problems`` says for each answer, by question, voice and person, what to mend; nothing was saved."""

    def __init__(self, problems: dict[Key, str]) -> None:
        super().__init__("Some answers need mending.")
        self.problems = problems


@transaction.atomic
def start(*, form_key: str, about: RecordBound, by: User, on: date, record: Record | None = None) -> Response:
    """The form in force on the day; something that has this form already keeps the one it has."""
    require(by, rules.PERMISSION_OF_FORM[form_key], on=about)
    locked(about)
    existing = Response.objects.filter(about_id=about.pk, form_key=form_key).order_by("-created_at").first()
    if existing is not None:
        return existing
    response = Response.objects.create(
        form_key=form_key,
        form_version=form(form_key, on).version,
        about_kind=about._meta.label_lower,
        about_id=about.pk,
        record_id=record.pk if record else about.record_id,
        started_by=by,
    )
    events.record("questionnaires.started", by=by, about=response)
    return response


@transaction.atomic
def save_answers(*, response: Response, answers: Iterable[Given], version: int, by: User) -> Response:
    """Keeps what has been typed so far, all of it or, where something cannot be kept, none."""
    require(by, rules.PERMISSION_OF_FORM[response.form_key], on=response)
    response = locked(response)
    hold(rules.qu1_is_not_complete, response)
    save_version(response, expected=version, fields=[])
    definition, given = form_of(response), {answer.key: answer for answer in answers}
    _refuse_unfit(definition, given)
    kept: dict[Key, Answer] = {(row.question, row.voice, row.person_id): row for row in response.answers.all()}
    changed, new = [], []
    for key, answer in given.items():
        question = definition.question(answer.question)
        row = kept.get(key)
        if row is None and answer.value in (None, ""):
            continue
        if row is None:
            row = Answer(
                response=response,
                record_id=response.record_id,
                question=answer.question,
                voice=answer.voice,
                person_id=answer.person_id,
            )
            new.append(_answered(row, question, answer.value))
        elif value_of(row) != (None if answer.value == "" else answer.value):
            changed.append(_answered(row, question, answer.value))
    Answer.objects.bulk_create(new)
    Answer.objects.bulk_update(changed, ["text", "choice", "score"])
    if new or changed:
        events.record(
            "questionnaires.answered",
            by=by,
            about=response,
            details={"questions": sorted({row.question for row in (*new, *changed)})},
        )
    return response


@transaction.atomic
def complete(*, response: Response, version: int, by: User, at: datetime) -> Response:
    """What must be answered is, so the form is closed; from now on it is only read. Doing it again changes nothing."""
    require(by, rules.PERMISSION_OF_FORM[response.form_key], on=response)
    response = locked(response)
    if response.completed_at is not None:
        return response
    answered = {row.question for row in response.answers.all() if value_of(row) is not None}
    missing = rules.unanswered(form_of(response), answered)
    if missing:
        raise AnswersRefused({(question.key, "", None): "Answer this question" for question in missing})
    response.completed_at, response.completed_by = at, by
    save_version(response, expected=version, fields=["completed_at", "completed_by"])
    events.record("questionnaires.completed", by=by, about=response)
    return response


def _refuse_unfit(definition: FormDefinition, given: dict[Key, Given]) -> None:
    problems = {}
    asked = {question.key: question for question in definition.questions}
    for key, answer in given.items():
        question = asked.get(answer.question)
        if question is None:
            problems[key] = "This form does not ask that"
        elif not rules.qu2_asks_this_voice(question, answer.voice):
            problems[key] = "This question does not ask that person"
        elif answer.value not in (None, "") and (problem := question.problem_with(answer.value)):
            problems[key] = problem
    if problems:
        raise AnswersRefused(problems)


def _answered(row: Answer, question: Question, value: str | int | None) -> Answer:
    row.text, row.choice, row.score = "", "", None
    if value in (None, ""):
        return row
    if question.kind == "scale":
        row.score = int(value)
    elif question.kind in ("choice", "yes_no"):
        row.choice = str(value)
    else:
        row.text = str(value)
    return row
