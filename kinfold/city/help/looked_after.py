"""The table of children looked after: why each episode of care began and ended."""

import numpy as np
import pyarrow as pa

from kinfold.city.columns import codes, keys, midnights, table
from kinfold.city.draws import Ints, pick
from kinfold.city.help.episode_tables import EpisodeIds
from kinfold.city.help.episodes import Episodes
from kinfold.city.help.placements import Placements
from kinfold.city.history import NEVER, YEAR, birthday
from kinfold.city.population import Population

NEEDS = ("N1", "N2", "N3", "N4", "N5", "N6", "N8")
_ENDED = ("E2", "E3", "E17", "E5", "E4A", "E4B", "E45", "E47", "E41", "E11", "E12", "X1")
_HOME_WEIGHTS = (0, 0, 0, 0, 46, 8, 16, 6, 12, 0, 0, 0)
_BABY_WEIGHTS = (0, 0, 0, 0, 26, 4, 18, 8, 8, 14, 22, 0)
ADOPTED = (_ENDED.index("E11"), _ENDED.index("E12"))
GUARDIANSHIP = (_ENDED.index("E45"), _ENDED.index("E47"))
ARRANGEMENTS = (_ENDED.index("E41"),)


def why_care_ended(city: Population, rng: np.random.Generator, placements: Placements) -> Ints:
    """Why each placement's episode ended: -1 while it goes on."""
    young, child, ended = city.children, placements.child, placements.ended
    left = city.families.left[young.family[child]]
    baby = (ended - young.born[child]) < 4 * YEAR
    usual = np.where(baby, pick(rng, _BABY_WEIGHTS, len(child)), pick(rng, _HOME_WEIGHTS, len(child)))
    stays_on = np.where(rng.random(len(child)) < 0.55, _ENDED.index("E17"), _ENDED.index("E5"))
    conditions = [
        ended == NEVER,
        ~placements.last,
        ended == young.died[child],
        ended == left,
        ended >= birthday(young.born[child], 18),
    ]
    return np.select(conditions, [-1, _ENDED.index("X1"), _ENDED.index("E2"), _ENDED.index("E3"), stays_on], usual)


def looked_after_table(
    city: Population, episodes: Episodes, placements: Placements, referral_of_status: Ints, referral_ids: pa.Array,
    ids: EpisodeIds, need: Ints, care_ended: Ints, seen_before: Ints,
) -> pa.Table:  # fmt: skip
    """`need` is by referral: the need when care began does not change while the child is in care."""
    statuses = episodes.statuses
    entered = statuses.started[placements.status]
    until = np.minimum(placements.ended, city.history.last)
    seen = np.maximum(placements.started, until - seen_before)
    referral = referral_of_status[placements.status]
    columns = {
        "episode_id": ids.placements,
        "person_id": keys(city.person_ids, placements.child),
        "started_on": midnights(placements.started),
        "start_reason": codes(("P", "S"), placements.first.astype(np.int64)),
        "primary_need": codes(NEEDS, need[referral]),
        "ceased_on": midnights(placements.ended),
        "ceased_reason": codes(_ENDED, care_ended),
        "care_period_id": keys(ids.periods, placements.status),
        "referral_id": keys(referral_ids, referral),
        "placement_id": ids.care_placements,
        "entered_care_on": midnights(entered),
        "last_reviewing_officer_contact_on": midnights(seen),
    }
    return table("looked_after_episodes", columns)
