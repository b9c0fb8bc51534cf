"""Changes put into people's records, by the actions of people: many of a file, or one that somebody decided about."""

from collections.abc import Collection
from datetime import datetime
from itertools import zip_longest
from uuid import UUID

from kinfold.web.access.models import User
from kinfold.web.casework.selectors import leads
from kinfold.web.changes import notice_kinds
from kinfold.web.changes.files.columns import ADDRESS, SURGERY
from kinfold.web.changes.files.judging import Period
from kinfold.web.changes.files.reading import Change
from kinfold.web.core.words import in_london
from kinfold.web.notices.actions import notify_each
from kinfold.web.people import actions
from kinfold.web.people.actions import Attends, LivesAt
from kinfold.web.people.models import Person, Schooling, Setting


class New:
    """The new changes of a file. Several of one kind about one person are written one after the other."""

    def __init__(self) -> None:
        self.marks: list[str] = []
        self._homes: dict[UUID, list[LivesAt]] = {}
        self._places: dict[tuple[UUID, str], list[Attends]] = {}

    def add(self, change: Change, person: Person) -> None:
        self.marks.append(change.mark)
        if change.what == ADDRESS:
            home = LivesAt(person, change.home, change.on, change.left_on)
            self._homes.setdefault(person.pk, []).append(home)
        else:
            setting = change.setting if isinstance(change.setting, Setting) and change.from_day is not None else None
            place = Attends(person, change.what == SURGERY, setting, change.on, change.left_on)
            self._places.setdefault((person.pk, change.what), []).append(place)

    def write(self, *, by: User, file: UUID, at: datetime) -> None:
        for homes in zip_longest(*self._homes.values()):
            actions.record_addresses([one for one in homes if one is not None], by=by, from_file=file)
        for places in zip_longest(*self._places.values()):
            actions.record_schoolings([one for one in places if one is not None], by=by, from_file=file)
        tell_leads({*self._homes, *(person for person, _ in self._places)}, by=by, at=at)


def put(change: Change, person: Person, *, now_at: Period | None, file: UUID, by: User, at: datetime) -> None:
    """One change, before what is recorded later. ``now_at`` is where they are, for a line that says that they left."""
    if change.what == ADDRESS and change.from_day is not None:
        actions.record_address(
            person=person, lines=change.home, on=change.from_day, left_on=change.left_on, into_past=True, by=by,
            from_file=file,
        )  # fmt: skip
    elif isinstance(change.setting, Setting) and change.from_day is not None:
        actions.record_schooling(
            person=person, setting=change.setting, on=change.from_day, left_on=change.left_on, by=by, from_file=file
        )
    elif now_at is not None and isinstance(now_at.row, Schooling):
        actions.end_schooling(schooling=now_at.row, on=change.on, by=by, from_file=file)
    tell_leads([person.pk], by=by, at=at)


def tell_leads(people: Collection[UUID], *, by: User, at: datetime) -> None:
    """Whoever leads a child's help reads the page that has changed; nobody is told of what they did themselves."""
    led = leads(by, people, in_london(at).date())
    notify_each(notice_kinds.CHANGED, {child: [lead] for child, lead in led.items() if lead != by})
