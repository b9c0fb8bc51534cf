"""The table of what children in care answer, each November, when they are asked how life is for them."""

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city.columns import dates, every, integers, keys, table
from kinfold.city.help.episodes import Statuses
from kinfold.city.help.pathways import LOOKED_AFTER
from kinfold.city.history import DAY, YEAR, day_number
from kinfold.city.population import Population

_YOUNGEST = 4
_NOT_NAMED = 0.3


def survey_table(city: Population, statuses: Statuses) -> pa.Table:
    """Each child has a usual answer that the years move about; some answer without their name."""
    rng = city.draws.stream("survey")
    history = city.history
    usual = rng.normal(6.9, 1.7, len(city.children))
    children, days = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for year in range(history.lived_from.year, history.until.year + 1):
        opens = day_number(history.until.replace(year=year, month=11, day=1))
        if not history.first <= opens <= history.last - 30:
            continue
        child = np.unique(statuses.child[statuses.open_on(opens + 30) & (statuses.step == LOOKED_AFTER)])
        child = child[(opens - city.children.born[child] > _YOUNGEST * YEAR)]
        child = child[rng.random(len(child)) < rates.ANSWERED_SURVEY]
        children.append(child)
        days.append(opens + rng.integers(0, 30, len(child)))
    child, day = np.concatenate(children), np.concatenate(days)
    score = np.clip(np.rint(usual[child] + rng.normal(0, 1.1, len(child))), 0, 10).astype(np.int64)
    columns = {
        "answer_id": city.ids_of("survey_answers", day * DAY + 16 * 3600),
        "survey": every("wellbeing_in_care", len(child)),
        "answered_on": dates(day),
        "score": integers(score),
        "person_id": keys(city.person_ids, np.where(rng.random(len(child)) < _NOT_NAMED, -1, child)),
    }
    return table("survey_answers", columns)
