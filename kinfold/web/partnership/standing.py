"""Whose a line of a strategy is: its own board or owner, else those of the line above it."""

from collections.abc import Iterator

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.partnership.models import Board, BoardMember, Line, Objective, Priority, StrategyAction


def above(line: Line) -> Iterator[Line]:
    """The line itself, then what it belongs to, up to the strategy."""
    yield line
    if isinstance(line, StrategyAction | Objective):
        yield from above(line.priority)
    elif isinstance(line, Priority):
        yield from above(line.strategy)


def board_of(line: Line) -> Board | None:
    return next((one.board for one in above(line) if one.board), None)


def owner_of(line: Line) -> str:
    return next((one.owner_post for one in above(line) if one.owner_post), "")


def is_theirs(user: User, line: Line) -> bool:
    """Its owner by post, a member of the board that answers for it, or whoever manages the strategy."""
    if user.may(Permission.STRATEGY_MANAGE):
        return True
    if not user.may(Permission.STRATEGY_WRITE):
        return False
    board = board_of(line)
    sits = board is not None and BoardMember.objects.filter(board=board, user=user, ended_on__isnull=True).exists()
    return sits or (bool(user.post) and user.post == owner_of(line))
