"""What stands at the head of every contact, visit and plan: how to speak with this person, and what to mind."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kinfold.practice.code_lists import labels
from kinfold.web.access.models import Record, User
from kinfold.web.core.words import age, day
from kinfold.web.people.models import Caution, Disability, Person
from kinfold.web.people.selectors.cautions import cautions_about, held_by

Flag = str | Mapping[str, str]


@dataclass(frozen=True)
class Head:
    """The arguments of the ``case_header`` component; empty facts are None, shown as “Not recorded”."""

    person: Person
    age: str | None
    language: str | None
    interpreter: bool | None
    how_they_communicate: str | None
    disability: str | None
    send: str | None
    flags: tuple[Flag, ...]
    cautions: tuple[Caution, ...] = ()

    @property
    def to_mind(self) -> list[str]:
        """What a colleague must do otherwise with this person, in a few words; empty where nothing is known of."""
        spoken = self.language or "language not recorded"
        return [
            *([f"Interpreter needed: {spoken}"] if self.interpreter else []),
            *([self.how_they_communicate] if self.how_they_communicate else []),
            *([f"Disability: {self.disability}"] if self.disability else []),
            *([self.send] if self.send and self.person.send_status != "none" else []),
        ]

    @property
    def in_one_line(self) -> str:
        """Language, interpreter, how they communicate, disability and SEND; a gap is said, so that it is seen."""
        plain = [] if self.interpreter else [self.language or "Language not recorded"]
        return ". ".join([*plain, *(text.rstrip(". ") for text in self.to_mind)])

    def arguments(self) -> dict[str, Any]:
        return {
            "name": self.person.name,
            "age": self.age,
            "known_as": self.person.known_as or None,
            "language": self.language,
            "interpreter": self.interpreter,
            "how_they_communicate": self.how_they_communicate,
            "disability": self.disability,
            "send": self.send,
            "flags": list(self.flags),
        }


def heads(viewer: User, people: Iterable[Person], today: date) -> dict[UUID, Head]:
    """Person id ▶ head, for those the viewer may see: as many queries, however many people."""
    seen = Person.objects.visible_to(viewer).filter(pk__in=[person.pk for person in people])
    return heads_of_seen(viewer, list(seen.select_related("record")), today)


def heads_of_seen(
    viewer: User, people: list[Person], today: date, cautions: list[Caution] | None = None
) -> dict[UUID, Head]:
    """For people whom the viewer was just seen to see, with their records; ``cautions`` where the page has them."""
    ids = [person.pk for person in people]
    held = held_by(viewer, ids, cautions_about(viewer, ids) if cautions is None else cautions)
    languages, disabilities, send = labels("language"), labels("disability"), labels("send_status")
    named: dict[UUID, list[str]] = {}
    for person_id, code in Disability.objects.current().filter(person__in=ids).values_list("person", "code"):
        named.setdefault(person_id, []).append(disabilities.get(code, code))
    return {
        person.pk: Head(
            person=person,
            age=age(person.born_on, person.died_on or today) if person.born_on else None,
            language=languages.get(person.first_language, person.first_language) or None,
            interpreter=person.interpreter_needed if person.first_language or person.interpreter_needed else None,
            how_they_communicate=person.communication_needs or None,
            disability=", ".join(sorted(named.get(person.pk, []))) or None,
            send=send.get(person.send_status) if person.send_status else None,
            flags=(*_flags(person), *caution_flags(held.get(person.pk, []))),
            cautions=tuple(held.get(person.pk, [])),
        )
        for person in people
    }


def caution_flags(cautions: Iterable[Caution]) -> list[Flag]:
    """What to do, each once; never why."""
    return [{"text": text, "tone": "yellow"} for text in dict.fromkeys(caution.words for caution in cautions)]


def _flags(person: Person) -> tuple[Flag, ...]:
    said = (
        ("restricted", person.record.level == Record.Level.RESTRICTED),
        ("sealed", person.record.level == Record.Level.SEALED),
        ("confidential_address", person.has_confidential_address),
        ("unborn", person.unborn),
    )
    return (*_life(person), *(name for name, holds in said if holds))


def _life(person: Person) -> list[Flag]:
    """What nobody may overlook who is about to ring the family; where a secret address is, not where to."""
    found: list[Flag] = []
    if person.died_on:
        found.append({"text": f"Died {day(person.died_on)}", "tone": "red"})
    if person.moved_away_on:
        to = "" if person.has_confidential_address or not person.moved_to else f" to {person.moved_to}"
        found.append({"text": f"Moved away{to}, {day(person.moved_away_on)}", "tone": "purple"})
    return found
