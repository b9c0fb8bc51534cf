"""From a file's value into the tables: what is there is changed, what is not is added, and nothing is taken away.

Called with the application's own models and, in a migration, with those of that moment: it calls none of their
methods.
"""

from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.apps.registry import Apps

from kinfold.web.partnership.files.values import (
    BoardsValue,
    BoardValue,
    Held,
    LineValue,
    MemberValue,
    PriorityValue,
    Said,
    Shown,
    StrategyValue,
)

LINE = ("owner_post", "starts_on", "ends_on", "measures", "indicators", "spine")


def put(value: Held, apps: Apps) -> None:
    """The value has been checked. What people said here since it was written stays, and the newest word counts."""
    if isinstance(value, BoardsValue):
        for board in value.board:
            _put_board(board, apps)
    else:
        _put_strategy(value, apps)


def key_of(name: str) -> UUID:
    """The same row has the same key in every partnership."""
    return uuid5(NAMESPACE_URL, f"https://kinfold.example/strategy/{name}")


def _put_board(value: BoardValue, apps: Apps) -> None:
    own = {name: getattr(value, name) for name in ("name", "kind", "chair_post", "purpose", "terms", "quorum")}
    own |= {"circulation": list(value.circulation), "slips": list(value.slips)}
    board = _row(apps, "Board", {"key": value.key}, own, value.key)
    for member in value.member:
        _put_member(member, board, apps)
    for duty in value.duty:
        said = {name: getattr(duty, name) for name in ("title", "cycle", "goes_to", "source", "ended_on", "shape")}
        said |= {"covers": list(duty.covers)}
        _row(apps, "Duty", {"board": board, "number": duty.number}, said, f"{value.key}/{duty.number}")


def _put_member(value: MemberValue, board: Any, apps: Apps) -> None:
    """The seat that began on that day, else the post's seat that has not ended, else a new one."""
    seats = apps.get_model("partnership", "BoardMember").objects.filter(board=board, post=value.post)
    row = seats.filter(started_on=value.started_on).first() or seats.filter(ended_on__isnull=True).first()
    own = {name: getattr(value, name) for name in ("seat", "agency", "started_on", "ended_on")}
    if row is None:
        seats.create(board=board, post=value.post, **own)
    else:
        _change(row, own)


def _put_strategy(value: StrategyValue, apps: Apps) -> None:
    boards = {board.key: board for board in apps.get_model("partnership", "Board").objects.all()}
    own = {name: getattr(value, name) for name in ("title", "document", "position", "vision")}
    claims = {name: said for name, said in vars(value.claimed).items() if said is not None}
    own |= {"slips": list(value.slips), "claimed": claims, **_of_line(value, boards)}
    strategy = _line(apps, "Strategy", {"key": value.key}, own, value.key, value, "strategy")
    for priority in value.priority:
        _put_priority(priority, strategy, boards, apps)


def _put_priority(value: PriorityValue, strategy: Any, boards: dict[str, Any], apps: Apps) -> None:
    own = {name: getattr(value, name) for name in ("number", "kind", "title", "short", "vision")}
    own |= {"strategy": strategy, "slips": list(value.slips), **_of_line(value, boards)}
    priority = _line(apps, "Priority", {"key": value.key}, own, value.key, value, "priority")
    objectives = {}
    for place, one in enumerate(value.objective, 1):
        known = {"priority": priority, "kind": one.kind, "number": one.number}
        said = {"title": one.title, "position": place, **_of_line(one, boards)}
        name = f"{value.key}/{one.kind}/{one.number}"
        objectives[one.number] = _line(apps, "Objective", known, said, name, one, "objective")
    for place, each in enumerate(value.action, 1):
        said = {"action": each.title, "kind": each.kind, "position": place, **_of_line(each, boards)}
        said["objective"] = objectives.get(each.objective)
        known = {"priority": priority, "number": each.number}
        _line(apps, "StrategyAction", known, said, f"{value.key}/{each.number}", each, "action")


def _of_line(value: LineValue, boards: dict[str, Any]) -> dict[str, Any]:
    own = {name: getattr(value, name) for name in LINE}
    own = {name: list(said) if isinstance(said, tuple) else said for name, said in own.items()}
    return own | {"board": boards.get(value.board), "status": value.status}


def _line(apps: Apps, model: str, known: Any, own: dict[str, Any], name: str, value: LineValue, level: str) -> Any:
    """The line as the file has it, its history and evidence added to, its standing the newest word's."""
    row = _row(apps, model, known, own, name, but_where_said=("owner_post", "status"))
    said, shown = value.said, value.evidence
    if said:
        _say(apps, row, level, said)
    updates = apps.get_model("partnership", "StatusUpdate").objects
    newest = (
        updates.filter(**{level: row}).order_by("-as_at", "-created_at").first() if said or row.updated_on else None
    )
    if newest is not None:
        standing = {"status": newest.status, "note": newest.note, "updated_on": newest.as_at}
        standing |= {"owner_post": newest.owner_post or row.owner_post}
        _change(row, standing)
    _show(apps, row, level, shown)
    return row


def _say(apps: Apps, row: Any, level: str, said: tuple[Said, ...]) -> None:
    updates = apps.get_model("partnership", "StatusUpdate").objects
    for one in said:
        told = {"as_at": one.as_at, "status": one.status, "note": one.note, "owner_post": one.owner_post}
        if not updates.filter(**{level: row}, **told).exists():
            updates.create(**{level: row}, **told, by_post=one.by)


def _show(apps: Apps, row: Any, level: str, shown: tuple[Shown, ...]) -> None:
    evidence = apps.get_model("partnership", "Evidence").objects
    for one in shown:
        told = {"title": one.title, "kept_at": one.kept_at, "added_on": one.added_on}
        if not evidence.filter(**{level: row}, **told).exists():
            evidence.create(**{level: row}, **told, by_post=one.by)


def _row(
    apps: Apps, model: str, known: dict[str, Any], own: dict[str, Any], name: str, but_where_said: tuple[str, ...] = ()
) -> Any:
    """``but_where_said``: fields that are an update's to say, once there is one."""
    kind = apps.get_model("partnership", model)
    rows, there = kind.objects, {field.name for field in kind._meta.fields}
    own = {field: said for field, said in own.items() if field in there}  # a migration's model may lack a later one
    row = rows.filter(**known).first()
    if row is None:
        return rows.create(id=key_of(name), **known, **own)
    if but_where_said and row.updated_on is not None:
        own = {field: said for field, said in own.items() if field not in but_where_said}
    _change(row, own)
    return row


def _change(row: Any, own: dict[str, Any]) -> None:
    """Counts the version up, so that somebody who has the row open is told; writes nothing where nothing differs."""
    changed = {field: said for field, said in own.items() if getattr(row, field) != said}
    if not changed:
        return
    for field, said in changed.items():
        setattr(row, field, said)
    row.version += 1
    row.save(update_fields=[*changed, "version"])
