"""When trouble comes to a family: events through the years, uneven between families, by the calendar of who would
notice."""

import numpy as np

from kinfold.city import portrait, rates
from kinfold.city.draws import Floats, Ints
from kinfold.city.history import YEAR, History, is_term, is_weekday, is_working
from kinfold.city.population import Population

SCHOOL_DAYS, EVERY_DAY, OFFICE_DAYS, MOSTLY_WEEKDAYS = range(4)


def frailty(city: Population) -> Floats:
    """How much more trouble each family meets than others like it; mean one, and never quite nothing."""
    rng = city.draws.stream("frailty")
    uneven = rng.gamma(rates.FRAILTY, 1.0 / rates.FRAILTY, len(city.families)) + 0.02
    weight: Floats = uneven * city.families.need
    return weight / float(weight.mean())


def family_windows(city: Population) -> tuple[Ints, Ints]:
    """For each family, the first day any of its children is known and the day after the last."""
    starts = city.children.first_of_family[:-1]
    first = np.minimum.reduceat(city.children.known_from, starts)
    return first, np.maximum.reduceat(city.children.known_to, starts)


def calendars(history: History, days: Ints) -> Floats:
    """A row for each calendar: how likely each day is, with the years' trend in it; a day's mean is one."""
    weekday = is_weekday(days)
    chances = np.stack(
        [
            is_term(days).astype(np.float64),
            np.where(weekday, 1.0, 1.25),
            is_working(days).astype(np.float64),
            np.where(weekday, 1.15, 0.6),
        ]
    )
    year = np.clip(np.floor((history.last - days) / YEAR).astype(np.int64), 0, len(rates.TREND) - 1)
    lived = days > history.last - YEAR
    level = chances[:, lived].mean(axis=1) if lived.any() else chances.mean(axis=1)
    likely: Floats = chances / level[:, None] * np.array(rates.TREND)[year]
    return likely


def events(
    city: Population, rng: np.random.Generator, yearly: Floats, calendar_shares: Floats, since: int
) -> tuple[Ints, Ints, Ints]:
    """Families' events at `yearly` rates: family, day and calendar, in order of family and then day.

    An event falls only while the family has a child the city knows; its day follows one of the calendars.
    """
    history = city.history
    days = np.arange(since, history.last + 1)
    likely = calendars(history, days)
    running = np.concatenate([np.zeros((len(likely), 1)), np.cumsum(likely, axis=1)], axis=1)
    first, after = family_windows(city)
    low = np.clip(first - since, 0, len(days))
    high = np.clip(after - since, low, len(days))
    families, calendar, day = [], [], []
    for kind, share in enumerate(calendar_shares):
        span = running[kind, high] - running[kind, low]
        counts = rng.poisson(yearly * share * span / YEAR)
        family = np.repeat(np.arange(len(counts)), counts)
        spot = running[kind, low[family]] + rng.random(len(family)) * span[family]
        day.append(np.minimum(np.searchsorted(running[kind], spot, side="right") - 1, len(days) - 1) + since)
        families.append(family)
        calendar.append(np.full(len(family), kind))
    family, when, which = np.concatenate(families), np.concatenate(day), np.concatenate(calendar)
    order = np.lexsort((which, when, family))
    return family[order], when[order], which[order]


def scaled(city: Population, count: float) -> float:
    """A count given for the published city, in a city of this size."""
    return count * city.size / portrait.CHILDREN


def per_family(city: Population, count: float, weight: Floats) -> Floats:
    """A yearly count for the whole city shared among families by weight, as it stands on the last day."""
    first, after = family_windows(city)
    here = (first <= city.history.last) & (after > city.history.last)
    return weight * (scaled(city, count) / float(weight[here].sum()))
