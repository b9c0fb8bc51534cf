"""The tables of episodes of help and of each child's statuses within them."""

import numpy as np
import pyarrow as pa

from kinfold.city.columns import Tables, codes, dates, integers, keys, midnights, table
from kinfold.city.draws import Ints
from kinfold.city.front_door.contacts import OPENED_HELP, Contacts
from kinfold.city.help.episodes import Episodes
from kinfold.city.help.pathways import ASSESSMENT, EARLY_HELP, LOOKED_AFTER
from kinfold.city.help.placements import Placements
from kinfold.city.help.spells import NO_LONGER_NEEDED, OUTCOMES, STEPPED_DOWN, STEPPED_UP, Spells
from kinfold.city.history import DAY, NEVER
from kinfold.city.homes import Stays
from kinfold.city.population import Population
from kinfold.city.portrait import WARD_NAMES
from kinfold.city.workforce import Workforce

KINDS = ("family_support", "early_help", "", "child_in_need", "child_protection", "looked_after")
_NOT_FINAL = (-1, STEPPED_UP, STEPPED_DOWN)
_TIER = np.array([2, 3, 4, 4, 4, 4])
_END_REASONS = ("goals_met", "step_up", "step_down", "disengaged", "moved_away", "no_longer_needed")


class EpisodeIds:
    """Identifiers of episodes, of statuses (the same as their rows in the standard's tables), and of time in care.

    `placements` are the standard's episodes of care, `care_placements` the placement in force in each, and `periods`
    has one for each status: the whole period of care.
    """

    def __init__(self, city: Population, episodes: Episodes, placements: Placements) -> None:
        self.episodes = city.ids_of("episodes", episodes.openings.day * DAY + 13 * 3600)
        self.statuses = city.ids_of("statuses", episodes.statuses.started * DAY + 13 * 3600)
        self.placements = city.ids_of("looked_after_episodes", placements.started * DAY + 13 * 3600)
        self.care_placements = city.ids_of("care placements", placements.started * DAY + 14 * 3600)
        self.periods = city.ids_of("care periods", episodes.statuses.started * DAY + 14 * 3600)


def episode_tables(
    city: Population, episodes: Episodes, spells: Spells, placements: Placements, ids: EpisodeIds, contacts: Contacts,
    event_ids: pa.Array, stays: Stays, workforce: Workforce,
) -> Tables:  # fmt: skip
    closed = episodes.closed
    final = np.full(len(episodes.openings), -1)
    final[spells.episode] = spells.outcome
    final = np.where(closed == NEVER, -1, np.where(np.isin(final, _NOT_FINAL), NO_LONGER_NEEDED, final))
    opened_by = np.full(len(episodes.openings), -1)
    opening = np.flatnonzero(contacts.cause == OPENED_HELP)
    opened_by[contacts.episode[opening]] = opening
    rows = {
        "episode_id": ids.episodes,
        "family_id": keys(city.family_ids, episodes.openings.family),
        "opened_on": dates(episodes.openings.day),
        "closed_on": dates(closed),
        "outcome": codes(OUTCOMES, final),
        "contact_event_id": keys(event_ids, opened_by),
    }
    return {
        "episodes": table("episodes", rows),
        "statuses": _statuses(city, episodes, spells, placements, ids, stays, workforce),
        "early_help_episodes": _early_help(city, episodes, spells, ids, workforce),
    }


def _statuses(
    city: Population,
    episodes: Episodes,
    spells: Spells,
    placements: Placements,
    ids: EpisodeIds,
    stays: Stays,
    workforce: Workforce,
) -> pa.Table:
    """A looked after child has a status for each placement, because each is a row of the standard's table."""
    statuses = episodes.statuses
    plain = np.flatnonzero((statuses.step != ASSESSMENT) & (statuses.step != LOOKED_AFTER))
    status = np.concatenate([plain, placements.status])
    started = np.concatenate([statuses.started[plain], placements.started])
    child = statuses.child[status]
    spell = spells.of_status[status]
    columns = {
        "status_id": pa.concat_arrays([keys(ids.statuses, plain), ids.placements]),
        "episode_id": keys(ids.episodes, statuses.episode[status]),
        "person_id": keys(city.person_ids, child),
        "kind": codes(KINDS, statuses.step[status]),
        "tier": integers(_TIER[statuses.step[status]]),
        "agency_id": keys(workforce.agency_ids, spells.agency[spell]),
        "ward": codes(WARD_NAMES, stays.ward_at(child, started)),
    }
    return table("statuses", columns)


def _early_help(
    city: Population, episodes: Episodes, spells: Spells, ids: EpisodeIds, workforce: Workforce
) -> pa.Table:
    statuses = episodes.statuses
    row = np.flatnonzero(statuses.step <= EARLY_HELP)
    spell = spells.of_status[row]
    reason = np.where(spells.stage[spell] == 0, 0, np.where(spells.stepped_down_to[spell], 1, 2))
    ended = statuses.ended[row]
    early = (ended < spells.ended[spell]) & (ended < NEVER)
    outcome: Ints = np.where(
        ended == NEVER, -1, np.where(early | (spells.outcome[spell] < 0), NO_LONGER_NEEDED, spells.outcome[spell])
    )
    columns = {
        "episode_id": keys(ids.statuses, row),
        "person_id": keys(city.person_ids, statuses.child[row]),
        "started_on": midnights(statuses.started[row]),
        "ended_on": midnights(ended),
        "reason": codes(("from_contact", "step_down", "other"), reason),
        "end_reason": codes(_END_REASONS, outcome),
        "organisation": codes(workforce.agency_names, spells.agency[spell]),
        "worker_id": keys(workforce.professional_ids, np.where(spells.led[spell], spells.worker[spell], -1)),
    }
    return table("early_help_episodes", columns)
