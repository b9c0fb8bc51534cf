"""Changing what a strategy says: a line's words, board, dates, measures and themes; new objectives and actions."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.partnership import rules
from kinfold.web.partnership.models import Board, Line, Objective, Priority, StrategyAction


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What a line says. Where it stands and who owns it is an update's to say."""

    title: str
    board: Board | None
    starts_on: date | None
    ends_on: date | None
    measures: tuple[str, ...]
    spine: tuple[str, ...] = ()


@transaction.atomic
def change(*, line: Line, said: Wording, version: int, by: User) -> Line:
    require(by, Permission.STRATEGY_MANAGE)
    fields = _held(said, line)
    if all(getattr(line, name) == value for name, value in fields.items()):
        return line
    for name, value in fields.items():
        setattr(line, name, value)
    save_version(line, expected=version, fields=fields)
    events.record("strategy.line_changed", by=by, about=line)
    return line


@transaction.atomic
def add_objective(*, priority: Priority, number: str, kind: str, title: str, by: User) -> Objective:
    require(by, Permission.STRATEGY_MANAGE)
    hold(rules.pa5_says_what_it_is, title)
    rows = Objective.objects.filter(priority=locked(priority))
    hold(rules.pa6_number_is_free, number, set(rows.filter(kind=kind).values_list("number", flat=True)))
    place = (rows.aggregate(last=Max("position"))["last"] or 0) + 1
    row = Objective.objects.create(priority=priority, number=number, kind=kind, title=title.strip(), position=place)
    events.record("strategy.objective_added", by=by, about=row)
    return row


@transaction.atomic
def add_action(
    *, priority: Priority, number: str, title: str, owner_post: str, by: User, objective: Objective | None = None
) -> StrategyAction:
    require(by, Permission.STRATEGY_MANAGE)
    hold(rules.pa5_says_what_it_is, title)
    rows = StrategyAction.objects.filter(priority=locked(priority))
    hold(rules.pa6_number_is_free, number, set(rows.values_list("number", flat=True)))
    place = (rows.aggregate(last=Max("position"))["last"] or 0) + 1
    row = StrategyAction.objects.create(
        priority=priority, objective=objective, number=number, action=title.strip(), owner_post=owner_post.strip(),
        position=place,
    )  # fmt: skip
    events.record("strategy.action_added", by=by, about=row)
    return row


def _held(said: Wording, line: Line) -> dict[str, object]:
    hold(rules.pa5_says_what_it_is, said.title)
    hold(rules.pa7_ends_after_it_begins, said.starts_on, said.ends_on)
    fields: dict[str, object] = {
        "action" if isinstance(line, StrategyAction) else "title": said.title.strip(),
        "board": said.board,
        "starts_on": said.starts_on,
        "ends_on": said.ends_on,
        "measures": list(said.measures),
        "spine": list(said.spine),
    }
    if isinstance(line, Priority) and said.board is None:
        fields["board"] = line.board  # a priority is never without one
    return fields
