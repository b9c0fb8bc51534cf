"""What the same audience was given before: it cannot be taken back, and nothing new may complete it.

A figure that was hidden stays hidden. A count that was shown and has not changed is known, so that hiding it now would
protect nothing. Sums that held among the earlier figures still hold for whoever kept them.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.disclosure.counts import Count, Family, counts_of, families, numbers_of
from kinfold.indicators.engine.disclosure.sums import Group, Places, Sums, add_breakdowns, add_over_time, same_days
from kinfold.indicators.engine.figures import Figure
from kinfold.indicators.periods import period

Published = Sequence[Figure]
# The value that was shown of a count, for a group and a period.
Shown = dict[tuple[Count, Group, str], int]
_WAS_SHOWN, _IS_GONE = -1, -2


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
        shown = _shown(published, indicators)
        places = _places(sums, published, indicators, shown)
        own = [period(key) for key in dict.fromkeys(one.period for one in published)]
        before = Sums(values=sums.values)
        before.sums_with = [[] for _ in range(len(sums.values) + 2)]  # the two marks count from the end
        add_breakdowns(before, places)
        add_over_time(before, {count: held for count, held in places.items() if count.adds_over_time}, own)
        for parts, wholes in zip(before.parts, before.wholes, strict=True):
            if _IS_GONE not in (*parts, *wholes):
                hidden = [one for one in parts if one != _WAS_SHOWN], [one for one in wholes if one != _WAS_SHOWN]
                if any(hidden):
                    sums.add(*hidden)
        for family in _families(published, indicators):
            _add_family(sums, family, places, shown)


def _families(published: Published, indicators: Mapping[str, Indicator]) -> list[Family]:
    counts = [
        counts_of(indicators[key]) for key in dict.fromkeys(one.indicator for one in published) if key in indicators
    ]
    return [
        *families(count for own in counts for count in own),
        *(Family(own[1], own[:1]) for own in counts if own[1:]),
    ]


def _add_family(sums: Sums, family: Family, places: Places, shown: Shown) -> None:
    """A whole that has changed since was once no smaller than its parts."""
    for group, by_period in places.get(family.whole, {}).items():
        for when, whole in by_period.items():
            held = {part: places[part][group].get(when, _IS_GONE) for part in family.parts if group in places[part]}
            if whole == _IS_GONE or not held or set(held.values()) <= {_WAS_SHOWN} or _IS_GONE in held.values():
                continue
            value = shown[family.whole, group, when] if whole == _WAS_SHOWN else sums.values[whole]
            for part, number in held.items():
                value -= shown[part, group, when] if number == _WAS_SHOWN else sums.values[number]
            hidden = [number for number in held.values() if number != _WAS_SHOWN]
            rest = sums.number(value, sensitive=False)
            sums.add((*hidden, rest), () if whole == _WAS_SHOWN else (whole,), of_one_count=False)


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


def _places(sums: Sums, published: Published, indicators: Mapping[str, Indicator], shown: Shown) -> Places:
    """The number of each count that was hidden; a mark for what was shown, and for what is counted no more."""
    same = same_days(period(key) for key in dict.fromkeys(one.period for one in published))
    places: Places = defaultdict(lambda: defaultdict(dict))
    for figure in published:
        if figure.status != "not_covered" and figure.indicator in indicators:
            for count in counts_of(indicators[figure.indicator]):
                group, when = (figure.by, figure.group), same[figure.period]
                number = sums.places[count][group].get(when, _IS_GONE)
                places[count][group][when] = _WAS_SHOWN if (count, group, when) in shown else number
    return places
