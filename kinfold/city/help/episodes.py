"""Which openings become episodes of help, for which children, and each child's dated statuses within them."""

from dataclasses import dataclass, replace

import numpy as np

from kinfold.city import rates
from kinfold.city.draws import Flags, Floats, Ints, pick, ranges
from kinfold.city.front_door import sources
from kinfold.city.front_door.arrivals import Arrivals, arrive
from kinfold.city.help import pathways
from kinfold.city.help.pathways import CHILD_IN_NEED, LOOKED_AFTER, PROTECTION, Pathways
from kinfold.city.history import NEVER, YEAR, to_working_day
from kinfold.city.needs import EVERY_DAY, events, family_windows, per_family, scaled
from kinfold.city.population import Population

_FIRST_STEPS = {
    "family_support": pathways.FAMILY_SUPPORT,
    "early_help": pathways.EARLY_HELP,
    "social_care": pathways.ASSESSMENT,
}
_RAG = {"family_support": (0.0, 0.25, 0.75), "early_help": (0.02, 0.55, 0.43), "social_care": (0.17, 0.66, 0.17)}
_BREATHER = 21
_INCLUDED, _TAKEN_INTO_CARE = 0.86, 0.72


@dataclass(frozen=True)
class Openings:
    """Contacts that would open help: one place each, in order of family and time. `day` is when help would begin."""

    family: Ints
    first_step: Ints
    day: Ints
    arrivals: Arrivals

    def __len__(self) -> int:
        return len(self.family)

    def only(self, which: Ints) -> "Openings":
        return Openings(self.family[which], self.first_step[which], self.day[which], self.arrivals.only(which))

    def joined(self, others: "Openings") -> "Openings":
        return Openings(
            np.concatenate([self.family, others.family]),
            np.concatenate([self.first_step, others.first_step]),
            np.concatenate([self.day, others.day]),
            self.arrivals.joined(others.arrivals),
        )


@dataclass(frozen=True)
class Statuses:
    """A child's time in one status. `stage` is the place of the step in the episode's pathway; `ended` NEVER while
    open."""

    episode: Ints
    child: Ints
    step: Ints
    stage: Ints
    started: Ints
    ended: Ints

    def only(self, which: Ints | Flags) -> "Statuses":
        return Statuses(*(column[which] for column in self.__dict__.values()))

    def open_on(self, day: int) -> Flags:
        return (self.started <= day) & (self.ended > day)


@dataclass(frozen=True)
class Episodes:
    """Accepted openings, their pathways and members, and every member's statuses (assessments among them)."""

    openings: Openings
    pathways: Pathways
    member_episode: Ints
    member_child: Ints
    statuses: Statuses
    not_opened: Openings

    @property
    def closed(self) -> Ints:
        """NEVER while open."""
        last = np.full(len(self.openings), 0)
        np.maximum.at(last, self.statuses.episode, self.statuses.ended)
        return last


def open_episodes(city: Population, frailty: Floats) -> Episodes:
    rng = city.draws.stream("episodes")
    openings = _openings(city, frailty, rng)
    drawn = pathways.draw_pathways(rng, openings.first_step, openings.day)
    free = _while_not_helped(openings, drawn.closed, len(city.families))
    openings, drawn = _with_returns(city, openings, drawn, free, rng)
    free = _while_not_helped(openings, drawn.closed, len(city.families))
    accepted, refused = np.flatnonzero(free), np.flatnonzero(~free)
    taken = openings.only(accepted)
    episode, child = _members(city, taken, rng)
    statuses = _statuses(city, drawn.only(accepted), episode, child, rng)
    kept = np.unique(statuses.episode[statuses.ended > city.history.first])
    kept = kept[_within_quotas(city, statuses, len(taken), rng)[kept]]
    dropped = np.setdiff1d(accepted, accepted[kept])
    number = np.full(len(taken), -1)
    number[kept] = np.arange(len(kept))
    mine, theirs = number[episode] >= 0, statuses.only(number[statuses.episode] >= 0)
    lost = openings.only(np.sort(np.concatenate([refused, dropped])))
    return Episodes(
        taken.only(kept),
        drawn.only(accepted).only(kept),
        number[episode[mine]],
        child[mine],
        replace(theirs, episode=number[theirs.episode]),
        lost.only(np.flatnonzero(lost.arrivals.day >= city.history.first)),
    )


def _openings(city: Population, frailty: Floats, rng: np.random.Generator) -> Openings:
    since = city.history.first - int(rates.BEFORE_THE_HISTORY * YEAR)
    parts = []
    for kind, step in _FIRST_STEPS.items():
        yearly = per_family(city, rates.OPENINGS[kind], frailty)
        family, day, calendar = events(city, rng, yearly, sources.CALENDAR_SHARES, since)
        rag = pick(rng, _RAG[kind], len(family))
        parts.append(np.stack([family, np.full(len(family), step), day, calendar, rag]))
    family, first_step, day, calendar, rag = np.concatenate(parts, axis=1)
    arrivals = arrive(rng, day, calendar, rag)
    agreed = np.where(first_step == pathways.ASSESSMENT, 0, rng.integers(1, 13, len(family)))
    begins = to_working_day(arrivals.decided_day + agreed)
    return Openings(family, first_step, begins, arrivals).only(np.lexsort((arrivals.received, family)))


def _with_returns(
    city: Population, openings: Openings, drawn: Pathways, free: Flags, rng: np.random.Generator
) -> tuple[Openings, Pathways]:
    """Families whom social care left, and whose need brings them back before long, among all the other openings."""
    closed = drawn.closed
    cared_for = free & (drawn.steps >= pathways.ASSESSMENT).any(axis=1, where=drawn.steps < pathways.CLOSED)
    back = np.flatnonzero(cared_for & (rng.random(len(openings)) < rates.RETURNS) & (closed < city.history.last))
    day = closed[back] + 30 + rng.exponential(rates.DAYS_BEFORE_RETURN, len(back)).astype(np.int64)
    family = openings.family[back]
    first, after = family_windows(city)
    known = (day >= first[family]) & (day < after[family]) & (day <= city.history.last)
    family, day = family[known], day[known]
    arrivals = arrive(rng, day, np.full(len(day), EVERY_DAY), pick(rng, _RAG["social_care"], len(day)))
    begins = to_working_day(arrivals.decided_day)
    step = np.full(len(day), pathways.ASSESSMENT)
    again = pathways.draw_pathways(rng, step, begins)
    everyone = openings.joined(Openings(family, step, begins, arrivals))
    order = np.lexsort((everyone.arrivals.received, everyone.family))
    return everyone.only(order), drawn.joined(again).only(order)


def _while_not_helped(openings: Openings, closed: Ints, families: int) -> Flags:
    """Openings that find the family without help. Round by round: every family's first opening, then its second, …"""
    counts = np.bincount(openings.family, minlength=families)
    starts = np.cumsum(counts) - counts
    busy_until = np.full(families, -NEVER)
    free = np.zeros(len(openings.day), bool)
    for turn in range(int(counts.max(initial=0))):
        whose = np.flatnonzero(counts > turn)
        place = starts[whose] + turn
        free[place] = openings.arrivals.day[place] >= busy_until[whose]
        opened = place[free[place]]
        busy_until[openings.family[opened]] = closed[opened] + _BREATHER
    return free


def _members(city: Population, openings: Openings, rng: np.random.Generator) -> tuple[Ints, Ints]:
    """The children an episode is about: most of those at home on the day, and always at least one."""
    first = city.children.first_of_family
    sizes = first[openings.family + 1] - first[openings.family]
    episode, place = ranges(sizes)
    child = first[openings.family[episode]] + place
    told, begins = openings.arrivals.day[episode], openings.day[episode]
    here = (city.children.known_from[child] <= told) & (city.children.known_to[child] > begins)
    episode, child = episode[here], child[here]
    chance = rng.random(len(child))
    least = np.full(len(openings.day), 2.0)
    np.minimum.at(least, episode, chance)
    chosen = (chance < _INCLUDED) | (chance == least[episode])
    return episode[chosen], child[chosen]


def _statuses(city: Population, drawn: Pathways, episode: Ints, child: Ints, rng: np.random.Generator) -> Statuses:
    member = np.repeat(np.arange(len(episode)), pathways.STEPS)
    stage = np.tile(np.arange(pathways.STEPS), len(episode))
    step = drawn.steps[episode[member], stage]
    started, ended = drawn.bounds[episode[member], stage], drawn.bounds[episode[member], stage + 1]

    chance = rng.random(len(episode))
    least = np.full(len(drawn.steps), 2.0)
    np.minimum.at(least, episode, chance)
    taken = ((chance < _TAKEN_INTO_CARE) | (chance == least[episode]))[member]
    at_home = (step == LOOKED_AFTER) & ~taken
    step = np.where(at_home, CHILD_IN_NEED, step)
    ended = np.where(at_home, np.minimum(ended, started + 210), ended)
    into_care = (step == PROTECTION) & (np.roll(step, -1) == LOOKED_AFTER) & (np.roll(member, -1) == member)
    overlap = into_care & (rng.random(len(step)) < 0.4)
    care_ends = np.roll(ended, -1)
    ended = np.where(overlap, np.minimum(ended + rng.integers(5, 50, len(step)), care_ends), ended)

    until = city.children.known_to[child[member]]
    ended = np.minimum(ended, until)
    lived = (step != pathways.CLOSED) & (started < ended) & (started <= city.history.last)
    made = Statuses(episode[member], child[member], step, stage, started, ended).only(lived)
    return replace(made, ended=np.where(made.ended > city.history.last, NEVER, made.ended))


def _within_quotas(city: Population, statuses: Statuses, episodes: int, rng: np.random.Generator) -> Flags:
    """Episodes kept so that the last day has the published numbers looked after, protected and in need.

    Each kind of episode is thinned by one chance all through the history; those open on the last day by rank, so that
    the count is met exactly where enough came. An opening that is not kept stays a contact that led to no help.
    """
    chance = rng.random(episodes)
    kept = np.ones(episodes, bool)
    reached = np.zeros(episodes, np.int64)
    np.maximum.at(reached, statuses.episode, statuses.step)
    today = statuses.only(statuses.open_on(city.history.last))
    settled = np.zeros(episodes, bool)
    for step, stock in (
        (LOOKED_AFTER, rates.LOOKED_AFTER_STOCK),
        (PROTECTION, rates.PROTECTION_STOCK),
        (CHILD_IN_NEED, rates.CHILD_IN_NEED_STOCK),
    ):
        here = np.bincount(today.episode[today.step == step], minlength=episodes)
        wanted = round(scaled(city, stock)) - int(here[settled & kept].sum())
        open_now = np.flatnonzero((here > 0) & ~settled)
        ranked = open_now[np.argsort(chance[open_now], kind="stable")]
        fits = np.cumsum(here[ranked]) <= wanted
        kept[ranked] = fits
        share = fits.sum() / max(len(ranked), 1)
        settled[open_now] = True
        past = (reached == step) & ~settled
        kept[past] = chance[past] < share
    return kept
