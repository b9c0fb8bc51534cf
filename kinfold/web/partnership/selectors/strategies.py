"""Strategies, their priorities and every line below, with what has been said of each."""

from uuid import UUID

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.partnership.models import (
    Evidence,
    Line,
    Objective,
    Priority,
    StatusUpdate,
    Strategy,
    StrategyAction,
)

LEVELS: dict[str, type[Line]] = {
    "strategies": Strategy,
    "priorities": Priority,
    "objectives": Objective,
    "actions": StrategyAction,
}
"""As an address names them."""

_ABOVE = {
    "strategies": ("board",),
    "priorities": ("board", "strategy__board"),
    "objectives": ("board", "priority__board", "priority__strategy__board"),
    "actions": ("board", "objective", "priority__board", "priority__strategy__board"),
}


def strategies(viewer: User) -> list[Strategy]:
    require(viewer, Permission.REPORT_READ)
    return list(Strategy.objects.select_related("board"))


def strategy(viewer: User, key: str) -> Strategy | None:
    require(viewer, Permission.REPORT_READ)
    return Strategy.objects.select_related("board").filter(key=key).first()


def priority(viewer: User, key: str) -> Priority | None:
    require(viewer, Permission.REPORT_READ)
    return Priority.objects.select_related("board", "strategy__board").filter(key=key).first()


def actions_of(viewer: User, priority: Priority) -> list[StrategyAction]:
    require(viewer, Permission.REPORT_READ)
    return list(StrategyAction.objects.filter(priority=priority).select_related("board", "objective"))


def objectives_of(viewer: User, priority: Priority) -> list[Objective]:
    require(viewer, Permission.REPORT_READ)
    return list(Objective.objects.filter(priority=priority).select_related("board"))


def line(viewer: User, level: str, pk: UUID) -> Line | None:
    """A line of any level, with the lines above it and their boards."""
    require(viewer, Permission.REPORT_READ)
    model = LEVELS.get(level)
    return None if model is None else model._default_manager.select_related(*_ABOVE[level]).filter(pk=pk).first()


def updates_of(viewer: User, line: Line) -> list[StatusUpdate]:
    """The newest first."""
    require(viewer, Permission.REPORT_READ)
    return list(StatusUpdate.objects.of(line).select_related("said_by"))


def evidence_of(viewer: User, line: Line) -> list[Evidence]:
    require(viewer, Permission.REPORT_READ)
    return list(Evidence.objects.of(line).select_related("added_by"))
