"""What a file of a strategy or of boards says, as plain values. Each field is a key of the file, in this order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Said:
    """One entry of the history of a line, the oldest first in its file. ``by`` is a post."""

    as_at: date
    status: str
    note: str = ""
    owner_post: str = ""
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One piece of evidence."""

    title: str
    kept_at: str = ""
    added_on: date
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class LineValue:
    title: str
    owner_post: str = ""
    board: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    status: str = "not_started"  # counts where nobody has said anything yet
    measures: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    spine: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()
    evidence: tuple[Shown, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ActionValue(LineValue):
    number: str
    kind: str = "action"
    objective: str = ""  # the number of one of the same priority


@dataclass(frozen=True, kw_only=True)
class ObjectiveValue(LineValue):
    number: str
    kind: str = "objective"


@dataclass(frozen=True, kw_only=True)
class PriorityValue(LineValue):
    key: str
    number: int
    kind: str = "priority"
    short: str = ""
    vision: str = ""
    slips: tuple[str, ...] = ()
    objective: tuple[ObjectiveValue, ...] = ()
    action: tuple[ActionValue, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Claimed:
    """What a document says that it contains, which need not be what it lists."""

    objectives: int | None = None
    indicators: int | None = None
    themes: int | None = None


@dataclass(frozen=True, kw_only=True)
class StrategyValue(LineValue):
    holds: ClassVar = "strategy"
    key: str
    document: str = ""
    position: int = 1
    vision: str = ""
    slips: tuple[str, ...] = ()
    claimed: Claimed = field(default_factory=Claimed)
    priority: tuple[PriorityValue, ...] = ()

    @property
    def lines(self) -> Iterator[tuple[str, LineValue]]:
        """Every line with words that name it in this file."""
        yield self.key, self
        for priority in self.priority:
            yield priority.key, priority
            for objective in priority.objective:
                yield f"{priority.key}, {objective.kind} {objective.number}", objective
            for action in priority.action:
                yield f"{priority.key}, action {action.number}", action


@dataclass(frozen=True, kw_only=True)
class MemberValue:
    post: str
    seat: str = "member"
    agency: str = ""
    started_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class DutyValue:
    """`covers` are documents and what stands under a number in them, such as “safeguarding 4”."""

    number: int
    title: str
    cycle: str
    goes_to: str = ""
    source: str = ""
    ended_on: date | None = None
    covers: tuple[str, ...] = ()
    shape: str = "progress"


@dataclass(frozen=True, kw_only=True)
class BoardValue:
    key: str
    name: str
    kind: str = "board"
    chair_post: str = ""
    purpose: str = ""
    terms: str = ""
    quorum: int | None = None
    circulation: tuple[str, ...] = ()
    slips: tuple[str, ...] = ()
    member: tuple[MemberValue, ...] = ()
    duty: tuple[DutyValue, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BoardsValue:
    holds: ClassVar = "boards"
    board: tuple[BoardValue, ...] = ()


Held = StrategyValue | BoardsValue
