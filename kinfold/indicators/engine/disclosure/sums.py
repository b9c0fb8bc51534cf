"""Everything that adds up in what is published, as numbered counts and sums over them.

A number stands for one count of one period and group, whichever figures show it. What no figure shows but anybody can
take from two of them (those not in a share's numerator, the rest of a whole beside its parts) has a number too.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kinfold.indicators.engine.breakdowns import NOT_RECORDED
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.disclosure.counts import Count, Family, counts_of, families, numbers_of
from kinfold.indicators.engine.figures import Figure
from kinfold.indicators.engine.sums_to import additions_over_time
from kinfold.indicators.periods import Period
from kinfold.practice.wards import WARDS

Group = tuple[str | None, str | None]
# For each count and group, the number that stands for it in each period.
Places = dict[Count, dict[Group, dict[str, int]]]


@dataclass
class Sums:
    """`parts` of a sum add up to its `wholes`. `figures_with` has the figures that show each count."""

    values: list[int] = field(default_factory=list)
    floors: list[int] = field(default_factory=list)  # what anybody knows that it is at least
    figures_with: list[list[int]] = field(default_factory=list)
    sums_with: list[list[tuple[int, int]]] = field(default_factory=list)  # (sum, +1 as a part or -1 as a whole)
    parts: list[tuple[int, ...]] = field(default_factory=list)
    wholes: list[tuple[int, ...]] = field(default_factory=list)
    counts_in: dict[int, tuple[int, ...]] = field(default_factory=dict)  # by figure
    of_one_count: list[bool] = field(default_factory=list)  # whether a sum is over groups or time
    revised_by: dict[int, int] = field(default_factory=dict)  # by how many a sum of before comes out otherwise today
    alone: set[int] = field(default_factory=set)  # counts that are the whole of a figure, and not its numerator
    sensitive: set[int] = field(default_factory=set)  # counts of people, not the overlap of two sums
    places: Places = field(default_factory=lambda: defaultdict(lambda: defaultdict(dict)))

    def number(self, value: int, *, sensitive: bool = True) -> int:
        """A new count that no figure shows."""
        self.values.append(value)
        self.floors.append(min(value, 0))
        self.figures_with.append([])
        self.sums_with.append([])
        if sensitive:
            self.sensitive.add(len(self.values) - 1)
        return len(self.values) - 1

    def add(
        self, parts: Iterable[int], wholes: Iterable[int], *, of_one_count: bool = True, revised_by: int = 0
    ) -> None:
        if revised_by:
            self.revised_by[len(self.parts)] = revised_by
        self.of_one_count.append(of_one_count)
        self.parts.append(tuple(parts))
        self.wholes.append(tuple(wholes))
        for one in self.parts[-1]:
            self.sums_with[one].append((len(self.parts) - 1, 1))
        for one in self.wholes[-1]:
            self.sums_with[one].append((len(self.parts) - 1, -1))


def sums_of(
    figures: Sequence[Figure],
    indicators: Mapping[str, Indicator],
    periods: Iterable[Period],
    leave_out: Collection[int] = (),
) -> Sums:
    sums, periods = Sums(), list(periods)
    same = same_days(periods)
    counts = {key: counts_of(one) for key, one in indicators.items()}
    for place, figure in enumerate(figures):
        if figure.status != "not_covered" and place not in leave_out:
            values = numbers_of(figure, indicators[figure.indicator])
            _place(sums, place, figure, same[figure.period], counts[figure.indicator], values)
    _shares(sums)
    add_breakdowns(sums, sums.places)
    add_over_time(sums, sums.places, periods)
    for family in families(count for own in counts.values() for count in own):
        _family(sums, family, {own for own in counts.values() if len(own) > 1})
    return sums


def same_days(periods: Iterable[Period]) -> dict[str, str]:
    """One key for all periods of the same days: the first quarter is the year to date at its end."""
    first: dict[tuple[date, date], str] = {}
    return {one.key: first.setdefault((one.starts_on, one.ends_on), one.key) for one in sorted(periods)}


def _place(
    sums: Sums, place: int, figure: Figure, period: str, counts: tuple[Count, ...], values: tuple[int, ...]
) -> None:
    group = (figure.by, figure.group)
    numbers = []
    for count, value in zip(counts, values, strict=True):
        held = sums.places[count][group]
        if period not in held:
            held[period] = sums.number(value)
        numbers.append(held[period])
    for number in numbers:
        sums.figures_with[number].append(place)
    # Nought is shown, so what is hidden is one at least; within a hidden share the numerator may still be nought.
    sums.floors[numbers[-1]] = min(1, sums.values[numbers[-1]])
    sums.alone.add(numbers[-1])
    sums.counts_in[place] = tuple(numbers)


def _shares(sums: Sums) -> None:
    """Those in the numerator and those not in it are all. The two together are what a figure of a share gives away."""
    rest: dict[tuple[int, ...], int] = {}
    for place, numbers in sums.counts_in.items():
        if len(numbers) > 1:
            above, all_of_them = numbers
            if numbers not in rest:
                rest[numbers] = sums.number(sums.values[all_of_them] - sums.values[above])
                sums.add((above, rest[numbers]), (all_of_them,), of_one_count=False)
            sums.counts_in[place] = (*numbers, rest[numbers])
            sums.figures_with[rest[numbers]].append(place)


def add_breakdowns(sums: Sums, places: Places) -> None:
    """The groups of a breakdown add up to the whole, and wards to their band; a child in two is taken to be two."""
    for by_group in places.values():
        groups: dict[tuple[str, str], list[int]] = defaultdict(list)
        for (by, _), by_period in by_group.items():
            if by is not None:
                for period, number in by_period.items():
                    groups[by, period].append(number)
        whole = by_group.get((None, None), {})
        for (_, period), parts in groups.items():
            if period in whole:
                sums.add(parts, (whole[period],))
        for (_, band), by_period in [held for held in by_group.items() if held[0][0] == "deprivation"]:
            wards = [held for (by, ward), held in by_group.items() if by == "ward" and _band_of(ward) == band]
            for period, number in by_period.items():
                if wards and all(period in ward for ward in wards):
                    sums.add([ward[period] for ward in wards], (number,))


def _band_of(ward: str | None) -> str:
    return WARDS.band_of(ward or "") or NOT_RECORDED


def add_over_time(sums: Sums, places: Places, periods: Iterable[Period]) -> None:
    """Events add up from quarter to year. Children counted in each quarter are as many as in the year, or more."""
    periods = list(periods)
    keys = set(same_days(periods).values())
    chains = additions_over_time(one for one in periods if one.key in keys)
    for count, by_group in places.items():
        if count.rows[1] == "None":  # a stock: each moment has its own
            continue
        for by_period in by_group.values():
            for whole in by_period.keys() & chains.keys():
                for way in chains[whole]:
                    if all(period in by_period for period in way):
                        parts = tuple(by_period[period] for period in way)
                        wholes: tuple[int, ...] = (by_period[whole],)
                        if not count.adds_over_time and len(parts) > 1:
                            twice = sum(sums.values[one] for one in parts) - sums.values[wholes[0]]
                            wholes += (sums.number(twice, sensitive=False),)
                        sums.add(parts, wholes)


def _family(sums: Sums, family: Family, shares: set[tuple[Count, ...]]) -> None:
    if len(family.parts) == 1 and (family.parts[0], family.whole) in shares:
        return
    for group, by_period in sums.places.get(family.whole, {}).items():
        for period, whole in by_period.items():
            held = (sums.places[part][group].get(period) for part in family.parts if group in sums.places[part])
            parts = [part for part in held if part is not None]
            if parts:
                rest = sums.number(sums.values[whole] - sum(sums.values[part] for part in parts))
                sums.add((*parts, rest), (whole,), of_one_count=False)
