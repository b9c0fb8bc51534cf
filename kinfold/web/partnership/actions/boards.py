"""Looking after a board: which team does, who sits on it, its terms, and what of its forward plan is due."""

from datetime import date, datetime, timedelta

from django.db import transaction

from kinfold.reports.times import covered_words
from kinfold.web.access import grants
from kinfold.web.access.checks import NotVisible, require
from kinfold.web.access.models import Record, Team, User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.audit import events
from kinfold.web.core.clock import LONDON
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.deadlines import selectors as due_things
from kinfold.web.partnership import rules
from kinfold.web.partnership.cycles import covered
from kinfold.web.partnership.deadline_kinds import BOARD_REPORT
from kinfold.web.partnership.models import Board, BoardMember, Cycle, DueReport, Duty, Papers

AHEAD = timedelta(days=366)
BEHIND = timedelta(days=100)  # a period that has just ended still owes its report


@transaction.atomic
def support(*, board: Board, team: Team, by: User, at: datetime) -> Papers:
    """The team looks after the board and its papers open to it; whoever looked after it before is let out."""
    require(by, Permission.BOARD_WRITE)
    board = locked(board)
    hold(rules.bo1_support_is_ones_own_to_give, _may_give(by, board, team))
    return give_support(board=board, team=team, by=by, at=at)


def give_support(*, board: Board, team: Team, by: User | None, at: datetime) -> Papers:
    """For whatever has asked already whether the person may; by nobody, while a demonstration is prepared."""
    papers = Papers.objects.filter(board=board).first()
    if board.support_team_id == team.pk and papers is not None:
        return papers
    record = papers.record if papers else grants.new_record(level=Record.Level.RESTRICTED)
    grants.grant(record, to=team, reason=f"Looks after the {board.name}", at=at, source_id=team.pk)
    if papers is None:
        papers = Papers.objects.create(board=board, record=record)
    elif board.support_team_id:
        record.grants.filter(team=board.support_team_id, ended_at__isnull=True).update(ended_at=at)
    board.support_team = team
    save_version(board, expected=None, fields=["support_team"])
    events.record("board.supported", by=by, about=board, details={"team": team.name})
    return papers


@transaction.atomic
def change_terms(
    *, board: Board, purpose: str, terms: str, chair_post: str, quorum: int | None, version: int, by: User
) -> Board:
    require(by, Permission.BOARD_WRITE)
    said = {"purpose": purpose.strip(), "terms": terms.strip(), "chair_post": chair_post.strip(), "quorum": quorum}
    if all(getattr(board, name) == value for name, value in said.items()):
        return board
    for name, value in said.items():
        setattr(board, name, value)
    save_version(board, expected=version, fields=said)
    events.record("board.terms_changed", by=by, about=board)
    return board


@transaction.atomic
def seat(
    *, board: Board, post: str, seat: str, agency: str, by: User, at: datetime, today: date, user: User | None = None
) -> BoardMember:
    """A post takes its seat; whoever fills it and uses Kinfold is let into the board's papers."""
    papers = papers_of(board, by)
    sitting = BoardMember.objects.filter(board=locked(board), ended_on__isnull=True)
    hold(rules.bo4_post_sits_once, post.strip(), set(sitting.values_list("post", flat=True)))
    member = BoardMember.objects.create(
        board=board, post=post.strip(), seat=seat, agency=agency.strip(), user=user, started_on=today
    )
    if user is not None:
        _let_in(member, papers, at)
    events.record("board.seat_filled", by=by, about=member)
    return member


@transaction.atomic
def fill(*, member: BoardMember, user: User, by: User, at: datetime) -> BoardMember:
    """Somebody else fills the seat: they are let in, and whoever filled it before is let out."""
    papers = papers_of(member.board, by)
    hold(rules.bo3_seat_is_open, locked(member).ended_on)
    return give_seat(member=member, user=user, papers=papers, by=by, at=at)


def give_seat(*, member: BoardMember, user: User, papers: Papers, by: User | None, at: datetime) -> BoardMember:
    """For whatever has asked already whether the person may; by nobody, while a demonstration is prepared."""
    member = locked(member)
    if member.user_id == user.pk:
        return member
    grants.end_grants(member.pk, at=at)
    member.user = user
    save_version(member, expected=None, fields=["user"])
    _let_in(member, papers, at)
    events.record("board.seat_filled", by=by, about=member)
    return member


@transaction.atomic
def leave(*, member: BoardMember, by: User, at: datetime, today: date) -> BoardMember:
    papers_of(member.board, by)
    member = locked(member)
    if member.ended_on is not None:
        return member
    member.ended_on = today
    save_version(member, expected=None, fields=["ended_on"])
    grants.end_grants(member.pk, at=at)
    events.record("board.seat_ended", by=by, about=member)
    return member


@transaction.atomic
def plan_ahead(*, board: Board, by: User, today: date) -> int:
    """Puts on the clock every report due in the coming year; those there already stay. Returns how many were added."""
    papers = papers_of(board, by)
    duties = [duty for duty in board.duties.all() if duty.ended_on is None]
    hold(rules.bo5_has_duties, len(duties))
    added = 0
    for duty in duties:
        if duty.cycle == Cycle.AS_IT_COMES:
            continue
        for period in covered(duty.cycle, today - BEHIND, today + AHEAD):
            due, made = DueReport.objects.get_or_create(
                duty=duty, period=period.key,
                defaults={"record": papers.record, "covers_from": period.starts_on, "covers_until": period.last_day},
            )  # fmt: skip
            if made:
                ends = datetime.combine(period.last_day, datetime.min.time(), LONDON)
                subject = f"{board.name}, {covered_words(period.key)}: {duty.title}"
                deadlines.start(BOARD_REPORT, about=due, at=ends, team=board.support_team, subject=subject)
            added += made
    if added:
        events.record("board.forward_plan_made", by=by, about=papers, details={"reports": added})
    return added


@transaction.atomic
def deliver(*, due: DueReport, by: User, at: datetime) -> DueReport:
    require(by, Permission.BOARD_WRITE, on=due)
    hold(rules.bo7_not_yet_delivered, due.pk in due_things.open_for([due.pk], BOARD_REPORT))
    deadlines.meet(BOARD_REPORT, about=due, at=at)
    events.record("board.report_delivered", by=by, about=due)
    return due


@transaction.atomic
def deliver_for(*, duty: Duty, period: str, by: User, at: datetime) -> bool:
    """Its report was published. False where the forward plan has it on the clock out of this person's sight."""
    row = DueReport.objects.visible_to(by).filter(duty=duty, period=period).first()
    if row is None:
        return False
    if deadlines.meet(BOARD_REPORT, about=row, at=at):
        events.record("board.report_delivered", by=by, about=row)
    return True


def supporter_of(board: Board) -> User | None:
    """One of those who look after the board, in whose name the daily job acts; the longest there."""
    in_team = {"memberships__team": board.support_team, "memberships__ended_on__isnull": True}
    rows = User.objects.filter(is_active=True, memberships__role__in=roles_with(Permission.BOARD_WRITE), **in_team)
    return rows.order_by("memberships__started_on", "pk").first() if board.support_team_id else None


def papers_of(board: Board, by: User) -> Papers:
    """The board's file, for whoever looks after it."""
    require(by, Permission.BOARD_WRITE)
    hold(rules.bo2_board_is_looked_after, board.support_team_id is not None)
    papers = Papers.objects.visible_to(by).filter(board=board).first()
    if papers is None:
        events.refuse(f"refused.{Permission.BOARD_WRITE}", by=by, about=board)
        raise NotVisible("Another team looks after this board.")
    return papers


def _may_give(by: User, board: Board, team: Team) -> bool:
    return board.support_team in by.teams if board.support_team else team in by.teams


def _let_in(member: BoardMember, papers: Papers, at: datetime) -> None:
    assert member.user is not None
    reason = f"Sits on the {member.board.name}"
    grants.grant(papers.record, to=member.user, reason=reason, at=at, source_id=member.pk)
