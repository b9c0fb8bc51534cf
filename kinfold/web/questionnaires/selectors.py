"""Answers as they are read: section by section, voice by voice, and as scores over time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q

from kinfold.practice import code_lists
from kinfold.practice.forms import Question
from kinfold.web.access.models import User
from kinfold.web.people.models import Person
from kinfold.web.questionnaires.definitions import domain_of_question, form_of, value_of
from kinfold.web.questionnaires.models import Answer, Response


@dataclass(frozen=True)
class VoiceAnswer:
    """``value`` as a form's box wants it, ``shown`` as a page says it; both empty where nothing was said."""

    voice: str
    voice_label: str
    person_id: UUID | None
    person_name: str | None
    value: str | int | None
    shown: str


@dataclass(frozen=True)
class AnsweredQuestion:
    question: Question
    answers: list[VoiceAnswer]

    @property
    def is_answered(self) -> bool:
        return any(answer.value is not None for answer in self.answers)


@dataclass(frozen=True)
class AnsweredSection:
    key: str
    title: str
    hint: str
    questions: list[AnsweredQuestion]


@dataclass(frozen=True)
class Score:
    on: date
    voice: str
    domain: str
    person_id: UUID | None
    score: int


def response_for(viewer: User, about: models.Model, form_key: str) -> Response | None:
    rows = Response.objects.visible_to(viewer).filter(about_id=about.pk, form_key=form_key)
    return rows.order_by("-created_at").first()


def sections(viewer: User, response: Response) -> list[AnsweredSection]:
    """Every question of the form with what each voice said to it, in the form's order."""
    rows = list(Answer.objects.visible_to(viewer).filter(response=response).order_by("created_at"))
    names = _names(viewer, rows)
    return [
        AnsweredSection(
            key=section.key,
            title=section.title,
            hint=section.hint,
            questions=[
                AnsweredQuestion(
                    question, _voices(question, [row for row in rows if row.question == question.key], names)
                )
                for question in section.questions
            ],
        )
        for section in form_of(response).sections
    ]


def scores(viewer: User, dates: Mapping[UUID, date]) -> list[Score]:
    """Every score given in these conversations and reviews, in one query; a form not yet complete has none."""
    rows = (
        Answer.objects.visible_to(viewer)
        .filter(score__isnull=False)
        .filter(
            Q(response__about_id__in=dates, response__completed_at__isnull=False)
            | Q(response__isnull=True, about_id__in=dates)
        )
        .select_related("response")
    )
    domains = domain_of_question()
    found = []
    for row in rows:
        about_id = row.response.about_id if row.response else row.about_id
        if about_id is not None and row.score is not None:
            domain = domains.get(row.question, row.question)
            found.append(Score(dates[about_id], row.voice, domain, row.person_id, row.score))
    return sorted(found, key=lambda score: (score.on, score.domain, score.voice, str(score.person_id)))


def progress(viewer: User, dates: Mapping[UUID, date]) -> list[dict[str, Any]]:
    """One picture a domain for the component ``progress_picture``: a line for each voice, and each person of it."""
    found = scores(viewer, dates)
    people = {score.person_id for score in found if score.person_id}
    names = {person.pk: person.name for person in Person.objects.visible_to(viewer).filter(pk__in=people)}
    voices, domains = code_lists.labels("voice"), code_lists.labels("score_domain")
    pictures = []
    for domain, title in domains.items():
        lines: dict[tuple[str, UUID | None], list[dict[str, Any]]] = {}
        for score in found:
            if score.domain == domain:
                lines.setdefault((score.voice, score.person_id), []).append({"on": score.on, "score": score.score})
        many = [voice for voice in voices if sum(key[0] == voice for key in lines) > 1]
        series = [
            {"name": _line_name(voice, person, voices, many, names), "points": points}
            for (voice, person), points in sorted(
                lines.items(), key=lambda line: (list(voices).index(line[0][0]), str(line[0][1]))
            )
        ]
        if series:
            pictures.append({"key": domain, "title": title, "series": series})
    return pictures


def _line_name(
    voice: str, person_id: UUID | None, voices: dict[str, str], many: list[str], names: dict[UUID, str]
) -> str:
    name = names.get(person_id) if person_id else None
    return f"{voices[voice]}: {name}" if voice in many and name else voices[voice]


def _voices(question: Question, rows: list[Answer], names: dict[UUID | None, str]) -> list[VoiceAnswer]:
    """An answer for each voice the question asks, said or not, then further people of that voice."""
    labels = code_lists.labels("voice")
    found = []
    for voice in question.voices or ("",):
        said = [row for row in rows if row.voice == voice]
        for row in said or [Answer(voice=voice)]:
            value, person = value_of(row), row.person_id
            found.append(
                VoiceAnswer(voice, labels.get(voice, ""), person, names.get(person), value, _shown(question, value))
            )
    return found


def _shown(question: Question, value: str | int | None) -> str:
    if value is None:
        return ""
    if question.kind == "yes_no":
        return "Yes" if value == "yes" else "No"
    if question.kind == "choice":
        return dict(question.choices).get(str(value), str(value))
    return f"{value} out of {question.highest}" if question.kind == "scale" else str(value)


def _names(viewer: User, rows: list[Answer]) -> dict[UUID | None, str]:
    people = {row.person_id for row in rows if row.person_id}
    return {person.pk: person.name for person in Person.objects.visible_to(viewer).filter(pk__in=people)}
