"""Who in a family agreed to family support and early help before it began, how, and who wrote it down."""

import numpy as np
import pyarrow as pa

from kinfold.city.columns import codes, dates, every, keys, table
from kinfold.city.draws import pick
from kinfold.city.help.episode_tables import KINDS, EpisodeIds
from kinfold.city.help.episodes import Episodes
from kinfold.city.help.pathways import EARLY_HELP
from kinfold.city.help.plan_tables import parents
from kinfold.city.help.spells import Spells
from kinfold.city.history import DAY
from kinfold.city.population import Population
from kinfold.city.workforce import Workforce

_HOW = {"in_person": 0.83, "telephone": 0.14, "in_writing": 0.03}


def agreement_table(
    city: Population, episodes: Episodes, spells: Spells, ids: EpisodeIds, workforce: Workforce
) -> pa.Table:
    """A parent's yes to each step that a family takes by choice, on the day it begins, to whoever comes to help."""
    parent = parents(city)[episodes.openings.family[spells.episode]]
    asked = np.flatnonzero((spells.step <= EARLY_HELP) & (parent >= 0) & (spells.worker >= 0))
    told = spells.started[asked]
    how = pick(city.draws.stream("agreements"), list(_HOW.values()), len(asked))
    columns = {
        "agreement_id": city.ids_of("agreements", told * DAY + 12 * 3600),
        "episode_id": keys(ids.episodes, spells.episode[asked]),
        "person_id": keys(city.person_ids, parent[asked]),
        "purpose": codes(KINDS, spells.step[asked]),
        "agreed": every("Y", len(asked)),
        "given_how": codes(tuple(_HOW), how),
        "given_on": dates(told),
        "recorded_by_id": keys(workforce.professional_ids, spells.worker[asked]),
    }
    return table("agreements", columns)
