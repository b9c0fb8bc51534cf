"""An attack on published tables by integer programming, sharing no code with the protection it attacks.

The attacker knows every figure that was published, in every release; that counts are whole and not negative; which are
parts of which; that groups and quarters add up; that a hidden figure is not nought, since noughts are shown (unless
some nought of that indicator had to be hidden too); and, better than any real one, which counts no revision changed.
They win when some small count, hidden or never published, cannot be 1, or cannot be 5, for all that they know. A count
that is made of several, none of them nought, cannot be 1 whatever else is published, nor can a group whose fellows are
shown to be nought: there they win when a published number tells them more than the noughts do.

A revision of one count in a table that has not changed otherwise is itself seen: where 2 became 3, nobody who knows
that it grew by one and was not nought before takes the new one for 1. Over two releases they win when a count cannot
be 5, or when fewer than five numbers are left for it.
"""

from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from kinfold.indicators.engine.figures import Figure
from kinfold.indicators.periods import Period
from tests.indicators.disclosure.tables import BANDS, GROUPS, INDICATORS, PARTS, Place, cells, quarters_in

QUARTERS = tuple(f"2024-25-Q{number}" for number in range(1, 5))
_MOST = 10_000


@dataclass(frozen=True)
class Release:
    """What was so, and what was published of it."""

    place: Place
    periods: list[Period]
    published: list[Figure]


@dataclass
class Recovered:
    """A count that is no longer open, and how it is bounded."""

    what: tuple[object, ...]
    true: int
    way: str


Terms = dict[int, int]


@dataclass
class _Model:
    truth: list[int] = field(default_factory=list)
    named: dict[tuple[object, ...], int] = field(default_factory=dict)
    rows: list[tuple[Terms, float, float]] = field(default_factory=list)
    shown: list[tuple[Terms, float, float]] = field(default_factory=list)
    targets: dict[tuple[object, ...], tuple[Terms, int]] = field(default_factory=dict)

    def variable(self, name: tuple[object, ...], value: int) -> int:
        if name not in self.named:
            self.named[name] = len(self.truth)
            self.truth.append(value)
        return self.named[name]

    def true(self, terms: Terms) -> int:
        return sum(times * self.truth[one] for one, times in terms.items())


def recovered(releases: list[Release], largest: int = 5) -> list[Recovered]:
    model = _Model()
    for number, release in enumerate(releases):
        _know(model, number, release, releases[:number], largest)
    knowing_all, knowing_none = _Solver(model, [*model.rows, *model.shown]), _Solver(model, model.rows)
    found = []
    for what, (terms, true) in model.targets.items():
        least = knowing_all.least(terms, 1)
        most = knowing_all.most(terms, largest)
        if most < largest:
            found.append(Recovered(what, true, f"is at most {most}"))
        elif len(releases) > 1 and knowing_all.most(terms, least + largest - 1) < least + largest - 1:
            found.append(Recovered(what, true, f"is one of few from {least}"))
        elif len(releases) == 1 and least > 1 and least > knowing_none.least(terms, 1):
            found.append(Recovered(what, true, f"is at least {least}"))
    return found


def _know(model: _Model, number: int, release: Release, before: list[Release], largest: int) -> None:
    place = release.place
    names = {name for key in place.keys for name in INDICATORS[key]}
    groups = {group for key in place.keys for group in cells(place, key)}

    def count(name: str, when: str, by: str | None, group: str | None) -> int:
        value = place.count(name, when, by, group)
        same = [earlier for earlier in range(number) if before[earlier].place.count(name, when, by, group) == value]
        return model.variable((same[0] if same else number, name, when, by, group), value)

    def over(name: str, period: Period, by: str | None, group: str | None) -> Terms:
        return {count(name, when, by, group): 1 for when in quarters_in(period, name)}

    for name in names:
        for when in QUARTERS:
            for by in {by for by, _ in groups if by}:
                parts = {count(name, when, by, group): 1 for other, group in groups if other == by}
                model.rows.append((parts | {count(name, when, None, None): -1}, 0, 0))
            if {("ward", "Fratton"), ("deprivation", "40% or more")} <= groups:
                for band in GROUPS["deprivation"]:
                    wards = {count(name, when, "ward", ward): 1 for ward in BANDS if BANDS[ward] == band}
                    model.rows.append((wards | {count(name, when, "deprivation", band): -1}, 0, 0))
    for whole, families in PARTS.items():
        for family in families:
            parts = [name for name in family if name in names]
            if whole in names and parts:
                for when in QUARTERS:
                    for by, group in groups:
                        held = {count(name, when, by, group): -1 for name in parts}
                        model.rows.append((held | {count(whole, when, by, group): 1}, 0, _MOST))
    nought_hidden = {
        one.indicator for one in release.published if one.status == "suppressed" and _true(release, one) == 0
    }
    periods = {period.key: period for period in release.periods}
    for one in release.published:
        sides = [over(name, periods[one.period], one.by, one.group) for name in INDICATORS[one.indicator]]
        if one.status == "suppressed":
            if one.indicator not in nought_hidden:
                model.rows.append((sides[-1], 1, _MOST))
            own = [*sides, *([_less(sides[1], sides[0])] if len(sides) > 1 else [])]
            for side, terms in enumerate(own):
                if 1 <= model.true(terms) <= largest:
                    model.targets[number, one.indicator, one.period, one.by, one.group, side] = terms, model.true(terms)
        else:
            values = [one.numerator, one.denominator][: len(sides)]
            rows = model.shown if any(values) else model.rows
            rows += [(terms, value, value) for terms, value in zip(sides, values, strict=True)]
    for whole, families in PARTS.items():
        for family in families:
            parts = [name for name in family if name in names]
            if whole in names and parts:
                for period in release.periods:
                    for by, group in groups:
                        rest = over(whole, period, by, group)
                        for name in parts:
                            rest = _less(rest, over(name, period, by, group))
                        if 1 <= model.true(rest) <= largest:
                            model.targets[number, "rest", whole, family, period.key, by, group] = rest, model.true(rest)


def _true(release: Release, figure: Figure) -> int:
    [period] = [one for one in release.periods if one.key == figure.period]
    name = INDICATORS[figure.indicator][-1]
    return sum(release.place.count(name, when, figure.by, figure.group) for when in quarters_in(period, name))


def _less(terms: Terms, other: Terms) -> Terms:
    return {one: terms.get(one, 0) - other.get(one, 0) for one in terms | other}


class _Solver:
    """Every table it finds answers for all counts at once, so few have to be looked for."""

    def __init__(self, model: _Model, rows: list[tuple[Terms, float, float]]) -> None:
        self._size = len(model.truth)
        matrix = csr_matrix(np.array([self._row(terms) for terms, _, _ in rows]))
        self._known = LinearConstraint(matrix, [low for _, low, _ in rows], [high for _, _, high in rows])
        self._tables = [np.array(model.truth)]

    def _row(self, terms: Terms) -> np.ndarray:
        row = np.zeros(self._size)
        for one, times in terms.items():
            row[one] = times
        return row

    def least(self, terms: Terms, enough: int) -> int:
        """The least that the count can be, or anything that is low enough."""
        row = self._row(terms)
        lowest = min(row @ table for table in self._tables)
        return round(lowest if lowest <= enough else row @ self._table(row))

    def most(self, terms: Terms, enough: int) -> int:
        return -self.least({one: -times for one, times in terms.items()}, -enough)

    def _table(self, row: np.ndarray) -> np.ndarray:
        answer = milp(row, constraints=self._known, integrality=np.ones(self._size), bounds=Bounds(0, _MOST))
        assert answer.status == 0, answer.message
        self._tables.append(np.round(answer.x))
        return self._tables[-1]
