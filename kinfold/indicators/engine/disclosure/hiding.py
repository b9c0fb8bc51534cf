"""Which figures to hide: the small ones, and as many more as leave each of them open."""

from collections import deque
from collections.abc import Collection, Iterable
from itertools import chain, islice

from kinfold.indicators.engine.disclosure.moves import Chain
from kinfold.indicators.engine.disclosure.sums import Sums

UP, DOWN = 1, -1


class Hiding:
    """Hides figures until every small count could be any number from 1 to `largest` for all that is shown.

    `known` are counts that no hiding hides any more, because they were published before. A count whose earlier figures
    bound it from below needs as many open numbers, but not the lowest.
    """

    def __init__(self, sums: Sums, largest: int, hidden: Collection[int] = (), known: Collection[int] = ()) -> None:
        self._sums, self._largest, self._known = sums, largest, set(known)
        self._hidden_before = {one for place in hidden for one in sums.counts_in.get(place, ())}
        self.figures: set[int] = set()
        self._shown_in = [len(figures) for figures in sums.figures_with]
        self._alone: list[int] = []  # sums to look at again
        self._hidden_members: list[list[int]] = [[] for _ in sums.parts]
        self._hidden_noughts = [0] * len(sums.parts)
        for one in range(len(sums.values)):
            if self._is_hidden(one):
                self._count_as_hidden(one)
        for place, numbers in sums.counts_in.items():
            if place in hidden or any(self._is_small(one) for one in numbers):
                self._hide(place)
        self._proved: set[tuple[int, int]] = set()
        self._exhausted: set[int] = set()  # counts around which nothing is left to hide
        self._reached: set[int] = set()

    def run(self) -> set[int]:
        self._alone = list(range(len(self._sums.parts)))
        self._keep_company()
        for one in sorted(filter(self._is_small, self._sums.sensitive)):
            for way in (UP, DOWN):
                self._protect(one, way)
        return self.figures

    def _protect(self, one: int, way: int) -> None:
        """Hides one more each time, then two, four and so on: what needs much hidden is seldom helped by little."""
        at_once = 1
        while (one, way) not in self._proved and one not in self._exhausted:
            stuck = self._prove(one, way)
            if stuck is None:
                return
            further = self._next_to_hide(one, stuck, at_once)
            if not further:  # and so for whatever hangs together with it
                self._exhausted.update(self._reached)
                return
            for each in further:
                self._hide_count(each)
            self._keep_company()
            at_once *= 2

    def _keep_company(self) -> None:
        """Where a single count of a sum is hidden, the others give it back: hide another, and look after that one."""
        while self._alone:
            addition = self._alone.pop()
            if len(self._hidden_members[addition]) != 1:
                continue
            [one] = self._hidden_members[addition]
            if not self._sums.figures_with[one] and not self._is_small(one):
                continue
            further = self._next_of(addition)
            if further is not None:
                self._hide_count(further)

    def _prove(self, one: int, way: int) -> Iterable[int] | None:
        """None when another table has been found in which the count is as high, or as low, as it must be able to be."""
        changed: dict[int, int] = {}
        value = self._sums.values[one]
        wanted = self._most(one) - value if way == UP else value - max(1, self._least(one))
        while wanted > 0:
            moves = Chain(self._sums, self, changed)
            if not moves.found(one, way):
                return moves.stuck
            times = min(wanted, moves.room)
            for moved, by in moves.moved.items():
                changed[moved] = changed.get(moved, 0) + by * times
            wanted -= times
        self._proved.add((one, way))
        for moved, by in changed.items():
            reached = self._sums.values[moved] + by
            if reached >= self._most(moved):
                self._proved.add((moved, UP))
            if reached <= 1:
                self._proved.add((moved, DOWN))
        return None

    def _least(self, one: int) -> int:
        """1, or more where it is made of several hidden counts none of which is nought: no hiding changes that."""
        made_of = [
            sum(map(self._least, filter(self._is_hidden, self._sums.parts[addition])))
            for addition, sign in self._sums.sums_with[one]
            if sign < 0 and self._sums.wholes[addition] == (one,)
        ]
        return max([self.floor(one), *made_of])

    def _most(self, one: int) -> int:
        """`largest`; where a sum of before comes out otherwise today, so many more, as the count was of both."""
        if not self._sums.revised_by:
            return self._largest
        own = {addition for addition, _ in self._sums.sums_with[one]}
        others = {other for addition in own for other in self._hidden_members[addition]}
        beside = (addition for other in others for addition, _ in self._sums.sums_with[other])
        by = max((self._sums.revised_by.get(addition, 0) for addition in chain(own, beside)), default=0)
        return self._largest + min(by, self._largest)

    def _next_to_hide(self, one: int, stuck: Iterable[int], many: int) -> list[int]:
        """Of each sum that stood in the way, nearest first, the count that loses least."""
        nearest = dict.fromkeys(chain(stuck, self._around(one)))
        return list(islice((found for found in map(self._next_of, nearest) if found is not None), many))

    def _next_of(self, addition: int) -> int | None:
        wholes = self._sums.wholes[addition]
        shown = [each for each in self._members(addition) if self._can_be_hidden(each)]
        return min(shown, key=lambda each: (each in wholes, *self._cost(each)), default=None)

    def _cost(self, one: int) -> tuple[bool, int, int, int, int]:
        """Noughts last; first what has company already in its other sums, and what fewest figures show."""
        lonely = sum(not self._hidden_members[addition] for addition, _ in self._sums.sums_with[one])
        value = self._sums.values[one]
        return not value, lonely, self._shown_in[one], value, one

    def _members(self, addition: int) -> tuple[int, ...]:
        return (*self._sums.parts[addition], *self._sums.wholes[addition])

    def _around(self, one: int) -> Iterable[int]:
        """Every sum that the count has to do with by way of what is hidden, nearest first."""
        seen, waiting = {one}, deque([one])
        self._reached = seen
        while waiting:
            for addition, _ in self._sums.sums_with[waiting.popleft()]:
                yield addition
                for other in self._members(addition):
                    if other not in seen and self._is_hidden(other):
                        seen.add(other)
                        waiting.append(other)

    def _hide(self, place: int) -> None:
        if place not in self.figures:
            self.figures.add(place)
            for one in self._sums.counts_in[place]:
                self._shown_in[one] -= 1
                if self._is_hidden(one):
                    self._count_as_hidden(one)

    def _hide_count(self, one: int) -> None:
        for place in self._sums.figures_with[one]:
            self._hide(place)

    def _count_as_hidden(self, one: int) -> None:
        nought = not self._sums.values[one] and one in self._sums.alone
        for addition, _ in self._sums.sums_with[one]:
            self._hidden_members[addition].append(one)
            self._hidden_noughts[addition] += nought and self._sums.of_one_count[addition]
            self._alone.append(addition)

    def hidden_in(self, addition: int) -> list[int]:
        return self._hidden_members[addition]

    def floor(self, one: int) -> int:
        """Nought is shown, so what is hidden is one at least; unless noughts are hidden beside it, and were before."""
        if one not in self._hidden_before and any(
            self._hidden_noughts[addition] for addition, _ in self._sums.sums_with[one]
        ):
            return min(0, self._sums.floors[one])
        return self._sums.floors[one]

    def _is_small(self, one: int) -> bool:
        return 0 < self._sums.values[one] <= self._largest

    def _is_hidden(self, one: int) -> bool:
        return not self._shown_in[one] and one not in self._known

    def _can_be_hidden(self, one: int) -> bool:
        return bool(self._shown_in[one]) and one not in self._known
