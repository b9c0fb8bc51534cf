"""Who is involved with each child and as what: lead professionals, social workers, health visitors and schools."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from kinfold.city.columns import codes, keys, midnights, table
from kinfold.city.draws import Ints
from kinfold.city.help.episodes import Episodes
from kinfold.city.help.pathways import ASSESSMENT, EARLY_HELP, FAMILY_SUPPORT
from kinfold.city.help.referrals import Referrals
from kinfold.city.help.spells import Spells
from kinfold.city.history import DAY, NEVER, YEAR
from kinfold.city.population import Population
from kinfold.city.schooling import Schooling
from kinfold.city.workforce import Workforce

_ROLES = (
    "lead_professional",
    "allocated_social_worker",
    "family_support_worker",
    "health_visitor",
    "designated_safeguarding_lead",
)
_LEAD, _SOCIAL_WORKER, _SUPPORTING, _HEALTH_VISITOR, _SCHOOL = range(5)
_CHANGES = ("MANAGE", "LEFTRL", "TSPROC", "ABSENC", "ORGRST", "CHCHAN")
_VISITED, _SCHOOL_INVOLVED = 0.7, 0.6


@dataclass(frozen=True)
class Involvements:
    """`change` is why the worker came in another's place, -1 where they were the first."""

    status: Ints
    worker: Ints
    role: Ints
    started: Ints
    ended: Ints
    change: Ints


def involve(
    city: Population, episodes: Episodes, spells: Spells, schooling: Schooling, workforce: Workforce
) -> Involvements:
    rng = city.draws.stream("involvements")
    statuses = episodes.statuses
    parts = np.bincount(spells.part_spell, minlength=len(spells))
    first_part = np.cumsum(parts) - parts
    status = np.repeat(np.arange(len(statuses.child)), parts[spells.of_status])
    offset = np.cumsum(parts[spells.of_status]) - parts[spells.of_status]
    part = first_part[spells.of_status[status]] + np.arange(len(status)) - offset[status]
    following = np.append(spells.part_started[1:], NEVER)
    is_last = np.append(spells.part_spell[1:] != spells.part_spell[:-1], True)[: len(spells.part_spell)]
    until = np.where(is_last, NEVER, following)
    started = np.maximum(spells.part_started[part], statuses.started[status])
    ended = np.minimum(until[part], statuses.ended[status])
    change = np.where(part == first_part[spells.part_spell[part]], -1, rng.integers(0, len(_CHANGES), len(part)))
    ran = started < ended
    worked = Involvements(
        status[ran],
        spells.part_worker[part[ran]],
        np.zeros(int(ran.sum()), np.int64),
        started[ran],
        ended[ran],
        change[ran],
    )

    led = spells.led[spells.of_status[worked.status]]
    with_social_care = statuses.step[worked.status] >= ASSESSMENT
    helped = ~with_social_care & ~led & (statuses.step[worked.status] == EARLY_HELP)
    groups = [
        _one_at_a_time(_as(worked, led, _LEAD), statuses.child),
        _as(worked, led & with_social_care, _SOCIAL_WORKER),
        _as(worked, helped | (~with_social_care & ~led), _SUPPORTING),
        *_others(city, rng, episodes, schooling, workforce),
    ]
    columns = zip(*(group.__dict__.values() for group in groups), strict=True)
    return Involvements(*(np.concatenate(column) for column in columns))


def _as(worked: Involvements, which: np.ndarray, role: int) -> Involvements:
    status, worker, _, started, ended, change = (column[which] for column in worked.__dict__.values())
    return Involvements(
        status, worker, np.full(len(status), role), started, ended, np.where(role == _SOCIAL_WORKER, change, -1)
    )


def _one_at_a_time(leading: Involvements, child: Ints) -> Involvements:
    """A child protected and then looked after too has both statuses, but one lead: the later takes over."""
    of_child = child[leading.status]
    order = np.lexsort((leading.started, of_child))
    follows = np.append(of_child[order][1:] == of_child[order][:-1], False)
    next_began = np.append(leading.started[order][1:], NEVER)
    ended = leading.ended[order].copy()
    ended[follows] = np.minimum(ended[follows], next_began[follows])
    led = leading.started[order] < ended
    status, worker, role, started, _, change = (column[order][led] for column in leading.__dict__.values())
    return Involvements(status, worker, role, started, ended[led], change)


def _others(
    city: Population, rng: np.random.Generator, episodes: Episodes, schooling: Schooling, workforce: Workforce
) -> tuple[Involvements, Involvements]:
    statuses = episodes.statuses
    age = (statuses.started - city.children.born[statuses.child]) / YEAR
    helped = statuses.step != FAMILY_SUPPORT
    visited = np.flatnonzero(helped & (age < 5) & (age >= 0) & (rng.random(len(age)) < _VISITED))
    visitors = workforce.in_post("Health visitor")
    visitor = visitors[city.families.ward[city.children.family[statuses.child[visited]]] % len(visitors)]
    until = np.minimum(
        statuses.ended[visited], (city.children.born[statuses.child[visited]] + 5 * YEAR).astype(np.int64)
    )
    until = np.where(
        until > city.history.last, statuses.ended[visited], np.maximum(until, statuses.started[visited] + 1)
    )
    school = schooling.school_at(statuses.child, statuses.started)
    taught = np.flatnonzero(helped & (school >= 0) & (rng.random(len(age)) < _SCHOOL_INVOLVED))
    lead = workforce.safeguarding_lead()[school[taught]]
    nobody = np.full(len(visited), -1)
    return (
        Involvements(
            visited, visitor, np.full(len(visited), _HEALTH_VISITOR), statuses.started[visited], until, nobody
        ),
        Involvements(
            taught,
            lead,
            np.full(len(taught), _SCHOOL),
            statuses.started[taught],
            statuses.ended[taught],
            np.full(len(taught), -1),
        ),
    )


def involvement_table(
    city: Population, episodes: Episodes, referrals: Referrals, involvements: Involvements, workforce: Workforce
) -> pa.Table:
    team = np.append(workforce.team, -1)[involvements.worker]
    columns = {
        "involvement_id": city.ids_of("involvements", involvements.started * DAY + 15 * 3600),
        "professional_id": keys(workforce.professional_ids, involvements.worker),
        "role": codes(_ROLES, involvements.role),
        "team_id": keys(workforce.team_ids, team),
        "started_on": midnights(involvements.started),
        "ended_on": midnights(involvements.ended),
        "change_reason": codes(_CHANGES, involvements.change),
        "person_id": keys(city.person_ids, episodes.statuses.child[involvements.status]),
        "referral_id": keys(referrals.ids, referrals.of_status[involvements.status]),
    }
    return table("involvements", columns)


def caseloads(city: Population, episodes: Episodes, involvements: Involvements, workforce: Workforce) -> Ints:
    """Children whom each professional is involved with on the last day."""
    now = involvements.ended == NEVER
    pairs = np.unique(involvements.worker[now] * len(city.children) + episodes.statuses.child[involvements.status[now]])
    return np.bincount(pairs // len(city.children), minlength=len(workforce.post))
