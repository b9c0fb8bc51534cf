"""What reading a file in would change, so that a person can look before it does."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from kinfold.web.partnership.files.taking import boards_value, strategy_value
from kinfold.web.partnership.files.values import BoardsValue, Held, StrategyValue
from kinfold.web.partnership.models import Strategy

Facts = dict[str, object]


@dataclass(frozen=True)
class Comparison:
    """Lines by the words that name them; ``left`` are here and not in the file, and stay as they are."""

    title: str
    added: tuple[str, ...]
    changed: tuple[tuple[str, tuple[str, ...]], ...]  # (line, what differs)
    same: int
    left: tuple[str, ...]

    @property
    def changes_nothing(self) -> bool:
        return not self.added and not self.changed


def compare(value: Held) -> Comparison:
    here = _here(value)
    old = dict(_lines(here)) if here else {}
    new = dict(_lines(value))
    differing = {name: _differ(old[name], facts) for name, facts in new.items() if name in old}
    return Comparison(
        title=value.title if isinstance(value, StrategyValue) else "Boards",
        added=tuple(name for name in new if name not in old),
        changed=tuple((name, what) for name, what in differing.items() if what),
        same=sum(not what for what in differing.values()),
        left=tuple(name for name in old if name not in new),
    )


def _here(value: Held) -> Held | None:
    if isinstance(value, BoardsValue):
        return boards_value()
    row = Strategy.objects.filter(key=value.key).first()
    return strategy_value(row) if row else None


def _lines(value: Held) -> Iterator[tuple[str, Facts]]:
    if isinstance(value, StrategyValue):
        inside = {"priority", "objective", "action"}
        yield from ((name, _facts(line, inside if name in _nested(value) else set())) for name, line in value.lines)
    else:
        yield from ((board.key, _facts(board, set())) for board in value.board)


def _nested(value: StrategyValue) -> set[str]:
    """Whose own lines are compared by themselves."""
    return {value.key, *(priority.key for priority in value.priority)}


def _facts(line: object, without: set[str]) -> Facts:
    return {one.name: getattr(line, one.name) for one in fields(line) if one.name not in without}  # type: ignore[arg-type]


def _differ(old: Facts, new: Facts) -> tuple[str, ...]:
    return tuple(name.replace("_", " ") for name in new if old.get(name) != new[name])
