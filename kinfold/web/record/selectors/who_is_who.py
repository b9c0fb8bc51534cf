"""What the lines of a family's picture say, in words, for each person."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kinfold.practice import code_lists
from kinfold.reports.charts.genogram import COUPLES, PARENTS, SIBLINGS, Tie
from kinfold.web.core import words
from kinfold.web.people.models import Person

ABOVE, BESIDE, PARTNERS, BELOW = "Parents and carers", "Brothers and sisters", "Partners", "Parent or carer of"


@dataclass(frozen=True)
class WhoIsWho:
    person: Person
    age: str
    said: list[tuple[str, str]]  # “Brothers and sisters” ▶ their names
    home: int | None


def said_of(people: Mapping[UUID, Person], ties: list[Tie], home_of: Mapping[UUID, int], today: date) -> list[WhoIsWho]:
    """In the order of ``people``; each tie stands with both whom it binds."""
    names = _short_names(people)
    parts: dict[tuple[str, str], list[str]] = {}
    for key, part, text in _each_way(ties, names):
        if text not in parts.setdefault((key, part), []):
            parts[(key, part)].append(text)
    return [
        WhoIsWho(
            person=person,
            age=_age(person, today),
            said=[
                (part, ", ".join(parts[(str(key), part)]))
                for part in (ABOVE, BESIDE, PARTNERS, BELOW)
                if (str(key), part) in parts
            ],
            home=home_of.get(key),
        )
        for key, person in people.items()
    ]


def _each_way(ties: list[Tie], names: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    kinds = code_lists.labels("relationship_kind")
    under: dict[str, list[str]] = {}
    for tie in ties:
        what = kinds.get(tie.kind, tie.kind).lower()
        person, other = names[tie.person], names[tie.other]
        if tie.kind in SIBLINGS:
            aside = " (half)" if tie.kind == "half_sibling" else ""
            yield tie.other, BESIDE, person + aside
            yield tie.person, BESIDE, other + aside
        elif tie.kind in COUPLES:
            yield tie.person, PARTNERS, f"{other} ({what})"
            yield tie.other, PARTNERS, f"{person} ({what})"
        else:
            yield tie.person, ABOVE, f"{other} ({what})"
            yield tie.other, BELOW, person if tie.kind in PARENTS else f"{person} (as {what})"
        if tie.kind in PARENTS:
            under.setdefault(tie.other, []).append(tie.person)
    yield from _children_of_one_parent(under.values(), ties, names)


def _children_of_one_parent(
    groups: Iterable[list[str]], ties: list[Tie], names: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Whom the picture shows below one parent, where nobody wrote down that they are brothers and sisters."""
    said = {frozenset((tie.person, tie.other)) for tie in ties if tie.kind in SIBLINGS}
    for children in groups:
        for one in children:
            for other in children:
                if one != other and frozenset((one, other)) not in said:
                    yield one, BESIDE, names[other]


def _short_names(people: Mapping[UUID, Person]) -> dict[str, str]:
    """First names, unless two have the same."""
    first = {str(key): person.known_as or person.forename for key, person in people.items()}
    times = Counter(first.values())
    return {key: name if name and times[name] == 1 else people[UUID(key)].name for key, name in first.items()}


def _age(person: Person, today: date) -> str:
    if person.died_on:
        return f"Died {words.day(person.died_on)}"
    if person.unborn:
        return f"Not yet born, due {words.day(person.expected_on)}" if person.expected_on else "Not yet born"
    return words.age(person.born_on, today) if person.born_on else "Not known"
