"""From the tables to a file's value: what `putting` puts in, taken out again."""

from typing import Any, TypeVar

from kinfold.web.partnership.files.values import (
    ActionValue,
    BoardsValue,
    BoardValue,
    Claimed,
    DutyValue,
    LineValue,
    MemberValue,
    ObjectiveValue,
    PriorityValue,
    Said,
    Shown,
    StrategyValue,
)
from kinfold.web.partnership.models import (
    Board,
    Evidence,
    Line,
    Objective,
    Priority,
    StatusUpdate,
    Strategy,
    StrategyAction,
)
from kinfold.web.partnership.models.history import LEVELS

History = dict[Any, list[Any]]
V = TypeVar("V", bound=LineValue)


def strategy_value(strategy: Strategy) -> StrategyValue:
    """Everything of the strategy, in a handful of queries."""
    lines: dict[str, list[Any]] = {
        "strategy": [strategy],
        "priority": list(Priority.objects.filter(strategy=strategy).select_related("board")),
        "objective": list(Objective.objects.filter(priority__strategy=strategy).select_related("board")),
        "action": list(StrategyAction.objects.filter(priority__strategy=strategy).select_related("board", "objective")),
    }
    said, shown = _history(StatusUpdate, lines), _history(Evidence, lines)

    def of(value_type: type[V], line: Line, /, **own: Any) -> V:
        return value_type(**_line(line), said=_said(said, line), evidence=_shown(shown, line), **own)

    def priority_of(row: Priority) -> PriorityValue:
        return of(
            PriorityValue, row, title=row.title, key=row.key, number=row.number, kind=row.kind, short=row.short,
            vision=row.vision, slips=tuple(row.slips),
            objective=tuple(
                of(ObjectiveValue, one, title=one.title, number=one.number, kind=one.kind)
                for one in lines["objective"] if one.priority_id == row.pk
            ),
            action=tuple(
                of(ActionValue, one, title=one.action, number=one.number, kind=one.kind,
                   objective=one.objective.number if one.objective else "")
                for one in lines["action"] if one.priority_id == row.pk
            ),
        )  # fmt: skip

    return of(
        StrategyValue, strategy, title=strategy.title, key=strategy.key, document=strategy.document,
        position=strategy.position, vision=strategy.vision, slips=tuple(strategy.slips),
        claimed=Claimed(**strategy.claimed), priority=tuple(priority_of(row) for row in lines["priority"]),
    )  # fmt: skip


def boards_value() -> BoardsValue:
    """Every board, its seats and its reports. Who fills a seat is not in the file: posts, never people."""
    rows = Board.objects.order_by("key").prefetch_related("members", "duties")
    return BoardsValue(board=tuple(_board(row) for row in rows))


def _board(row: Board) -> BoardValue:
    members = sorted(row.members.all(), key=lambda one: one.created_at)
    return BoardValue(
        key=row.key, name=row.name, kind=row.kind, chair_post=row.chair_post, purpose=row.purpose, terms=row.terms,
        quorum=row.quorum, circulation=tuple(row.circulation), slips=tuple(row.slips),
        member=tuple(
            MemberValue(post=one.post, seat=one.seat, agency=one.agency, started_on=one.started_on,
                        ended_on=one.ended_on)
            for one in members
        ),
        duty=tuple(
            DutyValue(number=one.number, title=one.title, cycle=one.cycle, goes_to=one.goes_to, source=one.source,
                      ended_on=one.ended_on, covers=tuple(one.covers), shape=one.shape)
            for one in row.duties.all()
        ),
    )  # fmt: skip


def _line(row: Line) -> dict[str, Any]:
    return {
        "owner_post": row.owner_post,
        "board": row.board.key if row.board else "",
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "status": row.status if row.updated_on is None else "not_started",
        "measures": tuple(row.measures),
        "indicators": tuple(row.indicators),
        "spine": tuple(row.spine),
    }


def _history(model: type[StatusUpdate] | type[Evidence], lines: dict[str, list[Any]]) -> History:
    found: History = {}
    for level in LEVELS:
        keys = [line.pk for line in lines[level]]
        for row in model.objects.filter(**{f"{level}__in": keys}):
            found.setdefault(getattr(row, f"{level}_id"), []).append(row)
    return found


def _said(history: History, line: Line) -> tuple[Said, ...]:
    rows = sorted(history.get(line.pk, ()), key=lambda row: (row.as_at, row.created_at))
    return tuple(
        Said(as_at=row.as_at, status=row.status, note=row.note, owner_post=row.owner_post, by=row.by_post)
        for row in rows
    )


def _shown(history: History, line: Line) -> tuple[Shown, ...]:
    rows = sorted(history.get(line.pk, ()), key=lambda row: (row.added_on, row.created_at))
    return tuple(Shown(title=row.title, kept_at=row.kept_at, added_on=row.added_on, by=row.by_post) for row in rows)
