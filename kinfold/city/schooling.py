"""Where children learn and which surgery they are registered with, from the day they were born to the day they
leave."""

from dataclasses import dataclass

import numpy as np

from kinfold.city import settings as phases
from kinfold.city.columns import Tables, dates, keys, table
from kinfold.city.draws import Flags, Ints
from kinfold.city.history import DAY, NEVER
from kinfold.city.population import Population
from kinfold.city.school_years import school_year_starts
from kinfold.city.settings import Settings
from kinfold.city.workforce import Workforce

_SPAN = 10_000_000
_TWO_YEAR_OLDS, _SPECIAL, _INDEPENDENT, _ALL_THROUGH, _AFTER_SIXTEEN = 0.45, 0.012, 0.04, 0.03, 0.93
# First and last school year of each phase as most children meet it.
_NURSERY, _PRIMARY, _SECONDARY, _COLLEGE = (-2, -1), (0, 6), (7, 11), (12, 13)


@dataclass(frozen=True)
class Schooling:
    """In order of child and day; schools first, then registrations with a surgery. `left` NEVER while they are
    there."""

    child: Ints
    setting: Ints
    started: Ints
    left: Ints
    of_school: Flags

    def school_at(self, child: Ints, day: Ints) -> Ints:
        """The school, nursery or college a child was at on a day; -1 where none."""
        place = self._place_at(child, day)
        return np.where(place >= 0, self.setting[place], -1)

    def started_at(self, child: Ints, day: Ints) -> Ints:
        """The day a child started at the school it was at on a day; NEVER where none."""
        place = self._place_at(child, day)
        return np.where(place >= 0, self.started[place], NEVER)

    def _place_at(self, child: Ints, day: Ints) -> Ints:
        count = int(self.of_school.sum())
        marks = self.child[:count] * _SPAN + self.started[:count]
        place = np.searchsorted(marks, child * _SPAN + day, side="right") - 1
        candidate = np.maximum(place, 0)
        there = (place >= 0) & (self.child[candidate] == child) & (self.left[candidate] > day)
        return np.where(there, place, -1)

    def surgery_of(self, children: int) -> Ints:
        surgeries = np.full(children, -1)
        surgeries[self.child[~self.of_school]] = self.setting[~self.of_school]
        return surgeries


def send_to_school(city: Population, settings: Settings) -> Schooling:
    rng = city.draws.stream("schooling")
    young, families = city.children, city.families
    count = len(families)
    ward = families.ward
    nursery, primary, secondary, college, surgery = (
        settings.near(rng, phase, ward)
        for phase in (phases.NURSERY, phases.PRIMARY, phases.SECONDARY, phases.COLLEGE, phases.SURGERY)
    )
    independent, special = (settings.near(rng, phase, ward) for phase in (phases.INDEPENDENT, phases.SPECIAL))
    through = settings.of_phase(phases.ALL_THROUGH)[0]
    pays, stays = rng.random(count) < _INDEPENDENT, rng.random(count) < _ALL_THROUGH
    needs = rng.random(len(young)) < _SPECIAL
    own = young.family

    def chosen(usual: Ints) -> Ints:
        setting = np.where(pays[own], independent[own], np.where(stays[own], through, usual[own]))
        return np.where(needs, special[own], setting)

    starts_at_two = np.where(rng.random(len(young)) < _TWO_YEAR_OLDS, _NURSERY[0], _NURSERY[1])
    goes_on = rng.random(len(young)) < _AFTER_SIXTEEN
    everyone = np.ones(len(young), bool)
    lists = [
        (everyone, nursery[own], starts_at_two, _PRIMARY[0]),
        (everyone, chosen(primary), np.full(len(young), _PRIMARY[0]), _SECONDARY[0]),
        (everyone, chosen(secondary), np.full(len(young), _SECONDARY[0]), _COLLEGE[0]),
        (goes_on, np.where(needs, special[own], college[own]), np.full(len(young), _COLLEGE[0]), _COLLEGE[1] + 1),
    ]
    parts = []
    for goes, setting, first_year, next_phase in lists:
        starts = np.empty(len(young), np.int64)
        for year in np.unique(first_year):
            starts[first_year == year] = school_year_starts(young.born[first_year == year], int(year))
        ends = school_year_starts(young.born, next_phase) - 31
        parts.append(np.stack([np.arange(len(young)), setting, starts, ends])[:, goes])
    child, setting, started, left = np.concatenate(parts, axis=1)
    schools = _in_the_city(city, child, setting, started, left)
    born_here = np.flatnonzero(~young.unborn)
    doctors = _in_the_city(
        city, born_here, surgery[own[born_here]], young.born[born_here], np.full(len(born_here), NEVER)
    )
    child, setting, started, left = (np.concatenate(pair) for pair in zip(schools, doctors, strict=True))
    return Schooling(child, setting, started, left, np.repeat([True, False], [len(schools[0]), len(doctors[0])]))


def _in_the_city(
    city: Population, child: Ints, setting: Ints, started: Ints, left: Ints
) -> tuple[Ints, Ints, Ints, Ints]:
    """Cut to when the child lived in the city, and to what the city's records still hold."""
    family = city.children.family[child]
    started = np.maximum(started, city.families.arrived[family])
    left = np.minimum.reduce([left, city.children.died[child], city.families.left[family]])
    kept = (
        (started < left) & (left > city.history.first) & (started <= city.history.last) & ~city.children.unborn[child]
    )
    order = np.flatnonzero(kept)[np.lexsort((started[kept], child[kept]))]
    left = np.where(left > city.history.last, NEVER, left)
    return child[order], setting[order], started[order], left[order]


def schooling_tables(city: Population, schooling: Schooling, workforce: Workforce) -> Tables:
    recorded = np.maximum(schooling.started, city.history.first)
    columns = {
        "schooling_id": city.ids_of("schooling", recorded * DAY + 9 * 3600),
        "person_id": keys(city.person_ids, schooling.child),
        "setting_id": keys(workforce.setting_ids, schooling.setting),
        "started_on": dates(schooling.started),
        "ended_on": dates(schooling.left),
    }
    return {"schooling": table("schooling", columns)}
