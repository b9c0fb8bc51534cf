"""A questionnaire as pages: a section a page, but a score its own, with a box for each voice that it asks."""

import zlib
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from kinfold.practice import code_lists
from kinfold.practice.forms import FormDefinition, Question
from kinfold.web.access.models import User
from kinfold.web.people.models import Person
from kinfold.web.questionnaires.actions import Given
from kinfold.web.questionnaires.definitions import form_of, value_of
from kinfold.web.questionnaires.models import Answer, Response

Key = tuple[str, str, UUID | None]


@dataclass(frozen=True)
class Page:
    key: str
    section: str
    title: str
    hint: str
    questions: tuple[Question, ...]
    number: int = 0
    of: int = 0


@dataclass(frozen=True)
class Box:
    """One voice's place for an answer. ``label`` is empty where the question itself says all."""

    question: Question
    voice: str
    person_id: UUID | None
    label: str

    @property
    def key(self) -> Key:
        return (self.question.key, self.voice, self.person_id)

    @property
    def name(self) -> str:
        return f"{self.question.key}-{self.voice or 'all'}-{self.person_id or ''}".rstrip("-")


def pages(definition: FormDefinition) -> list[Page]:
    found: list[Page] = []
    for section in definition.sections:
        scores = [question for question in section.questions if question.kind == "scale"]
        rest = tuple(question for question in section.questions if question.kind != "scale")
        if rest:
            found.append(Page(section.key, section.title, section.title, section.hint, rest))
        found += [Page(one.key, section.title, one.label, section.hint, (one,)) for one in scores]
    return [
        Page(page.key, page.section, page.title, page.hint, page.questions, number, len(found))
        for number, page in enumerate(found, start=1)
    ]


def boxes(question: Question, children: Collection[Person], adults: Collection[Person]) -> list[Box]:
    """Scores and a child's own words are each person's; other answers are given once for each voice."""
    labels = code_lists.labels("voice")
    each = question.kind in ("scale", "words")
    found = []
    for voice in question.voices or ("",):
        people = {"child": children, "parent": adults}.get(voice, ()) if each else ()
        if people:
            found += [Box(question, voice, person.pk, person.name) for person in people]
        else:
            label = labels.get(voice, "") if len(question.voices) > 1 else ""
            found.append(Box(question, voice, None, label))
    return found


def stored(viewer: User, response: Response) -> dict[Key, str | int | None]:
    rows = Answer.objects.visible_to(viewer).filter(response=response)
    return {(row.question, row.voice, row.person_id): value_of(row) for row in rows}


def fingerprint(page: Page, answers: dict[Key, str | int | None]) -> int:
    """Stands for what a page said when it was read, so that only a change to that very page gets in the way."""
    asked = {question.key for question in page.questions}
    said = sorted(f"{key}={value}" for key, value in answers.items() if key[0] in asked and value is not None)
    return zlib.crc32("\n".join(said).encode())


def given(boxes_of_page: Collection[Box], values: dict[str, str | int | None]) -> list[Given]:
    return [
        Given(box.question.key, values[box.name], box.voice, box.person_id)
        for box in boxes_of_page
        if box.name in values
    ]


def unanswered(response: Response, answers: dict[Key, str | int | None]) -> list[Question]:
    """Questions that must be answered before the form can be finished, and are not."""
    said = {key[0] for key, value in answers.items() if value is not None}
    return [question for question in form_of(response).questions if question.required and question.key not in said]
