"""The tables of children's social care: referrals, child in need plans and protection plans."""

import json
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from kinfold.city.columns import Tables, codes, every, keys, midnights, table, yes_no
from kinfold.city.draws import Flags, Ints, pick
from kinfold.city.front_door import sources
from kinfold.city.help.episode_tables import EpisodeIds
from kinfold.city.help.episodes import Episodes
from kinfold.city.help.looked_after import ADOPTED, GUARDIANSHIP, NEEDS, looked_after_table, why_care_ended
from kinfold.city.help.pathways import ASSESSMENT, CHILD_IN_NEED, EARLY_HELP, PROTECTION
from kinfold.city.help.placements import Placements
from kinfold.city.help.spells import STEPPED_DOWN, Spells
from kinfold.city.history import DAY, NEVER, birthday
from kinfold.city.population import Population
from kinfold.city.workforce import Workforce
from kinfold.practice.code_lists import code_list

_SPAN = 10_000_000
_NEED_WEIGHTS = (62, 9, 5, 9, 11, 3, 1)
_CATEGORIES = ("NEG", "EMO", "PHY", "SAB", "MUL")
_CATEGORY_WEIGHTS = (46, 37, 9, 4, 4)
_CLOSED = ("RC2", "RC5", "RC6", "RC7", "RC8", "RC9", "RC1", "RC4")
_DIED, _TRANSFERRED, _GROWN, _NO_LONGER, _AFTER_ASSESSMENT, _TO_EARLY_HELP, _ADOPTED, _GUARDIANSHIP = range(8)


@dataclass(frozen=True)
class Referrals:
    """A child's unbroken time with social care. `of_status` gives each status its referral, -1 for early help."""

    child: Ints
    spell: Ints
    received: Ints
    closed: Ints
    of_status: Ints
    only_assessed: Flags
    last_status: Ints
    ids: pa.StringArray

    def open_on(self, child: Ints, day: Ints) -> Flags:
        """Whether social care had each child's referral open on its own day."""
        order = np.lexsort((self.received, self.child))
        marks = self.child[order] * _SPAN + self.received[order]
        place = np.searchsorted(marks, child * _SPAN + day, side="right") - 1
        referral = order[np.maximum(place, 0)]
        return np.asarray((place >= 0) & (self.child[referral] == child) & (self.closed[referral] > day))


def refer(city: Population, episodes: Episodes, spells: Spells) -> Referrals:
    statuses = episodes.statuses
    order = np.lexsort((statuses.stage, statuses.child, statuses.episode))
    order = order[statuses.step[order] >= ASSESSMENT]
    episode, child, stage = statuses.episode[order], statuses.child[order], statuses.stage[order]
    begins = np.ones(len(order), bool)
    begins[1:] = (episode[1:] != episode[:-1]) | (child[1:] != child[:-1]) | (stage[1:] != stage[:-1] + 1)
    number = np.cumsum(begins) - 1
    of_status = np.full(len(statuses.child), -1)
    of_status[order] = number
    first = np.flatnonzero(begins)
    closed = np.maximum.reduceat(statuses.ended[order], first)
    deepest = np.maximum.reduceat(statuses.step[order], first)
    last = np.append(first[1:], len(order)) - 1
    received = statuses.started[order][first]
    ids = city.ids_of("referrals", received * DAY + 12 * 3600)
    return Referrals(
        child[first],
        spells.of_status[order[first]],
        received,
        closed,
        of_status,
        deepest == ASSESSMENT,
        order[last],
        ids,
    )


def social_care_tables(
    city: Population, episodes: Episodes, spells: Spells, placements: Placements, referrals: Referrals, ids: EpisodeIds,
    workforce: Workforce,
) -> Tables:  # fmt: skip
    rng = city.draws.stream("social care")
    statuses = episodes.statuses
    need = pick(rng, _NEED_WEIGHTS, len(spells))
    category = pick(rng, _CATEGORY_WEIGHTS, len(spells))
    later = np.where(rng.random(len(spells)) < 0.86, category, pick(rng, _CATEGORY_WEIGHTS, len(spells)))
    conferences = city.ids_of("conferences", np.minimum(spells.started, city.history.last) * DAY)

    row = np.flatnonzero(statuses.step == CHILD_IN_NEED)
    spell = spells.of_status[row]
    in_need = {
        "plan_id": keys(ids.statuses, row),
        "referral_id": keys(referrals.ids, referrals.of_status[row]),
        "person_id": keys(city.person_ids, statuses.child[row]),
        "started_on": midnights(statuses.started[row]),
        "ended_on": midnights(statuses.ended[row]),
        "team_id": keys(workforce.team_ids, workforce.team[spells.worker[spell]]),
        "worker_id": keys(workforce.professional_ids, np.where(spells.led[spell], spells.worker[spell], -1)),
    }
    row = np.flatnonzero(statuses.step == PROTECTION)
    spell = spells.of_status[row]
    protected = {
        "plan_id": keys(ids.statuses, row),
        "referral_id": keys(referrals.ids, referrals.of_status[row]),
        "conference_id": keys(conferences, spell),
        "person_id": keys(city.person_ids, statuses.child[row]),
        "started_on": midnights(statuses.started[row]),
        "ended_on": midnights(statuses.ended[row]),
        "initial_category": codes(_CATEGORIES, category[spell]),
        "latest_category": codes(_CATEGORIES, later[spell]),
        "other_authority": every("N", len(row)),
    }
    care_ended = why_care_ended(city, rng, placements)
    return {
        "referrals": _referrals(city, rng, episodes, spells, placements, referrals, need, care_ended, workforce),
        "child_in_need_plans": table("child_in_need_plans", in_need),
        "protection_plans": table("protection_plans", protected),
        "looked_after_episodes": looked_after_table(
            city, rng, episodes, placements, referrals.of_status, referrals.ids, ids, need[referrals.spell], care_ended
        ),
    }


def _referrals(
    city: Population, rng: np.random.Generator, episodes: Episodes, spells: Spells, placements: Placements,
    referrals: Referrals, need: Ints, care_ended: Ints, workforce: Workforce,
) -> pa.Table:  # fmt: skip
    young, child, closed = city.children, referrals.child, referrals.closed
    last_spell = spells.of_status[referrals.last_status]
    ended_care = np.full(len(episodes.statuses.child), -1)
    ended_care[placements.status[placements.last]] = care_ended[placements.last]
    care = ended_care[referrals.last_status]
    to_early_help = (spells.outcome[last_spell] == STEPPED_DOWN) & _followed_by_early_help(episodes, spells, last_spell)
    reason = np.select(
        [
            closed == NEVER,
            closed == young.died[child],
            closed == city.families.left[young.family[child]],
            closed >= birthday(young.born[child], 18),
            referrals.only_assessed & to_early_help,
            referrals.only_assessed,
            np.isin(care, ADOPTED),
            np.isin(care, GUARDIANSHIP),
        ],
        [-1, _DIED, _TRANSFERRED, _GROWN, _TO_EARLY_HELP, _AFTER_ASSESSMENT, _ADOPTED, _GUARDIANSHIP],
        _NO_LONGER,
    )
    first_stage = spells.stage[referrals.spell] == 0
    source = np.where(
        first_stage, episodes.openings.arrivals.source[spells.episode[referrals.spell]], sources.EARLY_HELP
    )
    flags = [flag.code for flag in code_list("referral_outcome_flags")]
    raised = ("SINGLE_ASSESSMENT_FLAG", "STRATEGY_DISCUSSION_FLAG")
    outcomes = [json.dumps({flag: "Y" if flag in raised[: 1 + extra] else "N" for flag in flags}) for extra in (0, 1)]
    worker = spells.worker[referrals.spell]
    columns = {
        "referral_id": referrals.ids,
        "person_id": keys(city.person_ids, child),
        "received_on": midnights(referrals.received),
        "primary_need": codes(NEEDS, need[referrals.spell]),
        "source_code": codes([one.code for one in sources.SOURCES], source),
        "source_description": codes([one.words for one in sources.SOURCES], source),
        "outcome": codes(
            outcomes, (episodes.openings.arrivals.rag[spells.episode[referrals.spell]] == 0).astype(np.int64)
        ),
        "no_further_action": yes_no(
            referrals.only_assessed & (reason == _AFTER_ASSESSMENT) & (rng.random(len(child)) < 0.04)
        ),
        "closed_reason": codes(_CLOSED, reason),
        "closed_on": midnights(closed),
        "team_id": keys(workforce.team_ids, workforce.team[worker]),
        "worker_id": keys(workforce.professional_ids, worker),
    }
    return table("referrals", columns)


def _followed_by_early_help(episodes: Episodes, spells: Spells, spell: Ints) -> Flags:
    steps = episodes.pathways.steps
    following = np.minimum(spells.stage[spell] + 1, steps.shape[1] - 1)
    into: Flags = steps[spells.episode[spell], following] <= EARLY_HELP
    return into
