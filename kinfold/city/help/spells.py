"""A family's spell in one step of help: when it ran, how it ended, which agency led it and who did the work."""

from dataclasses import dataclass

import numpy as np

from kinfold.city.draws import Flags, Ints, pick, ranges
from kinfold.city.help import pathways
from kinfold.city.help.episodes import Episodes
from kinfold.city.help.pathways import ASSESSMENT, CLOSED, EARLY_HELP, FAMILY_SUPPORT, LOOKED_AFTER, STEPS
from kinfold.city.history import NEVER
from kinfold.city.homes import Stays
from kinfold.city.population import Population
from kinfold.city.portrait import WARD_NAMES
from kinfold.city.schooling import Schooling
from kinfold.city.teams import LOCALITIES, TEAMS
from kinfold.city.workforce import Workforce

OUTCOMES = ("goals_met", "stepped_up", "stepped_down", "disengaged", "moved_away", "no_longer_needed")
GOALS_MET, STEPPED_UP, STEPPED_DOWN, DISENGAGED, MOVED_AWAY, NO_LONGER_NEEDED = range(6)

_NO_LEAD = {EARLY_HELP: 0.04, FAMILY_SUPPORT: 0.10}
_NO_SOCIAL_WORKER = 0.03
_LED_BY_SCHOOL, _LED_BY_HEALTH = 0.34, 0.16
_DAYS_WITH_ONE_WORKER = 420.0
_NORTH = ("Paulsgrove", "Cosham", "Drayton & Farlington", "Hilsea", "Copnor")
_SOUTH = ("Central Southsea", "Eastney & Craneswater", "St Jude", "Milton", "Baffins")


@dataclass(frozen=True)
class Spells:
    """In order of episode and stage. `of_status` gives each status its spell. `outcome` is -1 while the spell is open.

    `worker` is the one who has or had it last; `part_*` are the workers one after another, each until the next begins.
    """

    episode: Ints
    stage: Ints
    step: Ints
    started: Ints
    ended: Ints
    outcome: Ints
    stepped_down_to: Flags
    ward: Ints
    agency: Ints
    worker: Ints
    led: Flags
    of_status: Ints
    part_spell: Ints
    part_worker: Ints
    part_started: Ints

    def __len__(self) -> int:
        return len(self.episode)


def gather_spells(
    city: Population, episodes: Episodes, stays: Stays, schooling: Schooling, workforce: Workforce
) -> Spells:
    rng = city.draws.stream("spells")
    statuses = episodes.statuses
    number, first_row, of_status = np.unique(
        statuses.episode * STEPS + statuses.stage, return_index=True, return_inverse=True
    )
    episode, stage = np.divmod(number, STEPS)
    step = episodes.pathways.steps[episode, stage]
    count = len(number)
    started = np.full(count, NEVER)
    np.minimum.at(started, of_status, statuses.started)
    ended = np.zeros(count, np.int64)
    np.maximum.at(ended, of_status, statuses.ended)
    child = statuses.child[first_row]
    ward = stays.ward_at(child, started)
    after = np.where(stage + 1 < STEPS, episodes.pathways.steps[episode, np.minimum(stage + 1, STEPS - 1)], CLOSED)
    before = np.where(stage > 0, episodes.pathways.steps[episode, np.maximum(stage - 1, 0)], step)
    outcome = _outcomes(city, rng, episodes, episode, stage, step, after, ended)
    agency, worker_of_part, part_spell, part_started, led = _workers(
        city, rng, step, started, ended, ward, child, schooling, workforce
    )
    last = np.append(part_spell[1:] != part_spell[:-1], True)[: len(part_spell)]
    return Spells(
        episode, stage, step, started, ended, outcome, (step <= EARLY_HELP) & (before >= ASSESSMENT), ward, agency,
        worker_of_part[last], led, of_status, part_spell, worker_of_part, part_started,
    )  # fmt: skip


def _outcomes(
    city: Population,
    rng: np.random.Generator,
    episodes: Episodes,
    episode: Ints,
    stage: Ints,
    step: Ints,
    after: Ints,
    ended: Ints,
) -> Ints:
    """How each spell ended: into the next step, with the family's leaving or a child grown up, or by agreement."""
    agreed = np.array([GOALS_MET, DISENGAGED, NO_LONGER_NEEDED])[pick(rng, (0.62, 0.16, 0.22), len(step))]
    cut = ended < episodes.pathways.bounds[episode, stage + 1]
    left = city.families.left[episodes.openings.family[episode]] <= ended
    up = (after > step) & (after != CLOSED)
    down = (after < step) & (after != CLOSED)
    return np.select(
        [ended >= NEVER, cut & left, cut, up, down],
        [-1, MOVED_AWAY, NO_LONGER_NEEDED, STEPPED_UP, STEPPED_DOWN],
        agreed,
    )


def _workers(
    city: Population, rng: np.random.Generator, step: Ints, started: Ints, ended: Ints, ward: Ints, child: Ints,
    schooling: Schooling, workforce: Workforce,
) -> tuple[Ints, Ints, Ints, Ints, Flags]:  # fmt: skip
    count = len(step)
    until = np.minimum(ended, city.history.last + 1)
    spell, turn = ranges(1 + np.minimum(rng.poisson((until - started) / _DAYS_WITH_ONE_WORKER), 5))
    begins = started[spell] + np.where(
        turn == 0, 0, (rng.random(len(spell)) * (until - started)[spell]).astype(np.int64)
    )
    order = np.lexsort((begins, spell))
    spell, begins = spell[order], begins[order]

    locality = _locality(ward)
    worker = np.full(len(spell), -1)
    for kind, post, steps in (
        ("family_support", "Family support worker", (FAMILY_SUPPORT,)),
        ("early_help", "Early Help practitioner", (EARLY_HELP,)),
        ("social_care", "Social worker", (ASSESSMENT, pathways.CHILD_IN_NEED, pathways.PROTECTION)),
    ):
        for place, team in enumerate(LOCALITIES[kind]):
            staff = workforce.in_post(post)
            local = staff[workforce.team[staff] == next(n for n, one in enumerate(TEAMS) if one.name == team)]
            here = np.flatnonzero(np.isin(step[spell], steps) & (locality[spell] == place))
            worker[here] = local[rng.integers(0, len(local), len(here))]
    assessing = workforce.in_post("Social worker")
    teams = [n for n, one in enumerate(TEAMS) if one.name.startswith("Assessment and Intervention")]
    assessing = assessing[np.isin(workforce.team[assessing], teams)]
    for staff, doing in (
        (assessing, ASSESSMENT),
        (workforce.in_post("Social worker, looked after children"), LOOKED_AFTER),
    ):
        here = np.flatnonzero(step[spell] == doing)
        worker[here] = staff[rng.integers(0, len(staff), len(here))]

    agency = np.full(count, workforce.agency("council"))
    school = schooling.school_at(child, started)
    by_school = (step == FAMILY_SUPPORT) & (school >= 0) & (rng.random(count) < _LED_BY_SCHOOL)
    by_health = (step == FAMILY_SUPPORT) & (school < 0) & (rng.random(count) < 2 * _LED_BY_HEALTH)
    agency[by_school] = workforce.agency_of_setting(school[by_school])
    agency[by_health] = workforce.agency("community")
    worker = np.where(by_school[spell], workforce.safeguarding_lead()[school[spell]], worker)
    visitors = workforce.in_post("Health visitor")
    worker = np.where(by_health[spell], visitors[rng.integers(0, len(visitors), len(spell))], worker)
    chance = rng.random(count)
    led = chance >= np.where(
        step == EARLY_HELP,
        _NO_LEAD[EARLY_HELP],
        np.where(step == FAMILY_SUPPORT, _NO_LEAD[FAMILY_SUPPORT], _NO_SOCIAL_WORKER),
    )
    return agency, worker, spell, begins, led


def _locality(ward: Ints) -> Ints:
    places = [0 if name in _NORTH else 2 if name in _SOUTH else 1 for name in WARD_NAMES]
    return np.array(places)[ward]
