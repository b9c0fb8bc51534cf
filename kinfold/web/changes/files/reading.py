"""Reading what a partner sent: the change that each line tells, or what is wrong with it.

What is wrong never depends on whether the child is known, and repeats nothing of what the line says: the sender may be
told all of it.
"""

import json
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django.utils.crypto import salted_hmac

from kinfold.web.changes.files.columns import ADDRESS, COLUMNS, HOME, PLACE
from kinfold.web.core import sheets
from kinfold.web.core.sheets import Line, values_of

Fault = tuple[int, str, str]  # line, column, what is wrong


class Setting(Protocol):
    """A school or surgery, as far as finding it goes."""

    pk: UUID
    name: str
    phase: str
    urn: str


class Places:
    """The schools and surgeries that there are, by number and by name."""

    def __init__(self, settings: Iterable[Setting]) -> None:
        self._of: dict[tuple[str, str, str], list[Setting]] = {}
        for one in settings:
            kind = "surgery" if one.phase == "surgery" else "school"
            for way, words in (("number", one.urn), ("name", one.name)):
                if key := bare(words):
                    self._of.setdefault((kind, way, key), []).append(one)

    def find(self, kind: str, number: str, name: str) -> tuple[Setting | None, tuple[str, str] | None]:
        """The one meant, or the column that is wrong and why."""
        numbered, named = self._of.get((kind, "number", bare(number)), []), self._of.get((kind, "name", bare(name)), [])
        if number:
            if len(numbered) != 1:
                return None, ("place_number", f"No {kind} in Kinfold has this number. Check it, or give the name alone")
            if named and numbered[0] not in named:
                return None, ("place_name", f"The number is of another {kind}. Give one of the two, the right one")
            return numbered[0], None
        if len(named) > 1:
            return None, ("place_name", f"There is more than one {kind} of this name. Give its number")
        if not named:
            return None, ("place_name", f"No {kind} in Kinfold has this name. Check it, or ask whoever looks after "
                          "Kinfold to add it")  # fmt: skip
        return named[0], None


@dataclass(frozen=True)
class Change:
    """``place`` tells it from other places of its kind: the setting's key, or the address however it is written.

    Without ``from_day`` they left and it is not known where to. ``mark`` tells what the line says from anything else,
    without saying it.
    """

    line: int
    said: Mapping[str, str]
    numbers: tuple[str, ...]
    born_on: date
    surname: str
    what: str
    place: str
    setting: Setting | None
    home: Mapping[str, str]
    from_day: date | None
    left_on: date | None
    mark: str

    @property
    def on(self) -> date:
        day = self.from_day or self.left_on
        if day is None:
            raise ValueError("A change has a day")
        return day


@dataclass(frozen=True)
class Read:
    changes: list[Change]
    faults: list[Fault]
    failed: int


def lines_of(content: bytes) -> list[Line]:
    """Raises :class:`kinfold.web.core.sheets.Unreadable`."""
    return sheets.lines_of_csv(content, COLUMNS)


def read(lines: Iterable[Line], places: Places, today: date) -> Read:
    changes, faults, failed = [], [], 0
    for line in lines:
        values, wrong = values_of(line.said, COLUMNS, quoted=False)
        wrong = [*line.faults, *wrong]
        setting: Setting | None = None
        if not wrong:
            wrong = list(_wrong_together(values, today))
        if not wrong and values["what"] != ADDRESS and (values["place_number"] or values["place_name"]):
            setting, unknown = places.find(values["what"], values["place_number"], values["place_name"])
            wrong = [unknown] if unknown else []
        if wrong:
            failed += 1
            faults += [(line.number, column, words) for column, words in wrong]
        else:
            changes.append(_change(line, values, setting))
    return Read(changes, faults, failed)


def bare(words: str) -> str:
    """Letters and digits alone, small, without accents: what is the same however it is written."""
    apart = unicodedata.normalize("NFKD", words)
    return "".join(filter(str.isalnum, apart)).casefold()


def place_of(home: Mapping[str, str]) -> str:
    return " ".join(bare(home.get(name, "")) for name in ("line_1", "line_2", "postcode"))


def _wrong_together(said: Mapping[str, Any], today: date) -> Iterable[tuple[str, str]]:
    if not (said["nhs_number"] or said["upn"]):
        yield "nhs_number", "Give the NHS number or the unique pupil number"
    days = {name: said[name] for name in ("from_day", "left_on") if said[name] is not None}
    if not days:
        yield "from_day", "Give the first day there"
    for name, on in days.items():
        if on > today:
            yield name, "This day is still to come. Send the line again once it is here"
        elif on < said["born_on"]:
            yield name, "This day is before the date of birth"
    if len(days) > 1 and said["left_on"] > said["from_day"]:
        yield "left_on", "They cannot leave the one before after the first day at the new one"
    is_address = said["what"] == ADDRESS
    if stray := _first(said, PLACE if is_address else HOME):
        about = "an address" if is_address else f"a {said['what']}"
        yield stray, f"This line is about {about}. Give this on a line of its own"
    if is_address and said["from_day"] is None and days:
        yield "from_day", "Give the new address and the first day there"
    elif is_address:
        yield from ((name, "Give the new address") for name in ("line_1", "postcode") if not said[name])
    elif said["from_day"] is not None and not _first(said, PLACE):
        yield "place_number", f"Give the new {said['what']}’s number or name"


def _first(said: Mapping[str, Any], names: Collection[str]) -> str:
    return next((name for name in names if said[name]), "")


def _change(line: Line, said: Mapping[str, Any], setting: Setting | None) -> Change:
    home = {name: said[name] for name in HOME} if said["what"] == ADDRESS else {}
    numbers = tuple(sorted(filter(None, (said["nhs_number"], said["upn"]))))
    place = str(setting.pk) if setting else place_of(home) if home else ""
    told = [numbers, said["born_on"], bare(said["surname"]), said["what"], place, said["from_day"], said["left_on"]]
    mark = salted_hmac("kinfold.changes.line", json.dumps(told, default=str), algorithm="sha256").hexdigest()
    kept = {column.name: words for column in COLUMNS if (words := line.said.get(column.name, "").strip())}
    return Change(
        line=line.number, said=kept, numbers=numbers, born_on=said["born_on"], surname=said["surname"],
        what=said["what"], place=place, setting=setting, home=home, from_day=said["from_day"],
        left_on=said["left_on"], mark=mark,
    )  # fmt: skip
