"""Contacts: the events that brought them, the children each is about, and what each child was open to when it came."""

from dataclasses import dataclass

import numpy as np

from kinfold.city import rates
from kinfold.city.beyond_home.missing import MissingEpisodes
from kinfold.city.draws import Flags, Floats, Ints, pick, ranges
from kinfold.city.front_door import sources
from kinfold.city.front_door.arrivals import AMBER, GREEN, Arrivals, arrive, decide
from kinfold.city.help import pathways
from kinfold.city.help.at_the_time import step_at
from kinfold.city.help.episodes import Episodes, Openings
from kinfold.city.history import DAY
from kinfold.city.needs import events, per_family
from kinfold.city.population import Population
from kinfold.city.school_years import school_year_starts

OPENED_HELP, STEPPED_UP, OTHER, MISSING = range(4)
_TOLD_OF_MISSING = 0.58


@dataclass(frozen=True)
class Contacts:
    """Events in order of time; `about` rows in order of event. `episode` is the one the contact opened or raised, or
    -1."""

    family: Ints
    arrivals: Arrivals
    cause: Ints
    episode: Ints
    about_event: Ints
    about_child: Ints
    open_to: Ints
    member: Flags

    def __len__(self) -> int:
        return len(self.family)


def receive(city: Population, episodes: Episodes, missing: MissingEpisodes, frailty: Floats) -> Contacts:
    rng = city.draws.stream("contacts")
    first = city.history.first
    opened = np.flatnonzero(episodes.openings.arrivals.day >= first)
    raised_episode, raised_day = _step_ups(city, episodes)
    other = _other_events(city, rng, episodes.not_opened, frailty)
    told, told_arrivals = _told_of_missing(city, rng, missing)
    raised = _raised(rng, raised_day)

    parts = (
        (episodes.openings.family[opened], episodes.openings.arrivals.only(opened), OPENED_HELP, opened),
        (episodes.openings.family[raised_episode], raised, STEPPED_UP, raised_episode),
        (other.family, other.arrivals, OTHER, None),
        (city.children.family[missing.child[told]], told_arrivals, MISSING, None),
    )
    family = np.concatenate([part[0] for part in parts])
    arrivals = parts[0][1].joined(*(part[1] for part in parts[1:]))
    cause = np.repeat([part[2] for part in parts], [len(part[0]) for part in parts])
    episode = np.concatenate([np.full(len(part[0]), -1) if part[3] is None else part[3] for part in parts])
    missing_child = np.full(len(family), -1)
    missing_child[cause == MISSING] = missing.child[told]

    event, child, member = _about(city, rng, episodes, family, arrivals, cause, episode, missing_child)
    told_of = np.unique(event)
    order = told_of[np.lexsort((family[told_of], arrivals.received[told_of]))]
    number = np.full(len(family), -1)
    number[order] = np.arange(len(order))
    rows = np.lexsort((child, number[event]))
    event, child, member = number[event[rows]], child[rows], member[rows]
    arrivals = _fitting_sources(city, arrivals.only(order), event, child)
    day = arrivals.day[event]
    before = np.where(cause[order][event] == STEPPED_UP, day - 1, day)
    open_to = step_at(episodes.statuses, child, before)
    return Contacts(family[order], arrivals, cause[order], episode[order], event, child, open_to, member)


def _step_ups(city: Population, episodes: Episodes) -> tuple[Ints, Ints]:
    """Family support or early help that found significant harm: to the hub, on the day the assessment begins."""
    steps, bounds = episodes.pathways.steps, episodes.pathways.bounds
    helped = np.isin(steps[:, :-1], (pathways.FAMILY_SUPPORT, pathways.EARLY_HELP))
    episode, stage = np.nonzero(helped & (steps[:, 1:] == pathways.ASSESSMENT))
    day = bounds[episode, stage + 1]
    happened = (day >= city.history.first) & (day <= city.history.last) & (day < episodes.closed[episode])
    return episode[happened], day[happened]


def _raised(rng: np.random.Generator, day: Ints) -> Arrivals:
    count = len(day)
    received = day * DAY + rng.integers(9 * 3600, 12 * 3600, count)
    source = np.full(count, sources.EARLY_HELP)
    return Arrivals(received, received + rng.integers(1800, 4 * 3600, count), source, pick(rng, (0.3, 0.7, 0.0), count))


def _other_events(city: Population, rng: np.random.Generator, not_opened: Openings, frailty: Floats) -> Openings:
    """Trouble that came to notice and opened nothing, with the openings that found help already there or none to be
    had."""
    uneven = frailty * np.exp(rng.normal(0.0, rates.YEARLY_FRAILTY, len(frailty)))
    yearly = per_family(city, rates.OTHER_CONTACTS, uneven)
    family, day, calendar = events(city, rng, yearly, sources.CALENDAR_SHARES, city.history.first)
    arrivals = arrive(rng, day, calendar, pick(rng, (0.04, 0.29, 0.67), len(family)))
    joined = arrivals.joined(not_opened.arrivals)
    family = np.concatenate([family, not_opened.family])
    return Openings(family, np.full(len(family), pathways.CLOSED), joined.day, joined)


def _told_of_missing(city: Population, rng: np.random.Generator, missing: MissingEpisodes) -> tuple[Ints, Arrivals]:
    told = np.flatnonzero(rng.random(len(missing.child)) < _TOLD_OF_MISSING)
    received = missing.started[told] + rng.integers(1800, 5 * 3600, len(told))
    known = (received // DAY < city.children.known_to[missing.child[told]]) & (received // DAY <= city.history.last)
    told, received = told[known], received[known]
    rag = np.where(rng.random(len(told)) < 0.4, AMBER, GREEN)
    return told, Arrivals(received, decide(rng, received, rag), np.full(len(told), sources.POLICE), rag)


def _about(
    city: Population, rng: np.random.Generator, episodes: Episodes, family: Ints, arrivals: Arrivals, cause: Ints,
    episode: Ints, missing_child: Ints,
) -> tuple[Ints, Ints, Flags]:  # fmt: skip
    """Which children each event is about: those helped, those the referrer told of, and always at least one."""
    first = city.children.first_of_family
    event, place = ranges(first[family + 1] - first[family])
    child = first[family[event]] + place
    day = arrivals.day[event]
    here = (city.children.known_from[child] <= day) & (city.children.known_to[child] > day)
    event, child = event[here], child[here]
    helps = np.isin(cause, (OPENED_HELP, STEPPED_UP))
    span = len(city.children)
    members = np.sort(episodes.member_episode * span + episodes.member_child)
    sought = episode[event] * span + child
    member = helps[event] & (members[np.minimum(np.searchsorted(members, sought), len(members) - 1)] == sought)

    chance = rng.random(len(event))
    least = np.full(len(family), 2.0)
    np.minimum.at(least, event, chance)
    told = (chance < sources.SIBLINGS[arrivals.source[event]]) | (chance == least[event])
    chosen = np.where(helps[event], member | (told & (chance < 0.5)), told)
    chosen = np.where(cause[event] == MISSING, missing_child[event] == child, chosen)
    return event[chosen], child[chosen], member[chosen]


def _fitting_sources(city: Population, arrivals: Arrivals, event: Ints, child: Ints) -> Arrivals:
    """No school tells of children too young for one: the health visitor does, and of one not yet born, the midwife."""
    day = arrivals.day[event]
    pupil = school_year_starts(city.children.born[child], -1) <= day
    has_pupil = np.zeros(len(arrivals.source), bool)
    has_pupil[event[pupil]] = True
    only_unborn = np.ones(len(arrivals.source), bool)
    only_unborn[event[city.children.born[child] <= day]] = False
    from_school = np.isin(
        arrivals.source, (sources.SCHOOL, sources.PLACE["2B"], sources.PLACE["3C"], sources.PLACE["1C"])
    )
    source = np.where(from_school & ~has_pupil, sources.HEALTH_VISITOR, arrivals.source)
    source = np.where(only_unborn & (source != sources.POLICE), sources.MIDWIFE, source)
    return Arrivals(arrivals.received, arrivals.decided, source, arrivals.rag)
