"""Children who go missing: some once, some again and again within weeks, and many of them looked after."""

from dataclasses import dataclass

import numpy as np

from kinfold.city import rates
from kinfold.city.draws import Floats, Ints, lognormal, pick, ranges
from kinfold.city.help.at_the_time import step_at
from kinfold.city.help.episodes import Statuses
from kinfold.city.help.pathways import CHILD_IN_NEED, LOOKED_AFTER, PROTECTION
from kinfold.city.history import DAY, NEVER, YEAR, birthday
from kinfold.city.needs import scaled
from kinfold.city.population import Population

_YOUNGEST = 11
_WEIGHTS = {LOOKED_AFTER: 60.0, PROTECTION: 14.0, CHILD_IN_NEED: 8.0}
_EVENING = (3, 2, 1, 0.5, 0.3, 0.3, 0.5, 1, 2, 2, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 11, 9, 6)
_BURST_DAYS = 75


@dataclass(frozen=True)
class MissingEpisodes:
    """In order of child and time, in London wall-clock seconds; `returned` is NEVER days on for a child not yet
    back."""

    child: Ints
    started: Ints
    returned: Ints
    in_care: np.ndarray


def go_missing(city: Population, statuses: Statuses, frailty: Floats) -> MissingEpisodes:
    rng = city.draws.stream("missing")
    history = city.history
    spells: list[tuple[Ints, Ints]] = []
    year = 0
    while history.last - round(year * YEAR) >= history.first:
        ends = history.last + 1 - round(year * YEAR)
        begins = max(history.last + 1 - round((year + 1) * YEAR), history.first)
        trend = rates.TREND[min(year, len(rates.TREND) - 1)] * (ends - begins) / YEAR
        spells.append(_one_year(city, rng, statuses, frailty, begins, ends, trend))
        year += 1
    child, started = (np.concatenate(column) for column in zip(*spells, strict=True))
    return _spaced(city, rng, statuses, child, started)


def _one_year(
    city: Population,
    rng: np.random.Generator,
    statuses: Statuses,
    frailty: Floats,
    begins: int,
    ends: int,
    trend: float,
) -> tuple[Ints, Ints]:
    """Children and days: so many children often missing, and others until the year has its number of episodes."""
    young = city.children
    low = np.maximum(np.maximum(young.known_from, birthday(young.born, _YOUNGEST)), begins)
    high = np.minimum(young.known_to, ends)
    able = np.flatnonzero(high - low > 20)
    middle = (low[able] + high[able]) // 2
    step = step_at(statuses, able, middle)
    weight = frailty[young.family[able]] + 0.05
    for status, times in _WEIGHTS.items():
        weight = np.where(step == status, times, weight)
    weight *= (high[able] - low[able]) / (ends - begins)
    wanted = round(scaled(city, rates.MISSING_EPISODES) * trend)
    often = round(scaled(city, rates.OFTEN_MISSING) * trend)
    order = np.argsort(-np.log(1 - rng.random(len(able))) / weight, kind="stable")
    counts = np.where(
        np.arange(len(able)) < often, 3 + rng.geometric(0.24, len(able)), 1 + pick(rng, (0.72, 0.28), len(able))
    )
    within = counts[np.cumsum(counts) <= wanted]
    chosen = able[order[: len(within)]]
    spell, _ = ranges(within)
    room = high[chosen] - low[chosen]
    burst = np.where(within > 2, np.minimum(_BURST_DAYS, room), room)
    first = low[chosen] + (rng.random(len(chosen)) * (room - burst + 1)).astype(np.int64)
    day = first[spell] + (rng.random(len(spell)) * burst[spell]).astype(np.int64)
    return chosen[spell], day * DAY + pick(rng, _EVENING, len(spell)) * 3600 + rng.integers(0, 3600, len(spell))


def _spaced(
    city: Population, rng: np.random.Generator, statuses: Statuses, child: Ints, started: Ints
) -> MissingEpisodes:
    """Nobody goes missing again before coming back."""
    order = np.lexsort((started, child))
    child, started = child[order], started[order]
    again = np.append(child[1:] == child[:-1], False)
    following = np.where(again, np.append(started[1:], 0), NEVER * DAY)
    hours = lognormal(rng, 6.5, 1.15, len(child))
    length = np.maximum((np.clip(hours, 0.4, 24 * 20) * 3600).astype(np.int64), 900)
    away_until = city.children.known_to[child] * DAY - 1
    returned = np.minimum.reduce([started + length, (started + following) // 2, away_until])
    returned = np.where(returned >= (city.history.last + 1) * DAY, NEVER * DAY, returned)
    in_care = step_at(statuses, child, started // DAY) == LOOKED_AFTER
    return MissingEpisodes(child, started, returned, in_care)
