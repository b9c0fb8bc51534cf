"""The tables of children's social care: referrals, child in need plans and protection plans."""

import numpy as np
import pyarrow as pa

from kinfold.city.columns import Tables, codes, every, keys, midnights, table, yes_no
from kinfold.city.draws import Flags, Ints
from kinfold.city.flags import flag_objects
from kinfold.city.front_door import sources
from kinfold.city.help.episode_tables import EpisodeIds
from kinfold.city.help.episodes import Episodes
from kinfold.city.help.findings import CATEGORIES, Findings
from kinfold.city.help.looked_after import ADOPTED, GUARDIANSHIP, NEEDS, looked_after_table
from kinfold.city.help.pathways import CHILD_IN_NEED, EARLY_HELP, PROTECTION
from kinfold.city.help.placements import Placements
from kinfold.city.help.referrals import Referrals
from kinfold.city.help.spells import STEPPED_DOWN, Spells
from kinfold.city.history import NEVER, birthday
from kinfold.city.population import Population
from kinfold.city.workforce import Workforce

_CLOSED = ("RC2", "RC5", "RC6", "RC7", "RC8", "RC9", "RC1", "RC4")
_DIED, _TRANSFERRED, _GROWN, _NO_LONGER, _AFTER_ASSESSMENT, _TO_EARLY_HELP, _ADOPTED, _GUARDIANSHIP = range(8)


def social_care_tables(
    city: Population, episodes: Episodes, spells: Spells, placements: Placements, referrals: Referrals,
    findings: Findings, conference_of_status: pa.Array, ids: EpisodeIds, workforce: Workforce,
) -> Tables:  # fmt: skip
    """`conference_of_status` has, for each status, the conference that made it a protection plan."""
    statuses = episodes.statuses
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
        "conference_id": conference_of_status.take(pa.array(row)),
        "person_id": keys(city.person_ids, statuses.child[row]),
        "started_on": midnights(statuses.started[row]),
        "ended_on": midnights(statuses.ended[row]),
        "initial_category": codes(CATEGORIES, findings.category[spell]),
        "latest_category": codes(CATEGORIES, findings.latest_category[spell]),
        "other_authority": every("N", len(row)),
    }
    return {
        "referrals": _referrals(city, episodes, spells, placements, referrals, findings, workforce),
        "child_in_need_plans": table("child_in_need_plans", in_need),
        "protection_plans": table("protection_plans", protected),
        "looked_after_episodes": looked_after_table(
            city,
            episodes,
            placements,
            referrals.of_status,
            referrals.ids,
            ids,
            findings.need[referrals.spell],
            findings.care_ended,
            findings.seen_before,
        ),
    }


def _referrals(
    city: Population, episodes: Episodes, spells: Spells, placements: Placements, referrals: Referrals,
    findings: Findings, workforce: Workforce,
) -> pa.Table:  # fmt: skip
    young, child, closed = city.children, referrals.child, referrals.closed
    last_spell = spells.of_status[referrals.last_status]
    ended_care = np.full(len(episodes.statuses.child), -1)
    ended_care[placements.status[placements.last]] = findings.care_ended[placements.last]
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
    raised = ("SINGLE_ASSESSMENT_FLAG", "STRATEGY_DISCUSSION_FLAG")
    outcomes = flag_objects("referral_outcome_flags", (raised[:1], raised))
    worker = spells.worker[referrals.spell]
    columns = {
        "referral_id": referrals.ids,
        "person_id": keys(city.person_ids, child),
        "received_on": midnights(referrals.received),
        "primary_need": codes(NEEDS, findings.need[referrals.spell]),
        "source_code": codes([one.code for one in sources.SOURCES], source),
        "source_description": codes([one.words for one in sources.SOURCES], source),
        "outcome": codes(
            outcomes, (episodes.openings.arrivals.rag[spells.episode[referrals.spell]] == 0).astype(np.int64)
        ),
        "no_further_action": yes_no(referrals.only_assessed & (reason == _AFTER_ASSESSMENT) & findings.unfounded),
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
