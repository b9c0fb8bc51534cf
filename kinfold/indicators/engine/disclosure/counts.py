"""The counts that figures are made of, and which are parts of which others, read from the definitions.

A count is known by the rows it is of and the conditions they meet, so that the denominator of one indicator and the
number that is another are the same count, and referrals that led to an assessment are seen to be part of all referrals.
"""

import ast
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.figures import Figure

# What is said of a row, and the values for which it is so; a condition that is no comparison has the one value True.
Condition = tuple[str, frozenset[str]]
_MET = frozenset({"True"})


@dataclass(frozen=True)
class Count:
    """So many of `rows`, which names the reading and what of it is counted, as meet every one of the conditions."""

    rows: tuple[str, ...]
    conditions: frozenset[Condition]
    adds_over_time: bool

    def within(self, other: "Count") -> bool:
        """Whether whatever is in this count must be in the other."""
        if self.rows != other.rows:
            return False
        own = dict(self.conditions)
        return all(own.get(said, _NEVER) <= values and said in own for said, values in other.conditions)


@dataclass(frozen=True)
class Family:
    """Parts of one count which nothing can be in two of. What is in none of them is the rest, itself a count."""

    whole: Count
    parts: tuple[Count, ...]


_NEVER: frozenset[str] = frozenset()


def counts_of(indicator: Indicator) -> tuple[Count, ...]:
    """What one of its figures gives away: a share those in its numerator and all, anything else how many."""
    if indicator.denominator is None:
        quantity = () if indicator.quantity is None else ((f"{indicator.quantity.text}.notnull()", _MET),)
        return (_count(indicator, (indicator.numerator.text,), quantity),)
    below = indicator.denominator.text
    return _count(indicator, (indicator.numerator.text, below)), _count(indicator, (below,))


def numbers_of(figure: Figure, indicator: Indicator) -> tuple[int, ...]:
    """The values of those counts."""
    if indicator.quantity is not None:
        return (figure.denominator or 0,)
    if indicator.denominator is None:
        return (figure.numerator or 0,)
    return (figure.numerator or 0, figure.denominator or 0)


def families(counts: Iterable[Count]) -> list[Family]:
    """For every count, those directly within it, together where one condition keeps them apart."""
    together: dict[tuple[str, ...], list[Count]] = defaultdict(list)
    for one in dict.fromkeys(counts):
        together[one.rows].append(one)
    found = []
    for alike in together.values():
        for whole in alike:
            inside = [one for one in alike if one != whole and one.within(whole)]
            direct = [one for one in inside if not any(one != other and one.within(other) for other in inside)]
            found += [Family(whole, parts) for parts in _apart(whole, direct)]
    return found


def _apart(whole: Count, inside: list[Count]) -> Iterable[tuple[Count, ...]]:
    """Each count within `whole` once, beside those from which the values of one condition tell it apart."""
    left = list(inside)
    while left:
        best: list[Count] = left[:1]
        for said in sorted({said for one in left for said, _ in one.conditions - whole.conditions}):
            chosen: list[Count] = []
            for one in left:
                values = dict(one.conditions).get(said)
                if values is not None and not any(values & dict(other.conditions)[said] for other in chosen):
                    chosen.append(one)
            if len(chosen) > len(best):
                best = chosen
        yield tuple(best)
        left = [one for one in left if one not in best]


def _count(indicator: Indicator, rules: tuple[str, ...], also: tuple[Condition, ...] = ()) -> Count:
    dated_by = indicator.dated_by
    always = {
        f"_.{(indicator.subject.open_between or ('',))[0]}.notnull()" if dated_by is None else f"{dated_by!r}.notnull()"
    }
    conditions = {condition for rule in rules for condition in _conditions(ast.parse(rule, mode="eval").body)}
    if indicator.settles_after:
        conditions.add((f"settled after {indicator.settles_after}", _MET))
    row = indicator.counts == indicator.subject.first_unit
    return Count(
        rows=(*indicator.reading, indicator.counts),
        conditions=frozenset(one for one in (*conditions, *also) if one[0] not in always),
        adds_over_time=row and dated_by is not None,
    )


def _conditions(said: ast.expr) -> Iterable[Condition]:
    match said:
        case ast.BinOp(left=left, op=ast.BitAnd(), right=right):
            yield from _conditions(left)
            yield from _conditions(right)
        case ast.Compare(left=column, ops=[ast.Eq()], comparators=[ast.Constant() as value]):
            yield ast.unparse(column), frozenset({ast.unparse(value)})
        case ast.Call(func=ast.Attribute(value=column, attr="isin"), args=values):
            yield ast.unparse(column), frozenset(ast.unparse(value) for value in values)
        case _:
            yield ast.unparse(said), _MET
