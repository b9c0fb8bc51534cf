"""Who is on the register of a group, how they came to its last sessions, and whom nobody has seen for a while."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from kinfold.web.access.models import User
from kinfold.web.directory.models import Service
from kinfold.web.groups.models import Attendance, Session
from kinfold.web.people.models import Person
from kinfold.web.signposting.models import MISTAKE, Signpost
from kinfold.web.signposting.selectors import families_of

SHOWN = 6
Marks = dict[UUID, dict[UUID, str]]  # person ▶ session ▶ how


@dataclass(frozen=True)
class Row:
    """One person of the register; ``how`` has a mark for each session shown, empty where nobody said."""

    person: Person
    signpost: Signpost
    how: tuple[str, ...]
    unseen: int  # sessions one after the other, up to the last, to which they did not come
    pointed_out: bool


@dataclass(frozen=True)
class Register:
    """Of whom the viewer may see; ``hidden`` is how many others are there."""

    rows: list[Row]
    sessions: list[Session]  # those shown, the oldest first
    hidden: int
    waiting: int


def register_of(
    viewer: User, service: Service, held: Sequence[Session], *, most_unseen: int, since: datetime
) -> Register:
    """``held``: every session that took place and that counts here, the newest first."""
    families = families_of(viewer, service, since)
    there = _once_each(families.there)
    marks = marks_of(viewer, held, [row.person_id for row in there])
    shown = list(reversed(held[:SHOWN]))
    rows = []
    for row in there:
        known = marks.get(row.person_id, {})
        unseen = _unseen(held, known)
        how = tuple(known.get(one.pk, "") for one in shown)
        rows.append(Row(row.person, row, how, unseen, unseen >= most_unseen and row.person.died_on is None))
    rows.sort(key=lambda row: (row.person.surname.lower(), row.person.name.lower()))
    return Register(rows, shown, families.there_unseen, families.standing.waiting)


def marks_of(viewer: User, sessions: Iterable[Session], people: Iterable[UUID]) -> Marks:
    rows = Attendance.objects.visible_to(viewer).filter(session__in=list(sessions), person__in=list(people))
    found: Marks = {}
    for person, session, how in rows.values_list("person", "session", "how"):
        found.setdefault(person, {})[session] = how
    return found


def to_mark(viewer: User, service: Service, on: date, session: Session | None) -> dict[Person, str]:
    """Whom a session of that day asks about ▶ what was said of them, by name: those there then or now, and whoever
    has a mark already."""
    then = Q(began_on__lte=on) & (Q(ended_on__isnull=True) | Q(ended_on__gte=on))
    now = Q(began_on__isnull=False, ended_on__isnull=True)
    rows = Signpost.objects.visible_to(viewer).filter(then | now, service=service).exclude(outcome=MISTAKE)
    people = {row.person_id: row.person for row in rows.select_related("person")}
    said: dict[UUID, str] = {}
    if session is not None:
        marked = Attendance.objects.visible_to(viewer).filter(session=session).select_related("person")
        for mark in marked:
            people[mark.person_id], said[mark.person_id] = mark.person, mark.how
    by_name = sorted(people.values(), key=lambda one: (one.surname.lower(), one.name.lower()))
    return {one: said.get(one.pk, "") for one in by_name}


def _unseen(held: Sequence[Session], known: dict[UUID, str]) -> int:
    """Where nobody said whether they came, the session counts neither way."""
    unseen = 0
    for one in held:
        how = known.get(one.pk)
        if how == Attendance.How.CAME:
            break
        unseen += how is not None
    return unseen


def _once_each(rows: Iterable[Signpost]) -> list[Signpost]:
    """Whoever was referred by two helps stands once, since they came first."""
    first: dict[UUID, Signpost] = {}
    for row in rows:
        first.setdefault(row.person_id, row)
    return list(first.values())
