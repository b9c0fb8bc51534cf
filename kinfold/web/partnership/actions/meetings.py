"""A board's meetings: planned and held by the engine, with who came, what was decided and who does what about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.commitments import actions as commitments
from kinfold.web.commitments.models import Commitment
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked
from kinfold.web.meetings import actions as meetings
from kinfold.web.meetings.actions import Attending
from kinfold.web.meetings.models import Meeting
from kinfold.web.partnership import rules
from kinfold.web.partnership.actions.boards import papers_of
from kinfold.web.partnership.models import Board, BoardMember, Decision, Papers, StrategyAction

KIND = "board"


@dataclass(frozen=True)
class ToDo:
    """What somebody is to do about a decision, and by when."""

    text: str
    who: User | None
    due_on: date | None


@transaction.atomic
def plan(*, board: Board, due_on: date, by: User) -> Meeting:
    """The board's next meeting; while one is planned, it is that one on the new day."""
    return meetings.plan(kind=KIND, about=papers_of(board, by), due_on=due_on, by=by)


@transaction.atomic
def hold_meeting(
    *, meeting: Meeting, board: Board, held_on: date, came: Iterable[BoardMember], notes: str, version: int, by: User,
    today: date,
) -> Meeting:  # fmt: skip
    """Every seat was invited; ``came`` are those that were filled on the day. Whether enough were is worked out."""
    seats = list(BoardMember.objects.filter(board=board, ended_on__isnull=True).select_related("user"))
    there = {member.pk for member in came}
    return meetings.hold(
        meeting=meeting, held_on=held_on, outcome=quorum(board, [one for one in seats if one.pk in there]), by=by,
        attending=[Attending(one.user or one.post, attended=one.pk in there) for one in seats],
        notes=notes, version=version, today=today,
    )  # fmt: skip


def quorum(board: Board, came: Iterable[BoardMember]) -> str:
    """A code of the list board_meeting_outcome. Advisers have no vote and do not count."""
    if board.quorum is None:
        return "no_quorum_set"
    voting = sum(one.seat != BoardMember.Seat.ADVISER for one in came)
    return "quorate" if voting >= board.quorum else "not_quorate"


@transaction.atomic
def decide(
    *, meeting: Meeting, text: str, by: User, action: StrategyAction | None = None, to_do: ToDo | None = None
) -> Decision:
    """Writes down one decision of a meeting that was held. What is to be done about it is a commitment."""
    require(by, Permission.BOARD_WRITE, on=meeting)
    meeting = locked(meeting)
    hold(rules.bo6_meeting_was_held, meeting.held_on)
    hold(rules.pa5_says_what_it_is, text)
    said = Decision.objects.filter(meeting=meeting)
    existing = said.filter(text=text.strip()).first()
    if existing is not None:
        return existing
    decision = Decision.objects.create(
        meeting=meeting, record_id=meeting.record_id, number=said.count() + 1, text=text.strip(), action=action,
        commitment=_promised(meeting, to_do, action, by) if to_do else None,
    )  # fmt: skip
    events.record("board.decided", by=by, about=decision)
    return decision


def _promised(meeting: Meeting, to_do: ToDo, action: StrategyAction | None, by: User) -> Commitment:
    return commitments.promise(
        about=Papers.objects.get(pk=meeting.about_id), text=to_do.text, promised_by="service", promiser=to_do.who,
        due_on=to_do.due_on, goal_id=action.pk if action else None, by=by,
    )  # fmt: skip


@transaction.atomic
def done(*, commitment: Commitment, done_on: date, version: int, by: User, at: datetime) -> Commitment:
    return commitments.mark_done(commitment=commitment, done_on=done_on, version=version, by=by, at=at)
