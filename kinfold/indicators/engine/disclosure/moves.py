"""Another table that agrees with all that is shown: the proof that a hidden number could be another.

To raise one hidden count, others have to give way: one in each sum it is in, then one in each sum that those are in,
until every sum is as it was. Whatever such a chain of changes reaches, a reader cannot rule out.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Protocol

from kinfold.indicators.engine.disclosure.sums import Sums

LONGEST = 100
TRIES = 60
_WIDEST, _FEW = 8, 4


class Hidden(Protocol):
    """What is hidden so far: which counts of a sum, and the least that anybody knows a count to be."""

    def hidden_in(self, addition: int) -> list[int]: ...

    def floor(self, one: int) -> int: ...


class Chain:
    """Looks for the changes that let one count move by one, up or down; `stuck` has the sums where nothing could."""

    def __init__(self, sums: Sums, hidden: Hidden, changed: dict[int, int]) -> None:
        self._sums, self._hidden, self._changed = sums, hidden, changed
        self.moved: dict[int, int] = {}
        self._open: dict[int, int] = {}
        self._tries = 0
        self.stuck: dict[int, None] = {}

    def found(self, start: int, by: int) -> bool:
        self._move(start, by)
        return self._balanced()

    @property
    def room(self) -> int:
        """How many times over the changes can be made before some count would fall below what it must be."""
        falling = [self._room(one) for one, by in self.moved.items() if by < 0]
        return min(falling, default=1_000_000)

    def _room(self, one: int) -> int:
        return self._sums.values[one] + self._changed.get(one, 0) - self._hidden.floor(one)

    def _balanced(self) -> bool:
        if not self._open:
            return True
        self._tries += 1
        if len(self.moved) > LONGEST or self._tries > TRIES:
            return False
        addition = self._tightest()
        candidates = sorted(self._could_give_way(addition))[:_WIDEST]
        for _, _, one, by in candidates:
            before = dict(self._open)
            self._move(one, by)
            if self._balanced():
                return True
            del self.moved[one]
            self._open = before
        self.stuck.setdefault(addition)
        return False

    def _tightest(self) -> int:
        """Where there is least choice, so that a wrong one elsewhere shows soon."""
        fewest, tightest = _FEW + 1, -1
        for addition in reversed(self._open):
            choices = sum(1 for _ in islice(self._could_give_way(addition), _FEW))
            if choices < fewest:
                fewest, tightest = choices, addition
                if choices <= 1:
                    break
        return tightest

    def _could_give_way(self, addition: int) -> Iterator[tuple[int, int, int, int]]:
        by = -1 if self._open[addition] > 0 else 1
        wholes = self._sums.wholes[addition]
        for one in self._hidden.hidden_in(addition):
            if one in self.moved:
                continue
            change = -by if one in wholes else by
            room = 0 if change > 0 else self._room(one)
            if change > 0 or room > 0:
                yield self._left_open(one, change), -min(room, 4), one, change

    def _left_open(self, one: int, by: int) -> int:
        """How many more sums would be out of balance."""
        more = 0
        for addition, sign in self._sums.sums_with[one]:
            excess = self._open.get(addition, 0)
            more += (excess + sign * by != 0) - (excess != 0)
        return more

    def _move(self, one: int, by: int) -> None:
        self.moved[one] = by
        for addition, sign in self._sums.sums_with[one]:
            excess = self._open.pop(addition, 0) + sign * by
            if excess:
                self._open[addition] = excess
