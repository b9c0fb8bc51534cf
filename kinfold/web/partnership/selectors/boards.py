"""Boards: who sits on them, what they answer for, what is due, what they decided and whether it happened."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from kinfold.reports.times import covered_words
from kinfold.web.access.checks import require
from kinfold.web.access.models import Membership, Team, User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.commitments.models import Commitment
from kinfold.web.deadlines.models import Deadline
from kinfold.web.meetings.models import Attendance, Meeting
from kinfold.web.partnership.deadline_kinds import BOARD_REPORT
from kinfold.web.partnership.models import (
    Board,
    BoardMember,
    Decision,
    DueReport,
    Duty,
    Papers,
    Priority,
    Standing,
    StrategyAction,
)

MOST_MEETINGS = 20


@dataclass(frozen=True)
class DueShown:
    """One report of the forward plan: due, late, or delivered."""

    due_report: DueReport
    title: str
    covers: str
    due: date | datetime
    delivered_on: datetime | None
    overdue: bool


@dataclass(frozen=True)
class DecisionShown:
    decision: Decision
    commitment: Commitment | None
    overdue: bool

    @property
    def happened(self) -> str:
        """Whether what was agreed was done, in words."""
        if self.commitment is None:
            return "Nothing to do"
        if self.commitment.done_on:
            return "Done"
        return "Late" if self.overdue else "To do"


@dataclass(frozen=True)
class PapersShown:
    """``papers`` is None for those whom the board has not let in, and with it everything that stands in them."""

    board: Board
    papers: Papers | None
    planned: Meeting | None
    last: Meeting | None
    decisions: list[DecisionShown]
    forward_plan: list[DueShown]


@dataclass(frozen=True)
class BoardShown(PapersShown):
    """The board's own page: who sits on it and what it answers for, and its papers."""

    members: list[BoardMember]
    duties: list[Duty]
    answers_for: list[Priority]


def boards(viewer: User) -> list[Board]:
    require(viewer, Permission.REPORT_READ)
    return list(Board.objects.prefetch_related("duties", "priorities"))


def boards_of(viewer: User) -> list[tuple[Board, str]]:
    """(board, the viewer's seat in words): those they sit on, then those that their teams look after."""
    require(viewer, Permission.BOARD_READ)
    seats = BoardMember.objects.filter(user=viewer, ended_on__isnull=True).select_related("board__support_team")
    found = {one.board.pk: (one.board, one.get_seat_display()) for one in seats.order_by("board__name")}
    if viewer.may(Permission.BOARD_WRITE):
        for one in Board.objects.filter(support_team__in=viewer.teams).select_related("support_team"):
            found.setdefault(one.pk, (one, "You look after it"))
    return list(found.values())


def board(viewer: User, key: str) -> Board | None:
    require(viewer, Permission.REPORT_READ)
    return Board.objects.select_related("support_team").filter(key=key).first()


def shown(viewer: User, board: Board, now: datetime, today: date) -> BoardShown:
    require(viewer, Permission.REPORT_READ)
    members = BoardMember.objects.filter(board=board, ended_on__isnull=True).select_related("user")
    answers_for = Priority.objects.filter(board=board).select_related("strategy").order_by("strategy", "number")
    return BoardShown(
        **vars(papers_shown(viewer, board, now, today)),
        members=list(members),
        duties=[duty for duty in board.duties.all() if duty.ended_on is None],
        answers_for=list(answers_for),
    )


def papers_shown(viewer: User, board: Board, now: datetime, today: date) -> PapersShown:
    """The next and the last meeting, what was decided at it, and what is due."""
    papers = (
        Papers.objects.visible_to(viewer).filter(board=board).first() if viewer.may(Permission.BOARD_READ) else None
    )
    meetings = meetings_of(viewer, papers) if papers else []
    last = next((one for one in meetings if one.held_on), None)
    return PapersShown(
        board=board,
        papers=papers,
        planned=next((one for one in meetings if one.held_on is None), None),
        last=last,
        decisions=decisions_of(viewer, last, today) if last else [],
        forward_plan=forward_plan(viewer, board, now) if papers else [],
    )


def meetings_of(viewer: User, papers: Papers) -> list[Meeting]:
    """Planned ones first, then those held, the newest first."""
    rows = Meeting.objects.visible_to(viewer).filter(kind="board", about_id=papers.pk, cancelled_at__isnull=True)
    planned, held = rows.filter(held_on__isnull=True), rows.filter(held_on__isnull=False).order_by("-held_on")
    return [*planned.order_by("due_on"), *held[:MOST_MEETINGS]]


def meeting(viewer: User, pk: UUID) -> tuple[Meeting, Board] | None:
    """A meeting of a board that lets the viewer in."""
    require(viewer, Permission.BOARD_READ)
    row = Meeting.objects.visible_to(viewer).filter(pk=pk, kind="board").first()
    papers = Papers.objects.visible_to(viewer).select_related("board").filter(pk=row.about_id).first() if row else None
    return (row, papers.board) if row and papers else None


def attendances_of(viewer: User, meeting: Meeting) -> list[Attendance]:
    rows = Attendance.objects.visible_to(viewer).filter(meeting=meeting).select_related("user", "agency")
    return list(rows.order_by("-attended", "created_at"))


def decisions_of(viewer: User, meeting: Meeting, today: date) -> list[DecisionShown]:
    rows = Decision.objects.visible_to(viewer).filter(meeting=meeting)
    return [_decision(row, today) for row in rows.select_related("action__priority", "commitment__promiser_user")]


def _decision(row: Decision, today: date) -> DecisionShown:
    promised = row.commitment
    late = promised is not None and promised.done_on is None and promised.due_on is not None and promised.due_on < today
    return DecisionShown(row, promised, late)


def promise(viewer: User, pk: UUID) -> tuple[Commitment, Decision | None] | None:
    """What somebody said at a board that they would do, and the decision that it came from."""
    require(viewer, Permission.BOARD_READ)
    kind = Papers._meta.label_lower
    row = Commitment.objects.visible_to(viewer).select_related("promiser_user").filter(pk=pk, about_kind=kind).first()
    if row is None:
        return None
    return row, Decision.objects.visible_to(viewer).select_related("meeting").filter(commitment=row).first()


def forward_plan(viewer: User, board: Board, now: datetime) -> list[DueShown]:
    """The reports on the clock, what is due first on top, delivered ones among them in their place."""
    rows = {
        row.pk: row for row in DueReport.objects.visible_to(viewer).filter(duty__board=board).select_related("duty")
    }
    clocks = Deadline.objects.visible_to(viewer).filter(kind=BOARD_REPORT.key, about_id__in=rows, withdrawn_at=None)
    return [_due(rows[clock.about_id], clock, now) for clock in clocks.order_by("due_at", "created_at")]


def due_report(viewer: User, pk: UUID, now: datetime) -> tuple[DueShown, Board] | None:
    require(viewer, Permission.BOARD_READ)
    row = DueReport.objects.visible_to(viewer).select_related("duty__board").filter(pk=pk).first()
    clock = Deadline.objects.visible_to(viewer).filter(kind=BOARD_REPORT.key, about_id=pk).first() if row else None
    return (_due(row, clock, now), row.duty.board) if row and clock else None


def _due(row: DueReport, clock: Deadline, now: datetime) -> DueShown:
    return DueShown(
        due_report=row,
        title=row.duty.title,
        covers=covered_words(row.period),
        due=clock.due,
        delivered_on=clock.met_at,
        overdue=clock.met_at is None and clock.is_overdue_at(now),
    )


def teams_to_support(viewer: User, board: Board) -> list[Team]:
    """Those of the viewer; for a board of theirs to hand over, every team of the same service besides."""
    own = viewer.teams
    if board.support_team in own:
        return list(Team.objects.filter(service__in={team.service for team in own}))
    return own


def members_of(viewer: User, board: Board) -> list[BoardMember]:
    require(viewer, Permission.BOARD_READ)
    return list(BoardMember.objects.filter(board=board, ended_on__isnull=True).select_related("user"))


def seat(viewer: User, pk: UUID) -> BoardMember | None:
    require(viewer, Permission.BOARD_WRITE)
    return (
        BoardMember.objects.filter(pk=pk, ended_on__isnull=True).select_related("board__support_team", "user").first()
    )


def who_may_sit(viewer: User) -> list[User]:
    """Those whose role lets them read a board's papers."""
    require(viewer, Permission.BOARD_WRITE)
    now = Membership.objects.filter(role__in=roles_with(Permission.BOARD_READ), ended_on__isnull=True)
    return list(User.objects.filter(is_active=True, system=False, memberships__in=now).distinct().order_by("name"))


def actions_it_answers_for(viewer: User, board: Board) -> list[StrategyAction]:
    """Without what is closed and kept as history."""
    require(viewer, Permission.BOARD_READ)
    its = Q(board=board) | Q(board__isnull=True, priority__board=board)
    rows = StrategyAction.objects.filter(its).exclude(status=Standing.CLOSED)
    return list(rows.order_by("priority__strategy__position", "priority__number", "position"))
