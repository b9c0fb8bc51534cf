"""How the board stands, for whoever takes over, and the notes that shifts left."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from kinfold.web.access.checks import NotVisible, require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash.models import Contact, ShiftNote
from kinfold.web.mash.selectors.board import DECISION_CLOCKS, Board, BoardRow, board

SOON = timedelta(hours=4)
NEWEST = 20
TO_DECIDE = ("unrated", "out_of_hours", "deciding")


@dataclass(frozen=True)
class Standing:
    waiting: int  # contacts not finished
    unrated: int
    red: int
    overdue: int


def standing(viewer: User, now: datetime) -> Standing:
    return _counted(board(viewer, now), now)


@dataclass(frozen=True)
class Shift:
    standing: Standing
    first: list[BoardRow]  # red, in danger, overdue or due within four hours: what the next shift begins with
    notes: list[ShiftNote]
    unread: set[UUID]


def shift(viewer: User, now: datetime) -> Shift:
    require(viewer, Permission.CONTACT_BOARD)
    shown = board(viewer, now)
    rows = [row for section in shown.sections if section.key in TO_DECIDE for row in section.rows]
    pressing = [row for row in rows if _presses(row, now)]
    notes = ShiftNote.objects.visible_to(viewer).select_related("written_by").prefetch_related("readers__user")
    latest = list(notes[:NEWEST])
    unread = {
        note.pk for note in latest
        if note.written_by_id != viewer.pk and viewer.pk not in {one.user_id for one in note.readers.all()}
    }  # fmt: skip
    return Shift(_counted(shown, now), sorted(pressing, key=lambda row: row.due_at or now), latest, unread)


def note_of(viewer: User, note_id: UUID) -> ShiftNote:
    found = ShiftNote.objects.visible_to(viewer).filter(pk=note_id).first()
    if found is None:
        raise NotVisible("There is nothing here that you may see.")
    return found


def _presses(row: BoardRow, now: datetime) -> bool:
    soon = row.due_at is not None and row.due_at <= now + SOON
    return soon or row.contact.immediate_danger or row.contact.rating == "red"


def _counted(shown: Board, now: datetime) -> Standing:
    """Those that the page has no room for count too."""
    rows = {row.contact.pk: row for section in shown.sections if section.key in TO_DECIDE for row in section.rows}
    overdue = sum(row.due_at is not None and row.due_at < now for row in rows.values())
    return Standing(
        waiting=shown.total,
        unrated=sum(not row.contact.rating for row in rows.values()) + shown.hidden_of.get("", 0),
        red=sum(row.contact.rating == "red" for row in rows.values()) + shown.hidden_of.get("red", 0),
        overdue=overdue + (_overdue(shown.hidden, now) if shown.hidden else 0),
    )


def _overdue(contacts: Collection[UUID], now: datetime) -> int:
    late = Deadline.objects.open().filter(kind__in=DECISION_CLOCKS, due_at__lt=now).values("about_id")
    rows = Contact.objects.filter(pk__in=contacts).filter(Q(pk__in=late) | Q(children__in=late))
    return rows.distinct().count()
