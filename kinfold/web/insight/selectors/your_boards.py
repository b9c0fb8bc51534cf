"""What a member of a board needs before its next meeting: what has changed, is late, was agreed and is due."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kinfold.indicators.catalogue.gathered import GATHERED
from kinfold.indicators.periods import Period, last_complete_quarters
from kinfold.web.access.models import User
from kinfold.web.insight.selectors import gathered, scorecard
from kinfold.web.insight.selectors import released as r
from kinfold.web.insight.selectors.released import Released
from kinfold.web.insight.selectors.rulings import ruled
from kinfold.web.insight.selectors.shown import Shown
from kinfold.web.partnership.models import Board, Standing, StrategyAction
from kinfold.web.partnership.selectors import boards, measured
from kinfold.web.partnership.selectors.boards import DueShown, PapersShown

MOST_SIGNALS = 5
_BEHIND = (Standing.OFF_TRACK, Standing.AT_RISK)

ByKey = dict[str, Shown]


@dataclass(frozen=True)
class ActionBehind:
    action: StrategyAction
    overdue: bool


@dataclass(frozen=True)
class BoardHome:
    """``news`` stand out now and did not at the last meeting, the worst first; ``further`` are more of them."""

    shown: PapersShown
    seat: str
    quarter: Period | None  # whose figures were not there at the last meeting; None where there are none such
    news: tuple[Shown, ...]
    further: int
    known: tuple[Shown, ...]  # stood out at the last meeting already, and still do
    behind: tuple[ActionBehind, ...]
    standings: tuple[tuple[str, int], ...]

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to say of it."""
        return not (self.news or self.behind or self.shown.last or self.shown.planned or self.next_report)

    @property
    def next_report(self) -> DueShown | None:
        return next((one for one in self.shown.forward_plan if one.delivered_on is None), None)


def homes(viewer: User, now: datetime, today: date) -> list[BoardHome]:
    """One for each board that the viewer sits on or looks after."""
    own = boards.boards_of(viewer)
    released = r.newest(viewer, today)
    keys = measured.measuring(board for board, _ in own)
    figures = _Figures(viewer, released, keys) if released is not None and own else None
    return [_home(viewer, boards.papers_shown(viewer, board, now, today), seat, figures, today) for board, seat in own]


class _Figures:
    """The boards' indicators as they stand after a quarter; asked for once a quarter, however many boards there are."""

    def __init__(self, viewer: User, released: Released, keys: dict[UUID, set[str]]) -> None:
        self._viewer, self._released, self._decided, self._keys = viewer, released, ruled(), keys
        wanted = set().union(*keys.values())
        self._sent = [one for one in GATHERED if one.key in wanted]
        self._of: dict[Period, ByKey] = {}
        _, self.quarters = scorecard.measured(released, None, self._decided)

    def after(self, quarter: Period, board: Board) -> ByKey:
        if quarter not in self._of:
            found, _ = scorecard.measured(self._released, quarter, self._decided)
            sent = gathered.collected(self._viewer, self._released, quarter, self._decided, self._sent)
            self._of[quarter] = {one.indicator.key: one for one in (*found, *sent)}
        return {key: one for key, one in self._of[quarter].items() if key in self._keys[board.pk]}


def _home(viewer: User, shown: PapersShown, seat: str, figures: _Figures | None, today: date) -> BoardHome:
    quarter, news, known = _news(shown, figures)
    actions = boards.actions_it_answers_for(viewer, shown.board)
    return BoardHome(
        shown=shown,
        seat=seat,
        quarter=quarter,
        news=tuple(news[:MOST_SIGNALS]),
        further=max(len(news) - MOST_SIGNALS, 0),
        known=tuple(known),
        behind=tuple(_behind(actions, today)),
        standings=tuple(Counter(str(Standing(one.status).label) for one in actions).most_common()),
    )


def _news(shown: PapersShown, figures: _Figures | None) -> tuple[Period | None, list[Shown], list[Shown]]:
    """(the quarter whose figures are new, what stands out anew in them, what stood out before and still does)"""
    if figures is None:
        return None, [], []
    quarter = figures.quarters[-1]
    standing = scorecard.standing_out(list(figures.after(quarter, shown.board).values()))
    held_on = shown.last.held_on if shown.last is not None else None
    before = last_complete_quarters(1, held_on)[0] if held_on is not None else None
    if before is not None and before.starts_on >= quarter.starts_on:
        return None, [], standing
    if before not in figures.quarters:
        return quarter, standing, []
    then = figures.after(before, shown.board)
    news = [one for one in standing if one.signal.mark != then[one.indicator.key].signal.mark]
    return quarter, news, [one for one in standing if one not in news]


def _behind(actions: Iterable[StrategyAction], today: date) -> list[ActionBehind]:
    """Off track or at risk by the last word of it, or not complete after its last day; the worst first."""
    found = []
    for action in actions:
        overdue = action.ends_on is not None and action.ends_on < today and action.status != Standing.COMPLETE
        if overdue or action.status in _BEHIND:
            found.append(ActionBehind(action, overdue))
    return sorted(found, key=lambda one: (not one.overdue, one.action.status != Standing.OFF_TRACK))
