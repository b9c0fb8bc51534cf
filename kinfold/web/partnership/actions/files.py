"""Reading a file of a strategy or of boards in, and taking one out."""

from django.apps import apps
from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.partnership.files.checking import check
from kinfold.web.partnership.files.putting import put
from kinfold.web.partnership.files.taking import boards_value, strategy_value
from kinfold.web.partnership.files.values import Held, StrategyValue
from kinfold.web.partnership.files.writing import write
from kinfold.web.partnership.models import Board, Strategy


@transaction.atomic
def read_in(*, value: Held, by: User) -> Strategy | None:
    """All of the file or, where it cannot be, none. Raises ``FileFault``."""
    require(by, Permission.STRATEGY_MANAGE)
    check(value, set(Board.objects.values_list("key", flat=True)))
    put(value, apps)
    strategy = Strategy.objects.get(key=value.key) if isinstance(value, StrategyValue) else None
    events.record("strategy.file_read_in", by=by, about=strategy, details={"holds": value.holds})
    return strategy


def take_out(*, strategy: Strategy | None, by: User) -> str:
    """The strategy's file, or the boards'. An export, so it is written down who took it."""
    require(by, Permission.STRATEGY_MANAGE)
    value: Held = strategy_value(strategy) if strategy else boards_value()
    events.record("strategy.file_taken_out", by=by, about=strategy, details={"holds": value.holds})
    return write(value)
