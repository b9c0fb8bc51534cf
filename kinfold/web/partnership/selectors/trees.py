"""A strategy as a tree, cut to what somebody wants to see of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.partnership.models import Objective, Priority, Standing, Strategy, StrategyAction


@dataclass(frozen=True)
class Wanted:
    """What to show: of one standing, of one board, or what serves one theme. Empty is everything."""

    status: str = ""
    board: str = ""
    theme: str = ""

    @property
    def everything(self) -> bool:
        return not (self.status or self.board or self.theme)


@dataclass(frozen=True)
class ObjectiveShown:
    objective: Objective
    actions: tuple[StrategyAction, ...]


@dataclass(frozen=True)
class PriorityShown:
    """``actions`` are those that nobody has put under one of its objectives."""

    priority: Priority
    objectives: tuple[ObjectiveShown, ...]
    actions: tuple[StrategyAction, ...]
    recovery: tuple[StrategyAction, ...]
    standings: tuple[tuple[str, str, int], ...]  # (standing, its words, how many actions), of all its actions

    @property
    def is_empty(self) -> bool:
        return not (self.objectives or self.actions or self.recovery)


@dataclass(frozen=True)
class Counted:
    """What a document says that it contains and what it lists; ``claimed`` is None where it says nothing."""

    what: str
    claimed: int | None
    listed: int

    @property
    def slips(self) -> bool:
        return self.claimed is not None and self.claimed != self.listed


@dataclass(frozen=True)
class Tree:
    strategy: Strategy
    priorities: tuple[PriorityShown, ...]
    spine: tuple[PriorityShown, ...]
    headings: tuple[PriorityShown, ...]
    counts: tuple[Counted, ...]
    found: int  # objectives and actions that are shown


def tree(viewer: User, strategy: Strategy, wanted: Wanted = Wanted()) -> Tree:
    """Four queries, whatever the size."""
    require(viewer, Permission.REPORT_READ)
    priorities = list(Priority.objects.filter(strategy=strategy).select_related("board"))
    objectives = list(Objective.objects.filter(priority__strategy=strategy).select_related("board"))
    actions = list(StrategyAction.objects.filter(priority__strategy=strategy).select_related("board"))
    shown = [_shown(one, objectives, actions, wanted) for one in priorities]
    if not wanted.everything:
        shown = [one for one in shown if not one.is_empty]

    def of(kind: Priority.Kind) -> tuple[PriorityShown, ...]:
        return tuple(one for one in shown if one.priority.kind == kind)

    return Tree(
        strategy=strategy,
        priorities=of(Priority.Kind.PRIORITY),
        spine=of(Priority.Kind.SPINE),
        headings=of(Priority.Kind.HEADING),
        counts=_counts(strategy, priorities, objectives, actions),
        found=sum(map(_lines, shown)),
    )


def _shown(
    priority: Priority, objectives: Sequence[Objective], actions: Sequence[StrategyAction], wanted: Wanted
) -> PriorityShown:
    own = [action for action in actions if action.priority_id == priority.pk]
    kept = [action for action in own if _wanted(action, priority, wanted)]
    nested = []
    for objective in (one for one in objectives if one.priority_id == priority.pk):
        under = tuple(action for action in kept if action.objective_id == objective.pk)
        if under or _wanted(objective, priority, wanted):
            nested.append(ObjectiveShown(objective, under))
    loose = [action for action in kept if action.objective_id is None]
    times = Counter(action.status for action in own)
    return PriorityShown(
        priority=priority,
        objectives=tuple(nested),
        actions=tuple(one for one in loose if one.kind == StrategyAction.Kind.ACTION),
        recovery=tuple(one for one in loose if one.kind == StrategyAction.Kind.RECOVERY),
        standings=tuple((str(one.value), str(one.label), times[one.value]) for one in Standing if times[one.value]),
    )


def _wanted(line: Objective | StrategyAction, priority: Priority, wanted: Wanted) -> bool:
    board = line.board or priority.board
    return (
        wanted.status in ("", line.status)
        and wanted.board in ("", board.key)
        and (not wanted.theme or wanted.theme in line.spine or wanted.theme == priority.key)
    )


def _lines(one: PriorityShown) -> int:
    nested = sum(1 + len(each.actions) for each in one.objectives)
    return nested + len(one.actions) + len(one.recovery)


def _counts(
    strategy: Strategy, priorities: Sequence[Priority], objectives: Sequence[Objective],
    actions: Sequence[StrategyAction],
) -> tuple[Counted, ...]:  # fmt: skip
    claimed = strategy.claimed.get
    measures = {number for line in (strategy, *priorities, *objectives, *actions) for number in line.measures}
    spine = sum(one.kind == Priority.Kind.SPINE for one in priorities)
    counts = [
        Counted("priorities", None, sum(one.kind == Priority.Kind.PRIORITY for one in priorities)),
        Counted("strategic objectives", claimed("objectives"), _of_kind(objectives, Objective.Kind.OBJECTIVE)),
        Counted("differences it wants to see", None, _of_kind(objectives, Objective.Kind.DIFFERENCE)),
        Counted("indicators", claimed("indicators"), len(measures)),
        Counted("themes of the spine", claimed("themes"), spine),
        Counted("actions", None, _of_kind(actions, StrategyAction.Kind.ACTION)),
        Counted("items of Covid-19 recovery", None, _of_kind(actions, StrategyAction.Kind.RECOVERY)),
    ]
    return tuple(one for one in counts if one.listed or one.claimed)


def _of_kind(lines: Sequence[Objective] | Sequence[StrategyAction], kind: str) -> int:
    return sum(line.kind == kind for line in lines)
