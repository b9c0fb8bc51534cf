"""Forms as dated values: what a Family Support Conversation and a plan's review ask, and whose voice answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, get_args

from kinfold.practice import code_lists
from kinfold.practice.dated import PracticeDataFault, check_versions, names_in, read_toml, version_on

Kind = Literal["text", "scale", "choice", "yes_no", "words"]
LONGEST_ANSWER = 10_000


@dataclass(frozen=True)
class Question:
    """One question, asked once of each voice named; of the family together where none is.

    `words` asks for what somebody said, kept exactly as they said it. A `scale` runs from `lowest` to `highest` and
    scores the `domain` named. The choices of a `choice` are those of its code list.
    """

    key: str
    kind: Kind
    label: str
    hint: str = ""
    voices: tuple[str, ...] = ()
    required: bool = False
    code_list: str = ""
    domain: str = ""
    lowest: int = 0
    highest: int = 10
    lowest_means: str = ""
    highest_means: str = ""

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        return tuple(code_lists.labels(self.code_list).items()) if self.code_list else ()

    def problem_with(self, answer: object) -> str | None:
        """The sentence to show beside the box, or None where the answer will do. An empty answer is None or ""."""
        if answer is None or answer == "":
            return "Answer this question" if self.required else None
        if self.kind == "scale":
            good = type(answer) is int and self.lowest <= answer <= self.highest
            return None if good else f"Choose a number from {self.lowest} to {self.highest}"
        if self.kind == "yes_no":
            return None if answer in ("yes", "no") else "Choose yes or no"
        if self.kind == "choice":
            return None if isinstance(answer, str) and answer in dict(self.choices) else "Choose one of the answers"
        if not isinstance(answer, str):
            return "Write your answer in words"
        return None if len(answer) <= LONGEST_ANSWER else f"Write {LONGEST_ANSWER:,} characters or fewer"


@dataclass(frozen=True)
class Section:
    key: str
    title: str
    questions: tuple[Question, ...]
    hint: str = ""


@dataclass(frozen=True)
class FormDefinition:
    key: str
    version: str
    title: str
    intro: str
    source: str
    sections: tuple[Section, ...]
    valid_from: date
    valid_to: date | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for section in self.sections for question in section.questions)

    def question(self, key: str) -> Question:
        return next(question for question in self.questions if question.key == key)


def form(key: str, on: date) -> FormDefinition:
    """The version in force on a day: the day the conversation or review is held."""
    if key not in FORMS:
        raise KeyError(f"There is no form called “{key}”; there are {', '.join(FORMS)}.")
    return version_on(FORMS[key], on, f"form “{key}”")


def form_of(key: str, version: str) -> FormDefinition:
    """The version that an answer kept, in force or not, so that what was asked can still be read."""
    for definition in FORMS.get(key, ()):
        if definition.version == version:
            return definition
    raise KeyError(f"There is no version {version} of a form called “{key}”.")


def read_form(table: Mapping[str, Any]) -> FormDefinition:
    """A form from its TOML table; refused at the first fault, which names the question."""
    sections = tuple(
        Section(
            section["key"],
            section["title"],
            tuple(_question(question, table["key"]) for question in section["question"]),
            section.get("hint", ""),
        )
        for section in table["section"]
    )
    rest = {name: value for name, value in table.items() if name != "section"}
    form = FormDefinition(sections=sections, **rest)
    keys = [question.key for question in form.questions]
    for key in keys:
        if keys.count(key) > 1:
            raise PracticeDataFault(f"Form {form.key}: the question {key} is asked twice.")
    return form


def _question(row: Mapping[str, Any], form_key: str) -> Question:
    question = Question(**{**row, "voices": tuple(row.get("voices", ()))})
    where = f"Form {form_key}, question {question.key}"
    if question.kind not in get_args(Kind):
        raise PracticeDataFault(f"{where}: “{question.kind}” is not a kind of question.")
    for name, values in (("voice", question.voices), ("score_domain", (question.domain,) if question.domain else ())):
        unknown = [value for value in values if value not in code_lists.labels(name)]
        if unknown:
            raise PracticeDataFault(f"{where}: {', '.join(unknown)} is not in the code list {name}.")
    if (question.kind == "choice") != bool(question.code_list):
        raise PracticeDataFault(f"{where}: a choice, and nothing else, has a code list.")
    if (question.kind == "scale") != bool(question.domain) or question.lowest >= question.highest:
        raise PracticeDataFault(f"{where}: a scale, and nothing else, has a domain, and runs upwards.")
    if question.code_list and question.code_list not in code_lists.names():
        raise PracticeDataFault(f"{where}: there is no code list {question.code_list}.")
    return question


def _read() -> dict[str, tuple[FormDefinition, ...]]:
    found: dict[str, list[FormDefinition]] = {}
    for file in names_in("forms"):
        definition = read_form(read_toml("forms", file))
        found.setdefault(definition.key, []).append(definition)
    return {key: check_versions(versions, f"Form {key}") for key, versions in found.items()}


FORMS: Mapping[str, tuple[FormDefinition, ...]] = MappingProxyType(_read())
