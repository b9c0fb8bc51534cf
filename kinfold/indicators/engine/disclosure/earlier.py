"""What the same audience was given before: it cannot be taken back, and nothing new may complete it.

A figure that was hidden stays hidden. A count that was shown and has not changed is known, so that hiding it now would
protect nothing. Sums that held among the earlier figures still hold for whoever kept them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.disclosure.counts import counts_of
from kinfold.indicators.engine.disclosure.sums import Places, Sums, add_breakdowns, add_over_time, same_days
from kinfold.indicators.engine.figures import Figure
from kinfold.indicators.periods import Period, period

Published = Sequence[Figure]
_WAS_SHOWN, _IS_GONE = -1, -2


def _key(figure: Figure) -> tuple[str, str, str | None, str | None]:
    return figure.indicator, figure.period, figure.by, figure.group


def already_hidden(figures: Sequence[Figure], earlier: Sequence[Published]) -> set[int]:
    hidden = {_key(one) for published in earlier for one in published if one.status == "suppressed"}
    return {place for place, one in enumerate(figures) if one.status != "not_covered" and _key(one) in hidden}


def already_known(sums: Sums, as_shown: Sequence[Figure], earlier: Sequence[Published]) -> set[int]:
    """Counts of which an unchanged figure was shown."""
    shown = {(_key(one), one.numerator, one.denominator) for published in earlier for one in published if one.value is not None}
    return {
        number
        for place, numbers in sums.counts_in.items()
        if (_key(as_shown[place]), as_shown[place].numerator, as_shown[place].denominator) in shown
        for number in numbers
    }


def add_earlier(
    sums: Sums, earlier: Sequence[Published], indicators: Mapping[str, Indicator], periods: Iterable[Period]
) -> None:
    """Each sum of an earlier publication, over what was hidden in it: what was shown there is a constant."""
    periods = list(periods)
    same = same_days([*periods, *_periods_of(earlier)])
    same_periods = [period(key) for key in dict.fromkeys(same.values())]
    for published in earlier:
        places: Places = defaultdict(lambda: defaultdict(dict))
        for figure in published:
            if figure.status == "not_covered" or figure.indicator not in indicators:
                continue
            for count in counts_of(indicators[figure.indicator]):
                held = places[count][figure.by, figure.group]
                number = sums.places[count][figure.by, figure.group].get(same[figure.period], _IS_GONE)
                if figure.value is not None or figure.status == "no_cases":
                    held[same[figure.period]] = _WAS_SHOWN
                else:
                    held.setdefault(same[figure.period], number)
        before = Sums(values=sums.values)
        before.sums_with = [[] for _ in range(len(sums.values) + 2)]  # the two marks count from the end
        add_breakdowns(before, places)
        add_over_time(before, {count: held for count, held in places.items() if count.adds_over_time}, same_periods)
        for parts, wholes in zip(before.parts, before.wholes, strict=True):
            if _IS_GONE not in (*parts, *wholes):
                hidden = [one for one in parts if one != _WAS_SHOWN], [one for one in wholes if one != _WAS_SHOWN]
                if any(hidden):
                    sums.add(*hidden)


def _periods_of(earlier: Sequence[Published]) -> list[Period]:
    return [period(key) for key in dict.fromkeys(one.period for published in earlier for one in published)]
