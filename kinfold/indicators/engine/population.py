"""How many children live in an area, for the rates: the estimate in force at the period's end."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from kinfold.indicators.engine.breakdowns import AGE_BANDS, OF_THE_POPULATION
from kinfold.indicators.periods import Period
from kinfold.practice import code_lists
from kinfold.practice.wards import WARDS

Row = tuple[str, int, int, int, int]
_MID_YEAR = (6, 30)


class Population:
    """Rows of area, youngest age, oldest age, year and people. An estimate is of the middle of its year."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._people: dict[tuple[str, int], dict[tuple[int, int], int]] = defaultdict(dict)
        for area, youngest, oldest, year, people in rows:
            self._people[area, year][youngest, oldest] = people
        wards = {code.code for code in code_lists.code_list("ward")}
        areas = {area for area, _ in self._people} - wards
        self._whole = next(iter(areas)) if len(areas) == 1 else None

    def of(self, period: Period, ages: tuple[int, int], by: str | None, group: str | None) -> int | None:
        """Nobody's guess: None where no estimate covers exactly these ages in this place."""
        if by == "deprivation":
            wards = [self.of(period, ages, "ward", ward) for ward in WARDS.bands.get(group or "", ())]
            return None if None in wards else sum(filter(None, wards)) or None
        if by == "age_band":
            bands = {name: (youngest, oldest) for name, youngest, oldest in AGE_BANDS}
            if group not in bands:
                return None
            ages = bands[group]
        area = group if by == "ward" else self._whole
        if area is None or by not in (None, *OF_THE_POPULATION):
            return None
        years = sorted(year for place, year in self._people if place == area)
        made = [year for year in years if date(year, *_MID_YEAR) <= period.last_day]
        for year in (*reversed(made), *(year for year in years if year not in made)):
            people = _people(self._people[area, year], ages)
            if people is not None:
                return people
        return None


def _people(bands: dict[tuple[int, int], int], ages: tuple[int, int]) -> int | None:
    """The band asked for, or narrower ones that together make it without a gap or an overlap."""
    if ages in bands:
        return bands[ages]
    youngest, oldest = ages
    for (low, high), people in sorted(bands.items(), reverse=True):
        if low == youngest and high < oldest:
            rest = _people(bands, (high + 1, oldest))
            if rest is not None:
                return people + rest
    return None
