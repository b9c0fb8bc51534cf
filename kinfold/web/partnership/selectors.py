"""Boards, priorities and where their actions stand."""

from uuid import UUID

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.partnership.models import ActionUpdate, Priority, StrategyAction


def priorities(viewer: User) -> list[Priority]:
    require(viewer, Permission.REPORT_READ)
    return list(Priority.objects.select_related("board").order_by("number"))


def priority(viewer: User, key: str) -> Priority | None:
    require(viewer, Permission.REPORT_READ)
    return Priority.objects.select_related("board").filter(key=key).first()


def actions_of(viewer: User, priority: Priority) -> list[StrategyAction]:
    require(viewer, Permission.REPORT_READ)
    return list(StrategyAction.objects.filter(priority=priority))


def action(viewer: User, pk: UUID) -> StrategyAction | None:
    require(viewer, Permission.REPORT_READ)
    return StrategyAction.objects.select_related("priority__board").filter(pk=pk).first()


def updates_of(viewer: User, action: StrategyAction) -> list[ActionUpdate]:
    """The newest first."""
    require(viewer, Permission.REPORT_READ)
    return list(action.updates.select_related("said_by"))
