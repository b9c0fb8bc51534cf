"""What a file must say to be put in: known boards and measures, numbers once, words for what is open to choice."""

from collections import Counter
from collections.abc import Collection, Iterator

from kinfold.indicators.asked import measures
from kinfold.indicators.asked.boards import Covered
from kinfold.indicators.catalogue import EVERY
from kinfold.web.partnership.files.reading import FileFault
from kinfold.web.partnership.files.values import BoardsValue, Held, LineValue, PriorityValue, StrategyValue
from kinfold.web.partnership.models import (
    Board,
    BoardMember,
    Cycle,
    Duty,
    Objective,
    Priority,
    Standing,
    StrategyAction,
)

INDICATORS = frozenset(one.key for one in EVERY)


def check(value: Held, boards: Collection[str]) -> None:
    """Raises :class:`FileFault`. ``boards`` are the keys of those there already."""
    found = list(_of_boards(value) if isinstance(value, BoardsValue) else _of_strategy(value, frozenset(boards)))
    if found:
        raise FileFault(found)


def _of_boards(value: BoardsValue) -> Iterator[str]:
    yield from _twice("board", (one.key for one in value.board))
    for board in value.board:
        where = f"“{board.key}”"
        yield from _among(where, "kind", board.kind, Board.Kind.values)
        yield from _twice(f"{where}, duty", (str(one.number) for one in board.duty))
        for member in board.member:
            yield from _among(f"{where}, {member.post}", "seat", member.seat, BoardMember.Seat.values)
        for duty in board.duty:
            yield from _among(f"{where}, duty {duty.number}", "cycle", duty.cycle, Cycle.values)
            yield from _among(f"{where}, duty {duty.number}", "shape", duty.shape, Duty.Shape.values)
            yield from _covered(f"{where}, duty {duty.number}", duty.covers)


def _covered(where: str, names: Collection[str]) -> Iterator[str]:
    for name in names:
        try:
            Covered.named(name)
        except ValueError as fault:
            yield f"{where}, covers: {fault}"


def _of_strategy(value: StrategyValue, boards: frozenset[str]) -> Iterator[str]:
    yield from _twice("priority", (one.key for one in value.priority))
    themes = {one.key for one in value.priority if one.kind == Priority.Kind.SPINE}
    for where, line in value.lines:
        yield from _of_line(where, line, value.document, boards, themes)
    for priority in value.priority:
        yield from _of_priority(priority)


def _of_line(where: str, line: LineValue, document: str, boards: frozenset[str], themes: set[str]) -> Iterator[str]:
    if line.board and line.board not in boards:
        yield f"{where}: there is no board “{line.board}” here. Read in the file of boards first."
    yield from _among(where, "status", line.status, Standing.values)
    for said in line.said:
        yield from _among(where, "status", said.status, Standing.values)
    for number in line.measures:
        if f"{document} {number}" not in measures():
            yield f"{where}: no document “{document}” asks for a measure {number}."
    yield from (f"{where}: there is no indicator “{key}”." for key in line.indicators if key not in INDICATORS)
    yield from (f"{where}: there is no theme “{key}” in this file." for key in line.spine if key not in themes)
    if line.starts_on and line.ends_on and line.ends_on < line.starts_on:
        yield f"{where}: it ends before it begins."


def _of_priority(priority: PriorityValue) -> Iterator[str]:
    where = f"“{priority.key}”"
    yield from _among(where, "kind", priority.kind, Priority.Kind.values)
    if not priority.board:
        yield f"{where}: “board” is missing. Every priority has a board that answers for it."
    yield from _twice(f"{where}, objective", (f"{one.kind} {one.number}" for one in priority.objective))
    yield from _twice(f"{where}, action", (one.number for one in priority.action))
    numbers = {one.number for one in priority.objective}
    for objective in priority.objective:
        yield from _among(f"{where}, {objective.number}", "kind", objective.kind, Objective.Kind.values)
    for action in priority.action:
        yield from _among(f"{where}, action {action.number}", "kind", action.kind, StrategyAction.Kind.values)
        if action.objective and action.objective not in numbers:
            yield f"{where}, action {action.number}: there is no objective {action.objective}."


def _among(where: str, name: str, said: str, known: Collection[str]) -> Iterator[str]:
    if said not in known:
        yield f"{where}: {name} “{said}” is not one of {', '.join(known)}."


def _twice(what: str, keys: Iterator[str]) -> Iterator[str]:
    yield from (f"{what} {key} is in the file twice." for key, times in Counter(keys).items() if times > 1)
