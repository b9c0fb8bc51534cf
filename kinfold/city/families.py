"""Families and when their children are born, arrive, leave or die, so that on the last day the city has its
published ages."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinfold.city import portrait
from kinfold.city.draws import Draws, Flags, Floats, Ints, apportion, choose, pick, ranges
from kinfold.city.history import NEVER, History, birthday

_ELDEST_BEFORE_WINDOW = 14.0
_LEAST_GAP, _GAP = 1.25, 1.1


@dataclass(frozen=True)
class Families:
    """One place for each family. Days are NEVER where the thing has not happened; `need` has mean one across
    families."""

    ward: Ints
    arrived: Ints
    left: Ints
    household: Ints
    poor: Flags
    need: Floats
    ethnicity: NDArray[np.object_]
    language: NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.ward)


@dataclass(frozen=True)
class Children:
    """In order of family, then birth. `born` of an unborn child is the day it is due.

    A child can come to notice from `known_from` until the day before `known_to`: its death, the family's leaving, or
    its eighteenth birthday.
    """

    family: Ints
    born: Ints
    unborn: Flags
    died: Ints
    known_from: Ints
    known_to: Ints

    def __len__(self) -> int:
        return len(self.family)

    @property
    def first_of_family(self) -> Ints:
        return np.searchsorted(self.family, np.arange(self.family[-1] + 2))


def found_families(children: int, history: History, draws: Draws) -> tuple[Families, Children]:
    rng = draws.stream("families")
    span = 18.0 + history.years + 1.0
    deaths = apportion(
        round(portrait.DEATHS_A_YEAR * children / portrait.CHILDREN * (history.years + 1)), (55, 15, 15, 15)
    )
    born_by_class = _births(rng, children, deaths, history)
    family, years_ago, twin, leaves = _siblings(rng, sum(len(births) for births in born_by_class), span)
    born, age_class = _place_births(years_ago, leaves[family], born_by_class, rng)
    same = twin & (age_class == np.roll(age_class, 1)) & (family == np.roll(family, 1))
    born = np.where(same, np.roll(born, 1), born)
    order = np.lexsort((born, family))
    family, born, age_class = family[order], born[order], age_class[order]

    staying = ~leaves
    count = len(leaves)
    lived = history.last - history.first
    left = np.where(leaves, history.first + 30 + (rng.random(count) * (lived - 30)).astype(np.int64), NEVER)
    arrives = staying & (rng.random(count) < portrait.COMES_TO_CITY)
    arrived = np.where(arrives, history.first + (rng.random(count) * lived).astype(np.int64), -NEVER)

    unborn = (age_class == 0) & staying[family]
    died = _deaths(rng, age_class, np.maximum(born, arrived[family]), staying[family], deaths, history)
    known_from = np.where(unborn, born - 182, np.maximum(born, arrived[family]))
    known_to = np.minimum.reduce([birthday(born, 18), died, left[family]])
    kept = (known_from < known_to) & (known_to > history.first) & (known_from <= history.last)
    kept &= ~((age_class == 0) & ~staying[family])
    used, family = np.unique(family[kept], return_inverse=True)
    made = _circumstances(rng, len(used), arrived[used], left[used])
    return made, Children(family, born[kept], unborn[kept], died[kept], known_from[kept], known_to[kept])


def _births(rng: np.random.Generator, children: int, deaths: Ints, history: History) -> list[Ints]:
    """Birth days, youngest class first: not yet born, each published age band with those who died, and those now
    grown."""
    unborn = round(portrait.KNOWN_BEFORE_BIRTH * children / portrait.CHILDREN)
    wanted = apportion(children, [band[2] for band in portrait.AGE_BANDS]) + deaths
    grown_years = history.years + 1
    grown = round(children * portrait.AGE_BANDS[-1][2] / portrait.CHILDREN / 3 * grown_years)
    today = np.array([history.last])
    spans = [(history.last + 8, history.last + 180, unborn)]
    for (first_age, last_age, _), count in zip(portrait.AGE_BANDS, wanted, strict=True):
        spans.append((int(birthday(today, -last_age - 1)[0]) + 1, int(birthday(today, -first_age)[0]), int(count)))
    spans.append((int(birthday(today, -18 - grown_years)[0]) + 1, int(birthday(today, -18)[0]), grown))
    return [np.sort(rng.integers(low, high + 1, count))[::-1] for low, high, count in spans]


def _siblings(rng: np.random.Generator, staying: int, span: float) -> tuple[Ints, Floats, Flags, Flags]:
    """Families until exactly `staying` children belong to those who stay: family, years since birth, twin, and who
    leaves."""
    per_family = np.dot(portrait.CHILDREN_IN_FAMILY, np.arange(1, 7)) * span / (span + _ELDEST_BEFORE_WINDOW)
    count = int(staying / per_family * 1.2) + 60
    sizes = 1 + pick(rng, portrait.CHILDREN_IN_FAMILY, count)
    family, place = ranges(sizes)
    eldest = rng.random(count) * (span + _ELDEST_BEFORE_WINDOW)
    gaps = _LEAST_GAP + rng.gamma(2.0, _GAP, len(family))
    twin = (place > 0) & (rng.random(len(family)) < portrait.TWINS)
    gaps[twin] = 0.0
    gaps[place == 0] = 0.0
    running = np.cumsum(gaps)
    first = np.cumsum(sizes) - sizes
    years_ago = eldest[family] - (running - running[first][family])
    leaves = rng.random(count) < portrait.LEAVES_CITY
    inside = (years_ago > 0) & (years_ago < span)
    inside &= np.cumsum(inside & ~leaves[family]) <= staying
    return family[inside], years_ago[inside], twin[inside], leaves


def _place_births(
    years_ago: Floats, leaves: Flags, born_by_class: list[Ints], rng: np.random.Generator
) -> tuple[Ints, Ints]:
    """Birth days given out by rank, so that ages come out exactly as published while brothers and sisters keep their
    gaps."""
    targets = np.concatenate(born_by_class)
    classes = np.repeat(np.arange(len(born_by_class)), [len(births) for births in born_by_class])
    born, age_class = np.empty(len(years_ago), np.int64), np.empty(len(years_ago), np.int64)
    for group in (~leaves, leaves):
        places = np.flatnonzero(group)
        ranked = places[np.argsort(years_ago[places], kind="stable")]
        chosen = np.linspace(0, len(targets) - 1, len(ranked)).astype(np.int64)
        born[ranked], age_class[ranked] = targets[chosen], classes[chosen]
    return born, age_class


def _deaths(
    rng: np.random.Generator, age_class: Ints, present_from: Ints, staying: Flags, deaths: Ints, history: History
) -> Ints:
    died = np.full(len(age_class), NEVER)
    for band, count in enumerate(deaths, start=1):
        among = np.flatnonzero((age_class == band) & staying & (present_from < history.last))
        chosen = rng.choice(among, min(int(count), len(among)), replace=False)
        start = np.maximum(present_from[chosen] + 1, history.first)
        died[chosen] = start + (rng.random(len(chosen)) * (history.last - start)).astype(np.int64)
    return died


def _circumstances(rng: np.random.Generator, count: int, arrived: Ints, left: Ints) -> Families:
    ward = pick(rng, [ward.share for ward in portrait.WARDS], count)
    poor = rng.random(count) < np.array([ward.poverty for ward in portrait.WARDS])[ward]
    need = np.where(poor, portrait.POVERTY_NEED, 1.0)
    ethnicity = choose(rng, tuple(portrait.ETHNICITIES), tuple(portrait.ETHNICITIES.values()), count)
    language = np.full(count, "en", dtype=object)
    speaks = rng.random(count) < portrait.OTHER_LANGUAGE_SHARE
    for code, languages in portrait.OTHER_LANGUAGES.items():
        here = np.flatnonzero((ethnicity == code) & speaks)
        language[here] = np.asarray(languages, dtype=object)[rng.integers(0, len(languages), len(here))]
    household = pick(rng, portrait.HOUSEHOLDS, count)
    return Families(ward, arrived, left, household, poor, need / need.mean(), ethnicity, language)
