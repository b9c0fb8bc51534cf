"""Which reports boards owe: what is due next, what is being written, and what was published."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from kinfold.indicators.periods import Period
from kinfold.reports.times import covered_words
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.core.clock import LONDON
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.insight.models import Report
from kinfold.web.insight.selectors import released as r
from kinfold.web.partnership.cycles import covered
from kinfold.web.partnership.deadline_kinds import BOARD_REPORT
from kinfold.web.partnership.models import Board, Cycle, Duty

OFFERED = 8  # complete periods
COMING = 8
A_YEAR = timedelta(days=366)


@dataclass(frozen=True)
class Owed:
    """The report of one duty that comes next; ``due`` is None for one that comes as it comes."""

    duty: Duty
    period: Period
    due: date | None
    report: Report | None
    overdue: bool

    @property
    def covers(self) -> str:
        return covered_words(self.period.key)


@dataclass(frozen=True)
class DutyShown:
    duty: Duty
    next: Owed
    reports: tuple[Report, ...]  # the newest period first


@dataclass(frozen=True)
class BoardShown:
    board: Board
    duties: tuple[DutyShown, ...]

    @property
    def due(self) -> date:
        return min((one.next.due for one in self.duties if one.next.due), default=date.max)


def owed(viewer: User, today: date) -> list[BoardShown]:
    """By board, the one whose report is due first on top."""
    require(viewer, Permission.REPORT_READ)
    reports: dict[object, list[Report]] = {}
    rows = Report.objects.select_related("duty__board", "prepared_by", "signed_off_by").defer("value")
    for one in rows.order_by("-period"):
        reports.setdefault(one.duty_id, []).append(one)
    boards: dict[Board, list[DutyShown]] = {}
    for duty in Duty.objects.select_related("board").order_by("board__name", "number"):
        own = reports.get(duty.pk, [])
        if duty.ended_on is None or own:
            boards.setdefault(duty.board, []).append(DutyShown(duty, _next(duty, own, today), tuple(own)))
    found = [BoardShown(board, tuple(duties)) for board, duties in boards.items()]
    return sorted(found, key=lambda one: (one.due, one.board.name))


def coming(boards: list[BoardShown]) -> list[Owed]:
    """What is due next, of all boards together."""
    found = [one.next for each in boards for one in each.duties if one.next.due and not one.duty.ended_on]
    return sorted(found, key=lambda one: one.due or date.max)[:COMING]


def _next(duty: Duty, reports: list[Report], today: date) -> Owed:
    """Of the period that ended last, if none was published for it, else of the one under way."""
    there = {one.period: one for one in reports}
    ended = [*covered(duty.cycle, today - A_YEAR, today - timedelta(days=1))][-1]
    done = ended.key in there and there[ended.key].published_at is not None
    period = next(covered(duty.cycle, today, today + A_YEAR)) if done else ended
    due = None if duty.cycle == Cycle.AS_IT_COMES else due_on(period)
    return Owed(duty, period, due, there.get(period.key), overdue=due is not None and due < today)


def due_on(period: Period) -> date:
    """The last day on which the report of a period is in time."""
    ends = datetime.combine(period.last_day, datetime.min.time(), LONDON)
    return in_london(deadlines.due(BOARD_REPORT.rule, ends) - timedelta(microseconds=1)).date()


def periods_to_report(viewer: User, duty: Duty, today: date) -> list[tuple[str, str]]:
    """(key, words): the last complete periods, and the one that is not over, for a draft of the figures so far."""
    released = r.newest(viewer, today, "board")
    if released is None:
        return []
    first = r.first_quarter(released)
    if first is None:
        return []
    as_at = released.release.as_at
    complete = [one for one in covered(duty.cycle, first.last_day, as_at - timedelta(days=1))][-OFFERED:]
    current = next(covered(duty.cycle, as_at, as_at + A_YEAR))
    so_far = (current.key, f"{covered_words(current.key)}, so far")
    return [*((one.key, covered_words(one.key)) for one in reversed(complete)), so_far]


def duty(viewer: User, pk: UUID) -> Duty | None:
    require(viewer, Permission.REPORT_READ)
    return Duty.objects.select_related("board").filter(pk=pk).first()
