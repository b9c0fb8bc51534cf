"""Reading what an agency sent: every line with a fault and why, and what the others tell, home by home.

A file that is not what it should be is refused whole; of one that is, each notification stands for itself.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Self

from django.utils.crypto import salted_hmac

from kinfold.web.core import sheets
from kinfold.web.core.forms.text import keepable
from kinfold.web.core.rules import RuleBroken, hold
from kinfold.web.core.sheets import MOST_LINES, Line, Unreadable, some, values_of
from kinfold.web.core.words import in_london
from kinfold.web.mash import rules
from kinfold.web.mash.deliveries.columns import BY_NAME, COLUMNS
from kinfold.web.mash.telling import Teller, Telling, ToldChild, ToldIncident

MOST_CHILDREN = 30  # of one notification


@dataclass(frozen=True)
class Notification:
    """One home's part in what was told: one contact. ``lines`` are its children's, in order; ``marks`` tell what
    each of them says from anything else, without saying it."""

    reference: str
    household: str
    telling: Telling
    risk: str
    incident: ToldIncident | None
    lines: tuple[int, ...]
    marks: tuple[str, ...]

    def besides(self, known: Collection[str]) -> Self | None:
        """What of it is not among the marks that are known: children sent for the first time, and what has changed."""
        new = [place for place, mark in enumerate(self.marks) if mark not in known]
        if not new:
            return None
        of = self.telling.children
        return replace(
            self, telling=replace(self.telling, children=tuple(of[place] for place in new)),
            lines=tuple(self.lines[place] for place in new), marks=tuple(self.marks[place] for place in new),
        )  # fmt: skip


@dataclass
class Read:
    notifications: list[Notification] = field(default_factory=list)
    failed: list[Line] = field(default_factory=list)


def lines_of_csv(content: bytes) -> list[Line]:
    """Each line by column. Raises :class:`Unreadable`."""
    return sheets.lines_of_csv(content, COLUMNS)


def lines_of_json(content: bytes) -> list[Line]:
    """A list of objects, one a child, whose names are the columns'. Raises :class:`Unreadable`."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        raise Unreadable("This is not JSON.") from None
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        raise Unreadable("Send a list of objects, one for each child.")
    if len(told) > MOST_LINES:
        raise Unreadable(f"There are more than {MOST_LINES:,} children. Send them in parts.")
    return some([_of_object(number, one) for number, one in enumerate(told, start=1)])


def read(lines: Sequence[Line], now: datetime) -> Read:
    """What each notification tells. A notification with a fault on one line is not taken in at all, whichever line."""
    found = Read()
    homes: dict[tuple[str, str], list[tuple[Line, dict[str, Any]]]] = {}
    for line in lines:
        values, faults = values_of(line.said, COLUMNS)
        home = (reference_of(line), household_of(line.said))
        homes.setdefault(home, []).append((Line(line.number, line.said, (*line.faults, *faults)), values))
    for (reference, household), members in homes.items():
        wrong = [*_of_all(members)]
        if wrong:
            found.failed += wrong
            continue
        notification = _notification(reference, household, members)
        if (broken := _broken(notification.telling, now) or _undated(members[0][1], now)) is not None:
            found.failed += [Line(line.number, line.said, (broken,)) for line, _ in members]
            continue
        found.notifications.append(notification)
    found.failed.sort(key=lambda line: line.number)
    return found


def _of_object(number: int, told: Mapping[str, Any]) -> Line:
    said, faults = {}, []
    for name, value in told.items():
        if name not in BY_NAME:
            faults.append((keepable(name)[:60], "There is no such name"))
        elif not all(one is None or isinstance(one, bool | int | float | str) for one in _each(value)):
            faults.append((name, "This must be words, a number, yes or no, or a list of words"))
        else:
            said[name] = ";".join(map(_as_text, _each(value)))
            if (kept := keepable(said[name])) != said[name]:
                said[name] = kept
                faults.append((name, "There are characters here that cannot be kept. Write it again"))
    return Line(number, said, tuple(faults[:20]))


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def reference_of(line: Line) -> str:
    return line.said.get("reference", "").strip()


def household_of(said: Mapping[str, str]) -> str:
    """Tells homes apart without saying where they are; the same home is the same in every file."""
    where = "".join(filter(str.isalnum, f"{said.get('child_postcode', '')} {said.get('child_address', '')}".lower()))
    return _marked("household", where) if where else ""


def _mark(values: Mapping[str, Any]) -> str:
    """Of what a line says, however it is written; who sends it is no part of that."""
    told = {name: str(value) for name, value in values.items() if not name.startswith("sender_")}
    return _marked("line", json.dumps(told, sort_keys=True))


def _marked(what: str, words: str) -> str:
    """With the server's own key, so that nobody can try out addresses or names against a copy of the database."""
    return salted_hmac(f"kinfold.mash.{what}", words, algorithm="sha256").hexdigest()[:16]


def _of_all(members: Sequence[tuple[Line, dict[str, Any]]]) -> Iterator[Line]:
    """The lines of one home, each with its faults, where one of them has any."""
    first, of_first = members[0]
    if len(members) > MOST_CHILDREN:
        yield from (Line(line.number, line.said, (("reference", f"More than {MOST_CHILDREN} children have this number "
                                                   "at one home"),)) for line, _ in members)  # fmt: skip
        return
    judged = []
    for line, values in members:
        differs = () if line.faults or first.faults else _differs(first, of_first, values)
        judged.append((line, (*line.faults, *differs)))
    if not any(faults for _, faults in judged):
        return
    for line, faults in judged:
        yield Line(line.number, line.said, faults or (("reference", "Another child’s line has a mistake"),))


def _differs(first: Line, of_first: Mapping[str, Any], values: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (column.name, f"This must be the same as on line {first.number}, which has the same number and home")
        for column in COLUMNS
        if column.of == "notification" and values[column.name] != of_first[column.name]
    )


def _notification(reference: str, household: str, members: Iterable[tuple[Line, Mapping[str, Any]]]) -> Notification:
    lines, values = zip(*members, strict=True)
    said = values[0]
    telling = Telling(
        purpose="safeguarding",
        children=tuple(_child(one) for one in values),
        what_happened=said["what_happened"],
        teller=Teller(said["sender_name"], said["sender_post"], said["sender_telephone"], said["sender_email"]),
        immediate_danger=bool(said["immediate_danger"]),
        strengths=said["strengths"],
        parents_informed=said["parents_told"],
        telling_puts_at_risk=said["telling_puts_at_risk"],
        not_told_reason=said["not_told_reason"],
        not_told_agreed_by=said["not_told_agreed_by"],
    )
    incident = None
    if said["happened_on"] is not None:
        incident = ToldIncident(
            reference, said["happened_on"], bool(said["domestic_abuse"]), said["risk"], said["conference_on"]
        )
    return Notification(
        reference, household, telling, said["risk"], incident,
        lines=tuple(line.number for line in lines), marks=tuple(map(_mark, values)),
    )  # fmt: skip


def _child(said: Mapping[str, Any]) -> ToldChild:
    return ToldChild(
        forename=said["child_forename"], surname=said["child_surname"], born_on=said["child_born_on"],
        age=said["child_age"], sex=said["child_sex"] or "U", address=said["child_address"],
        postcode=said["child_postcode"], school=said["child_school"], parents=said["child_parents"],
        nhs_number=said["child_nhs_number"], upn=said["child_upn"], worries=said["child_worries"],
        own_words=said["child_words"],
    )  # fmt: skip


def _undated(said: Mapping[str, Any], now: datetime) -> tuple[str, str] | None:
    if said["happened_on"] is None and (said["domestic_abuse"] or said["conference_on"]):
        return "happened_on", "Say which day it happened"
    if said["happened_on"] is not None and said["happened_on"] > in_london(now).date():
        return "happened_on", "This day is still to come"
    return None


def _broken(telling: Telling, now: datetime) -> tuple[str, str] | None:
    """The rule of every contact that it breaks, with the column to look at."""
    for column, rule, told in (
        ("child_born_on", rules.mc8_born_or_expected_in_time, (telling.children, in_london(now))),
        ("not_told_reason", rules.mc5_silence_is_explained, (telling,)),
        ("not_told_agreed_by", rules.mc6_risk_is_agreed, (telling,)),
    ):
        try:
            hold(rule, *told)
        except RuleBroken as broken:
            return column, broken.messages[0]
    return None
