"""What the same audience was given before: it cannot be taken back, and nothing new may complete it.

A figure that was hidden stays hidden. A count that was shown and has not changed is known, so that hiding it now would
protect nothing. Sums that held among the earlier figures still hold for whoever kept them, and where they come out
otherwise today, something in them was revised by so many.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.disclosure.counts import Count, Family, counts_of, families, numbers_of
from kinfold.indicators.engine.disclosure.sums import Group, Places, Sums, add_breakdowns, add_over_time, same_days
from kinfold.indicators.engine.figures import Figure
from kinfold.indicators.periods import period

Published = Sequence[Figure]
# The value that was shown of a count, for a group and a period.
Shown = dict[tuple[Count, Group, str], int]


def already_hidden(sums: Sums, figures: Sequence[Figure], earlier: Sequence[Published]) -> set[int]:
    """Also under the name of another period of the same days, or as a rate of the number that was hidden."""
    every = [one for published in (figures, *earlier) for one in published]
    same = same_days(period(key) for key in dict.fromkeys(one.period for one in every))

    def key(figure: Figure) -> tuple[str, str, str | None, str | None]:
        return figure.indicator, same[figure.period], figure.by, figure.group

    hidden = {key(one) for published in earlier for one in published if one.status == "suppressed"}
    places = {place for place in sums.counts_in if key(figures[place]) in hidden}
    numbers = [sums.counts_in[place][0] for place in places if len(sums.counts_in[place]) == 1]
    return places.union(*(sums.figures_with[number] for number in numbers))


def already_known(
    sums: Sums, indicators: Mapping[str, Indicator], earlier: Sequence[Published], as_shown: Callable[[int], int]
) -> set[int]:
    """Counts that some figure showed, and that would be shown as the same number today."""
    return {
        number
        for held in (_shown(published, indicators) for published in earlier)
        for (count, group, period), value in held.items()
        if (number := sums.places[count][group].get(period)) is not None and as_shown(sums.values[number]) == value
    }


def add_earlier(sums: Sums, earlier: Sequence[Published], indicators: Mapping[str, Indicator]) -> None:
    """Each sum of an earlier publication, over what was hidden in it: what was shown there is a constant."""
    for published in earlier:
        before = _Before(sums, published, indicators)
        own = [period(key) for key in dict.fromkeys(one.period for one in published)]
        add_breakdowns(before.sums, before.places)
        add_over_time(before.sums, {count: held for count, held in before.places.items() if count.adds_over_time}, own)
        for parts, wholes in zip(before.sums.parts, before.sums.wholes, strict=True):
            if before.gone not in (*parts, *wholes):
                hidden = [one for one in parts if before.hid(one)], [one for one in wholes if before.hid(one)]
                if any(hidden):
                    sums.add(*hidden, revised_by=before.revised_by(parts, wholes))
        for family in _families(published, indicators):
            _add_family(sums, family, before)


class _Before:
    """The counts of an earlier publication: what was hidden has the number it has today, what was shown one of its own.

    `gone` stands for what was hidden and is counted no more.
    """

    def __init__(self, today: Sums, published: Published, indicators: Mapping[str, Indicator]) -> None:
        self._today = len(today.values)
        self.sums = Sums(values=[*today.values], sums_with=[[] for _ in today.values])
        self.gone = self.sums.number(0)
        self.places: Places = defaultdict(lambda: defaultdict(dict))
        shown = _shown(published, indicators)
        same = same_days(period(key) for key in dict.fromkeys(one.period for one in published))
        for figure in published:
            if figure.status != "not_covered" and figure.indicator in indicators:
                for count in counts_of(indicators[figure.indicator]):
                    group, when = (figure.by, figure.group), same[figure.period]
                    value = shown.get((count, group, when))
                    self.places[count][group][when] = (
                        today.places[count][group].get(when, self.gone) if value is None else self.sums.number(value)
                    )

    def hid(self, one: int) -> bool:
        return one < self._today

    def revised_by(self, parts: Iterable[int], wholes: Iterable[int]) -> int:
        """By how many a sum comes out otherwise today; what hides in one without a constant nobody can say."""
        if all(map(self.hid, (*parts, *wholes))):
            return 0
        values = self.sums.values
        return abs(sum(values[one] for one in parts) - sum(values[one] for one in wholes))


def _families(published: Published, indicators: Mapping[str, Indicator]) -> list[Family]:
    counts = [
        counts_of(indicators[key]) for key in dict.fromkeys(one.indicator for one in published) if key in indicators
    ]
    return [
        *families(count for own in counts for count in own),
        *(Family(own[1], own[:1]) for own in counts if own[1:]),
    ]


def _add_family(sums: Sums, family: Family, before: _Before) -> None:
    """A whole that has changed since was once no smaller than its parts."""
    for group, by_period in before.places.get(family.whole, {}).items():
        for when, whole in by_period.items():
            parts = [
                before.places[part][group].get(when, before.gone)
                for part in family.parts
                if group in before.places[part]
            ]
            hidden = [part for part in parts if before.hid(part)]
            if hidden and before.gone not in (whole, *parts):
                value = before.sums.values[whole] - sum(before.sums.values[part] for part in parts)
                rest = sums.number(value, sensitive=False)
                sums.add((*hidden, rest), (whole,) if before.hid(whole) else (), of_one_count=False)


def _shown(published: Published, indicators: Mapping[str, Indicator]) -> Shown:
    same = same_days(period(key) for key in dict.fromkeys(one.period for one in published))
    return {
        (count, (figure.by, figure.group), same[figure.period]): value
        for figure in published
        if figure.indicator in indicators and (figure.value is not None or figure.status == "no_cases")
        for count, value in zip(
            counts_of(indicators[figure.indicator]), numbers_of(figure, indicators[figure.indicator]), strict=True
        )
    }
